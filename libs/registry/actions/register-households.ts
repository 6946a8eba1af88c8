import { must } from '@xihuo/kernel';
import type { Tx, Vault } from '@xihuo/platform';
import { cardsOfHouseholds, namePurpose, putHouseholds, putSealed, sealedCards } from '../store/organisation.sql';

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

const TABLE = 'registry.household_sealed';

/**
 * Enters farm households with their sealed particulars; answers the id of each by its reference. One that is known already has from
 * now on what is said of it here, its card and consent too: whoever pays by that card asks `changedCards` first.
 */
export async function registerHouseholds(
  tx: Tx,
  vault: Vault,
  given: readonly NewHousehold[],
  consent: Consent,
): Promise<Map<string, string>> {
  const households = [...new Map(given.map((one) => [one.reference, one])).values()];
  const entered = households.map((one) => ({
    reference: one.reference,
    supplier_id: one.supplierId,
    county_code: one.countyCode,
    village: one.village,
    display_name: one.displayName,
    joined_on: one.joinedOn,
  }));
  const rows = await tx.sql(putHouseholds, [JSON.stringify(entered)]);
  const idOf = new Map(rows.map((row) => [row.reference, row.id]));
  must(
    households.every(({ reference }) => idOf.has(reference)),
    'every household has an id',
  );
  await tx.sql(namePurpose, ['registration']);
  const seal = (column: string, valueOf: (sensitive: NewHousehold['sensitive']) => string) =>
    households.map(({ reference, sensitive }) =>
      vault.seal({ table: TABLE, row: idOf.get(reference)!, column }, valueOf(sensitive)),
    );
  await tx.sql(putSealed, [
    households.map(({ reference }) => idOf.get(reference)),
    seal('household_kind', (sensitive) => sensitive.householdKind),
    seal('id_number', (sensitive) => sensitive.idNumber),
    seal('bank_card', (sensitive) => sensitive.bankCard),
    consent.givenAt,
    consent.textVersion,
  ]);
  return idOf;
}

/** Of these, the references that are known with another card. The cards are opened to be compared and leave this function in no form. */
export async function changedCards(
  tx: Tx,
  vault: Vault,
  given: readonly { readonly reference: string; readonly bankCard: string }[],
): Promise<Set<string>> {
  await tx.sql(namePurpose, ['registration']);
  const known = new Map(
    (await tx.sql(sealedCards, [given.map(({ reference }) => reference)])).map(
      ({ id, reference, bank_card: sealed }) => [
        reference,
        vault.open({ table: TABLE, row: id, column: 'bank_card' }, sealed),
      ],
    ),
  );
  return new Set(
    given
      .filter(({ reference, bankCard }) => known.has(reference) && known.get(reference) !== bankCard)
      .map(({ reference }) => reference),
  );
}

/** The card each household was registered with, and its holder: for whoever pays them. Sealed again before it is kept anywhere. */
export async function cardsOf(
  tx: Tx,
  vault: Vault,
  householdIds: readonly string[],
): Promise<{ householdId: string; holder: string; number: string }[]> {
  await tx.sql(namePurpose, ['payout']);
  const rows = await tx.sql(cardsOfHouseholds, [householdIds]);
  return rows.map(({ id, display_name: holder, bank_card: sealed }) => ({
    householdId: id,
    holder,
    number: vault.open({ table: TABLE, row: id, column: 'bank_card' }, sealed),
  }));
}
