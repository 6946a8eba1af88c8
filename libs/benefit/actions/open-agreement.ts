import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import type { AgreementNamed } from '../rules/messages';
import { holdSeries, lockAgreements, type AgreementRow, type TermColumns } from '../store/agreement.sql';
import { mayDo, type AgreementView } from './agreement-view';
import { notAtThisStep, sideOf, type Side } from './benefit-kit';

export interface Deciding {
  readonly id: string;
  readonly version: number;
}

type Action = AgreementView['actions'][number];

/**
 * Holds an agreement for a step, and its other versions with it: whose it is comes first, then whether what was read still
 * stands, then whether it is the time.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP
 */
export async function openAgreement(
  tx: Tx,
  { id, version }: Deciding,
  action: Action,
  side: Side,
): Promise<AgreementRow> {
  const row = await heldAgreement(tx, id, action, side);
  mustBeVersion(row.row_version, version);
  mustBeTime(row, action);
  return row;
}

export async function heldAgreement(tx: Tx, id: string, action: Action, side: Side): Promise<AgreementRow> {
  tx.attempt({ action: `agreement.${action}`, subjectKind: 'agreement', subjectId: id });
  const held = await tx.sql(holdSeries, [...sideOf(tx.actor, side), id]);
  if (held.length === 0) throw fail('NOT_FOUND');
  const [row] = await tx.sql(lockAgreements, [[id]]);
  must(row, 'what is held is there');
  // What was never offered is the supplier's own affair.
  if (side === 'household' && row.offered_at === null && row.signed_at === null) throw fail('NOT_FOUND');
  return row;
}

export function mustBeTime(row: AgreementRow, action: Action): void {
  if (!mayDo(row, action)) throw notAtThisStep(row.state);
}

export function namedOf(row: AgreementRow): AgreementNamed {
  return { supplier: row.supplier_name, household: row.display_name, kind: row.kind, number: row.number };
}

/** What an agreement says, as its history tells it. */
export function keptTerms(
  terms: Record<keyof TermColumns, unknown>,
  productName: string | null,
): Record<string, unknown> {
  const kept = (name: keyof TermColumns) => (typeof terms[name] === 'bigint' ? String(terms[name]) : terms[name]);
  const mu = terms.land_mu_hundredths;
  return {
    productName,
    ...{ floorFenPerKg: kept('floor_price_fen_per_kg'), premiumFenPerKg: kept('premium_fen_per_kg') },
    ...{ contractedGrams: grams(terms.contracted_grams), priority: terms.priority },
    ...{ capGramsPerYear: grams(terms.cap_grams_per_year), capGramsPerLot: grams(terms.cap_grams_per_lot) },
    ...{ rebateBp: terms.rebate_bp, dailyWageFen: kept('daily_wage_fen'), pieceRateFen: kept('piece_rate_fen') },
    ...{ pieceName: terms.piece_name, workDaysPerYear: terms.work_days_per_year, shares: terms.shares },
    ...{ landMu: typeof mu === 'number' ? String(mu / 100) : null, rentFenPerMu: kept('rent_fen_per_mu') },
    ...{ effectiveFrom: terms.effective_from, effectiveTo: terms.effective_to },
  };
}

/** Drafts hold them as numbers, rows as bigints. */
const grams = (value: unknown): number | null => (value === null ? null : Number(value));

export function noteAgreement(tx: Tx, row: Pick<AgreementRow, 'id' | 'state'>, action: string, after: object): void {
  tx.audit({
    ...{ action: `agreement.${action}`, subjectKind: 'agreement', subjectId: row.id },
    ...{ before: { state: row.state }, after },
  });
}
