import { fail } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { failpoint, newId, type Tx } from '@xihuo/platform';
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
} from '../../store/payout/draw.sql';
import { tellOfPayouts } from '../tell-live';
import type { Telling } from './payee-accounts';
import { mustNotBeStopped, personOf } from './payout-kit';
import { takeRegistered } from './take-registered';

/**
 * Draws up a list of everybody who is due and may be paid: one batch a debtor, one line a payee and purpose, with the account as it
 * is now; who is due and cannot be paid is kept beside it with the reason, also where that is everybody: that list has no line and is
 * discarded from the beginning. What is on a list is on no other.
 *
 * @returns the id of the list
 * @throws ProblemError PAYOUTS_STOPPED, PAYOUT_RUN_OPEN while another waits for approval, PAYOUT_NOTHING_DUE
 */
export async function drawList(tx: Tx, kit: Telling): Promise<string> {
  const drawnBy = personOf(tx.actor);
  await tx.sql(payoutsOneAtATime);
  await mustNotBeStopped(tx);
  const [open] = await tx.sql(drawnListExists);
  if (open?.drawn) throw fail('PAYOUT_RUN_OPEN');
  await tx.sql(openDue);
  await takeRegistered(tx, kit);
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
    tellOfPayouts(tx);
    tx.audit({ action: 'payout.draw', subjectKind: 'payoutRun', subjectId: id, after: { fen: '0' } });
    return id;
  }
  await tx.sql(insertItems, [tx.now]);
  const [claimed] = await tx.sql(claimDues);
  failpoint('payout.draw:listed');
  await tx.sql(keepHeld, [id]);
  must(claimed!.fen === made.fen, 'a list is what is due to those on it');
  tellOfPayouts(tx);
  tx.audit({ action: 'payout.draw', subjectKind: 'payoutRun', subjectId: id, after: { fen: made.fen.toString() } });
  return id;
}
