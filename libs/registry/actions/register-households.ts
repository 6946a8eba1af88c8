import { must } from '@xihuo/kernel';
import type { Tx, Vault } from '@xihuo/platform';
import { insertHouseholds, insertSealed, namePurpose } from '../store/organisation.sql';

export interface NewHousehold {
  reference: string;
  supplierId: string;
  countyCode: string;
  village: string;
  displayName: string;
  joinedOn: string;
  /** Sealed before it reaches SQL: status, ID and card are sensitive personal information. */
  sensitive: { householdKind: string; idNumber: string; bankCard: string };
}

export interface Consent {
  givenAt: Date;
  /** Which wording they agreed to. */
  textVersion: string;
}

/** Enters farm households with their sealed particulars; answers the id of each by its reference. */
export async function registerHouseholds(
  tx: Tx,
  vault: Vault,
  households: readonly NewHousehold[],
  consent: Consent,
): Promise<Map<string, string>> {
  const given = households.map((one) => ({
    reference: one.reference,
    supplier_id: one.supplierId,
    county_code: one.countyCode,
    village: one.village,
    display_name: one.displayName,
    joined_on: one.joinedOn,
  }));
  const rows = await tx.sql(insertHouseholds, [JSON.stringify(given)]);
  const idOf = new Map(rows.map((row) => [row.reference, row.id]));
  must(
    households.every(({ reference }) => idOf.has(reference)),
    'every household has an id',
  );
  await tx.sql(namePurpose, ['registration']);
  const seal = (column: string, valueOf: (sensitive: NewHousehold['sensitive']) => string) =>
    households.map(({ reference, sensitive }) =>
      vault.seal({ table: 'registry.household_sealed', row: idOf.get(reference)!, column }, valueOf(sensitive)),
    );
  await tx.sql(insertSealed, [
    households.map(({ reference }) => idOf.get(reference)),
    seal('household_kind', (sensitive) => sensitive.householdKind),
    seal('id_number', (sensitive) => sensitive.idNumber),
    seal('bank_card', (sensitive) => sensitive.bankCard),
    consent.givenAt,
    consent.textVersion,
  ]);
  return idOf;
}
