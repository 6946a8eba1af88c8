import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { insertHouseholds, insertSealed, namePurpose } from '../store/organisation.sql';

export interface NewHousehold {
  reference: string;
  supplierId: string;
  countyCode: string;
  village: string;
  displayName: string;
  joinedOn: string;
  /** Sealed by the caller before it comes here: plain values never reach this context's SQL. */
  sealed: { householdKind: Buffer; idNumber: Buffer; bankCard: Buffer };
}

export interface Consent {
  givenAt: Date;
  /** Which wording they agreed to. */
  textVersion: string;
}

/** Enters farm households with their sealed particulars; answers the id of each by its reference. */
export async function registerHouseholds(
  tx: Tx,
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
  must(households.every(({ reference }) => idOf.has(reference)), 'every household has an id');
  await tx.sql(namePurpose, ['registration']);
  await tx.sql(insertSealed, [
    households.map(({ reference }) => idOf.get(reference)),
    households.map(({ sealed }) => sealed.householdKind),
    households.map(({ sealed }) => sealed.idNumber),
    households.map(({ sealed }) => sealed.bankCard),
    consent.givenAt,
    consent.textVersion,
  ]);
  return idOf;
}
