import { fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { failpoint, newId, type Tx, type Vault } from '@xihuo/platform';
import { households } from '@xihuo/registry';
import { insertRegistered, nameAccountPurpose, sealAccounts } from '../../store/payout/account.sql';
import {
  claimDues,
  drawnListExists,
  insertHeldList,
  insertItems,
  insertList,
  keepHeld,
  listDue,
  numberBatches,
  openDue,
  openListed,
  payoutsOneAtATime,
  withoutAccount,
} from '../../store/payout/draw.sql';
import { fingerprintOf, sealedCells } from './account-cells';
import { mustNotBeStopped, personOf } from './payout-kit';

/** Cards opened and sealed at once. */
const CARDS = 2_000;

/**
 * Draws up a list of everybody who is due and may be paid: one batch a debtor, one line a payee and purpose, with the account as it
 * is now; who is due and cannot be paid is kept beside it with the reason, also where that is everybody: that list has no line and is
 * discarded from the beginning. What is on a list is on no other.
 *
 * @returns the id of the list
 * @throws ProblemError PAYOUTS_STOPPED, PAYOUT_RUN_OPEN while another waits for approval, PAYOUT_NOTHING_DUE
 */
export async function drawList(tx: Tx, vault: Vault): Promise<string> {
  const drawnBy = personOf(tx.actor);
  await tx.sql(payoutsOneAtATime);
  await mustNotBeStopped(tx);
  const [open] = await tx.sql(drawnListExists);
  if (open?.drawn) throw fail('PAYOUT_RUN_OPEN');
  await tx.sql(openDue);
  await takeRegistered(tx, vault);
  await tx.sql(openListed);
  await tx.sql(listDue, [tx.now]);
  await tx.sql(numberBatches);
  const id = newId();
  const head = [id, drawnBy, tx.now, time.businessDate(tx.now)];
  const [made] = await tx.sql(insertList, head);
  if (!made) {
    const [noted] = await tx.sql(insertHeldList, head);
    if (!noted) throw fail('PAYOUT_NOTHING_DUE');
    await tx.sql(keepHeld, [id]);
    tx.audit({ action: 'payout.draw', subjectKind: 'payoutRun', subjectId: id, after: { fen: '0' } });
    return id;
  }
  await tx.sql(insertItems, [tx.now]);
  const [claimed] = await tx.sql(claimDues);
  failpoint('payout.draw:listed');
  await tx.sql(keepHeld, [id]);
  must(claimed!.fen === made.fen, 'a list is what is due to those on it');
  tx.audit({ action: 'payout.draw', subjectKind: 'payoutRun', subjectId: id, after: { fen: made.fen.toString() } });
  return id;
}

/** Households that were registered with a card, and of which nothing else was ever said, are paid to it. */
async function takeRegistered(tx: Tx, vault: Vault): Promise<void> {
  const ids = (await tx.sql(withoutAccount)).map(({ payee_id: id }) => id);
  for (let from = 0; from < ids.length; from += CARDS) {
    const cards = (await households.cardsOf(tx, vault, ids.slice(from, from + CARDS))).map((card) => ({
      ...card,
      id: newId(),
    }));
    if (cards.length === 0) continue;
    await tx.sql(insertRegistered, [
      cards.map(({ id }) => id),
      cards.map(({ householdId }) => householdId),
      cards.map(({ number }) => number.slice(-4)),
      cards.map((card) => fingerprintOf(vault, card)),
      tx.now,
    ]);
    await tx.sql(nameAccountPurpose, ['payout.draw']);
    const sealed = cards.map((card) => sealedCells(vault, card.id, card));
    await tx.sql(sealAccounts, [
      cards.map(({ id }) => id),
      sealed.map(({ number }) => number),
      sealed.map(({ holder }) => holder),
    ]);
  }
}
