import { fail, machines } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import { failpoint, type Tx } from '@xihuo/platform';
import { hashAgain, payoutsOneAtATime } from '../../store/payout/draw.sql';
import {
  approveRun,
  batchesOfRun,
  discardBatches,
  discardRun,
  freeDues,
  itemsOfBatches,
  moveItems,
} from '../../store/payout/move.sql';
import { findPayoutRun, type PayoutRunRow } from '../../store/payout/view.sql';
import { tellOfPayouts } from '../tell-live';
import { mustNotBeStopped, personOf } from './payout-kit';
import { giveBack } from './void-lines';

/**
 * A second person approves the list they read, by its hash; it is made again from the rows, so that a list in which anything has
 * changed since, also an account, is refused. The second factor is asked for by whoever calls.
 *
 * @throws ProblemError NOT_FOUND, FOUR_EYES, NOT_AT_THIS_STEP, PAYOUT_LIST_CHANGED (extra: moved accounts), PAYOUTS_STOPPED
 */
export async function approveList(tx: Tx, { id, hash }: { id: string; hash: string }): Promise<void> {
  const approver = personOf(tx.actor);
  tx.attempt({ action: 'payout.approve', subjectKind: 'payoutRun', subjectId: id });
  await tx.sql(payoutsOneAtATime);
  const run = await openRun(tx, id, 'approve');
  if (run.drawn_by === approver) throw fail('FOUR_EYES');
  await mustNotBeStopped(tx);
  const [again] = await tx.sql(hashAgain, [tx.now, id]);
  must(again, 'a list has a hash');
  if (hash !== run.list_hash || again.hash !== run.list_hash || again.moved > 0) {
    throw fail('PAYOUT_LIST_CHANGED', { extra: { accounts: again.moved } });
  }
  const [moved] = await tx.sql(approveRun, [id, approver, tx.now]);
  must(moved, 'a list that waits is approved');
  failpoint('payout.approve:moved');
  tellOfPayouts(tx);
  tx.audit({ action: 'payout.approve', subjectKind: 'payoutRun', subjectId: id, after: { hash } });
}

/** A list that nothing was set aside for is thrown away, approved or not and also while payouts are stopped: everybody on it is due again. @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP */
export async function discardList(tx: Tx, { id, reason }: { id: string; reason: string }): Promise<void> {
  await tx.sql(payoutsOneAtATime);
  await openRun(tx, id, 'discard');
  await tx.sql(discardRun, [id, reason]);
  const batches = (await tx.sql(batchesOfRun, [id])).map((batch) => batch.id);
  await discard(tx, batches);
  tellOfPayouts(tx);
  tx.audit({ action: 'payout.discard', subjectKind: 'payoutRun', subjectId: id, after: { reason } });
}

/** Batches the bank was not told of, with all their lines; what was set aside for them is given back. */
export async function discard(tx: Tx, batchIds: readonly string[]): Promise<void> {
  await tx.sql(discardBatches, [batchIds]);
  const items = (await tx.sql(itemsOfBatches, [batchIds])).map((item) => item.id);
  await tx.sql(moveItems, [items, 'discarded', 'drawn', tx.now]);
  const aside = (await tx.sql(moveItems, [items, 'discarded', 'setAside', tx.now])).map((item) => item.id);
  await giveBack(tx, aside);
  await tx.sql(freeDues, [items]);
}

async function openRun(tx: Tx, id: string, event: machines.PayoutRunEvent): Promise<PayoutRunRow> {
  const [run] = await tx.sql(findPayoutRun, [id]);
  if (!run) throw fail('NOT_FOUND');
  if (states.transition(machines.payoutRunStates, run.state, event) === null) throw fail('NOT_AT_THIS_STEP');
  return run;
}
