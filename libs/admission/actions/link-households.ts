import { fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Tx, Vault } from '@xihuo/platform';
import { households as register } from '@xihuo/registry';
import {
  insertLinks,
  linkedReferences,
  lockLinkingApplication,
  touchApplication,
  type LinkingApplication,
} from '../store/linked-household.sql';

export interface HouseholdToLink {
  readonly displayName: string;
  readonly countyCode: string;
  readonly village: string;
  readonly model: string;
  /** Sealed before it reaches SQL. */
  readonly householdKind: string;
  readonly idNumber: string;
  readonly bankCard: string;
  readonly consent: { readonly givenOn: string; readonly textVersion: string; readonly how: string };
}

/**
 * The application, locked, while its households may be changed; whose it is, its caller asks.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP
 */
export async function lockForLinking(tx: Tx, applicationId: string): Promise<LinkingApplication> {
  const [application] = await tx.sql(lockLinkingApplication, [applicationId]);
  if (!application) throw fail('NOT_FOUND');
  if (!['draft', 'correctionsRequested'].includes(application.state))
    throw fail('NOT_AT_THIS_STEP', { extra: { state: application.state } });
  return application;
}

/**
 * Enters households behind a supplier's goods, each with its own consent, and links them to a locked application. The same
 * household again is the same one: it is known by its ID number, of which only a keyed hash is compared, and only within its
 * supplier, so that nobody learns whom another supplier works with. Entered again it has the particulars and the consent given last.
 *
 * @returns ids in the order given, and the application's new version
 * @throws ProblemError CARD_CHANGE_GUARDED where the supplier is admitted and a household is known with another card
 */
export async function linkHouseholds(
  tx: Tx,
  vault: Vault,
  application: LinkingApplication,
  given: readonly HouseholdToLink[],
): Promise<{ ids: string[]; version: number }> {
  const { id, supplier_id: supplierId } = application;
  const referenceOf = (one: HouseholdToLink) => householdReference(vault, supplierId, one.idNumber);
  if ((await withGuardedCard(tx, vault, application, given)).some(Boolean)) throw fail('CARD_CHANGE_GUARDED');
  const households = [...new Map(given.map((one) => [one.idNumber, one])).values()];
  const idOf = new Map<string, string>();
  for (const [consent, given] of byConsent(households)) {
    const registered = given.map((one) => ({
      ...{
        reference: referenceOf(one),
        supplierId,
        countyCode: one.countyCode,
        village: one.village,
        displayName: one.displayName,
      },
      joinedOn: time.businessDate(tx.now),
      sensitive: { householdKind: one.householdKind, idNumber: one.idNumber, bankCard: one.bankCard },
    }));
    const ids = await register.registerHouseholds(tx, vault, registered, {
      givenAt: new Date(`${consent.givenOn}T00:00:00+08:00`),
      textVersion: consent.textVersion,
    });
    for (const [reference, householdId] of ids) idOf.set(reference, householdId);
  }
  const idsOf = (some: readonly HouseholdToLink[]) => some.map((one) => idOf.get(referenceOf(one))!);
  await tx.sql(insertLinks, [
    ...[id, idsOf(households)],
    households.map(({ model }) => model),
    households.map(({ consent }) => consent.givenOn),
    households.map(({ consent }) => consent.textVersion),
    households.map(({ consent }) => consent.how),
    ...[tx.actor.kind === 'person' ? tx.actor.personId : null, tx.now],
  ]);
  const [touched] = await tx.sql(touchApplication, [id]);
  must(touched, 'a locked application is there');
  return { ids: idsOf(given), version: touched.row_version };
}

/** Which of these ID numbers are linked already; asked without opening anything that is sealed. */
export async function linkedAlready(
  tx: Tx,
  vault: Vault,
  { id, supplier_id: supplierId }: LinkingApplication,
  idNumbers: readonly string[],
): Promise<boolean[]> {
  const references = idNumbers.map((idNumber) => householdReference(vault, supplierId, idNumber));
  const linked = new Set((await tx.sql(linkedReferences, [id, references])).map(({ reference }) => reference));
  return references.map((reference) => linked.has(reference));
}

/**
 * Which of these would get another card than they are known with, where their supplier is admitted already. Money may be owed to them
 * then, and whoever could change the card here could turn it aside: such a change asks for more than one person's word.
 */
export async function withGuardedCard(
  tx: Tx,
  vault: Vault,
  { supplier_id: supplierId, admitted }: LinkingApplication,
  households: readonly Pick<HouseholdToLink, 'idNumber' | 'bankCard'>[],
): Promise<boolean[]> {
  if (!admitted) return households.map(() => false);
  const given = households.map(({ idNumber, bankCard }) => ({
    reference: householdReference(vault, supplierId, idNumber),
    bankCard,
  }));
  const changed = await register.changedCards(tx, vault, given);
  return given.map(({ reference }) => changed.has(reference));
}

/** By which a household is known within its supplier: whoever has its ID number and the key makes the same one. */
export function householdReference(vault: Vault, supplierId: string, idNumber: string): string {
  return `H${vault.blindIndex('household', `${supplierId} ${idNumber}`).toString('hex').slice(0, 32).toUpperCase()}`;
}

/** A registration has one consent; households of the same day and wording are registered together. */
function byConsent(households: readonly HouseholdToLink[]): [HouseholdToLink['consent'], HouseholdToLink[]][] {
  const groups = new Map<string, [HouseholdToLink['consent'], HouseholdToLink[]]>();
  for (const one of households) {
    const key = `${one.consent.givenOn} ${one.consent.textVersion}`;
    const group = groups.get(key);
    if (group) group[1].push(one);
    else groups.set(key, [one.consent, [one]]);
  }
  return [...groups.values()];
}
