import { tellPeople } from '@xihuo/identity';
import { time } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { households, policyOn } from '@xihuo/registry';
import { ACCOUNT_MESSAGES, OWN_PAYOUTS } from '../../rules/payout-messages';
import { insertRegistered, nameAccountPurpose, peopleOfPayees, sealAccounts } from '../../store/payout/account.sql';
import { withoutAccount } from '../../store/payout/draw.sql';
import { fingerprintOf, sealedCells } from './account-cells';
import type { Telling } from './payee-accounts';

/** Cards opened and sealed at once. */
const CARDS = 2_000;
const HOUR = 3_600_000;

/**
 * Households that are due for the first time are paid to the card they were registered with, once it was theirs to object to: whoever
 * registered them, a clerk of the supplier that owes them, wrote the number, so it is held for the hours of
 * `payout.accountHoldHours` as any account is, the household's people are told of it and may cancel it, and a card that they cancelled
 * is not taken again. No second person of finance confirms it: of a village's hundreds of cards nobody at a desk knows whose each is,
 * the household does. The holder is the household by its registered name, which is what its bank compares.
 */
export async function takeRegistered(tx: Tx, kit: Telling): Promise<void> {
  const ids = (await tx.sql(withoutAccount)).map(({ payee_id: id }) => id);
  if (ids.length === 0) return;
  const hours = await policyOn(tx, 'payout.accountHoldHours', time.businessDate(tx.now));
  for (let from = 0; from < ids.length; from += CARDS) await take(tx, kit, ids.slice(from, from + CARDS), hours);
}

async function take(tx: Tx, kit: Telling, ids: readonly string[], hours: number): Promise<void> {
  const { vault } = kit;
  const cards = (await households.cardsOf(tx, vault, ids)).map((card) => ({ ...card, id: newId() }));
  if (cards.length === 0) return;
  await tx.sql(insertRegistered, [
    cards.map(({ id }) => id),
    cards.map(({ householdId }) => householdId),
    cards.map(({ number }) => number.slice(-4)),
    cards.map((card) => fingerprintOf(vault, card)),
    tx.now,
    new Date(tx.now.getTime() + hours * HOUR),
  ]);
  await tx.sql(nameAccountPurpose, ['payout.draw']);
  const sealed = cards.map((card) => sealedCells(vault, card.id, card));
  await tx.sql(sealAccounts, [
    cards.map(({ id }) => id),
    sealed.map(({ number }) => number),
    sealed.map(({ holder }) => holder),
  ]);
  const people = new Map<string, string[]>();
  for (const one of await tx.sql(peopleOfPayees, [cards.map(({ householdId }) => householdId)]))
    people.set(one.payee_id, [...(people.get(one.payee_id) ?? []), one.person_id]);
  await tellPeople(
    tx,
    kit,
    cards.map(({ id, householdId, number }) => ({
      personIds: people.get(householdId) ?? [],
      key: `payeeAccount.registered:${id}`,
      message: ACCOUNT_MESSAGES.registered({ tail: number.slice(-4), hours }),
      about: OWN_PAYOUTS,
      sms: true as const,
      everybody: true as const,
    })),
  );
}
