import type { ResponseOf } from '@xihuo/contract';
import type { PartiesRow, PayeeRow } from '../store/parties.sql';

type Parties = Pick<ResponseOf<'GET /benefit/work/{id}'>, 'supplier' | 'household'>;
type Witness = NonNullable<ResponseOf<'GET /benefit/work/{id}'>['witness']>;

/** Supplier and household by name and village, for those who may read it: nothing else of a household leaves. */
export function partiesView(row: PartiesRow): Parties {
  return {
    supplier: { id: row.supplier_id, name: row.supplier_name },
    household: { id: row.household_id, displayName: row.display_name, village: row.village },
  };
}

/** Supplier and payee: a household by name and village, or a village collective. */
export function payeeView(
  row: PayeeRow,
): Pick<ResponseOf<'GET /benefit/contests/{id}'>, 'supplier' | 'household' | 'collective'> {
  const { payee_id: id, payee_name: name, village } = row;
  return {
    supplier: { id: row.supplier_id, name: row.supplier_name },
    household: village === null ? null : { id, displayName: name, village },
    collective: village === null ? { id, name } : null,
  };
}

export interface WitnessedRow {
  witness_name: string | null;
  witness_role: Witness['role'] | null;
  witness_paper_id: string | null;
}

export function witnessView(row: WitnessedRow, on: string): Witness | null {
  if (row.witness_name === null) return null;
  return { name: row.witness_name, role: row.witness_role!, paperId: row.witness_paper_id, on };
}

export interface ContestedRow {
  contest_reason: string | null;
  contested_at: Date | null;
  contest_paper_id: string | null;
}

export function contestedView(row: ContestedRow): ResponseOf<'GET /benefit/work/{id}'>['contest'] {
  if (row.contest_reason === null) return null;
  return { reason: row.contest_reason, at: row.contested_at!.toISOString(), paperId: row.contest_paper_id };
}
