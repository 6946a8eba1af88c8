import { fail } from '@xihuo/contract';
import { failpoint, type Tx } from '@xihuo/platform';
import { mayDiscard } from '../../rules/second-person';
import { payoutsOneAtATime } from '../../store/payout/draw.sql';
import { askDiscard, discardAsked } from '../../store/payout/move.sql';
import { findBatch, type BatchRow } from '../../store/payout/view.sql';
import { tellOfPayouts } from '../tell-live';
import { discard } from './decide-list';
import { personOf } from './payout-kit';

/**
 * Takes back a batch that money was set aside for and the bank was not told of: one person of finance asks for it, another does it, also
 * while payouts are stopped. What was set aside is given back in the books, and everybody on it is due again. The second factor is asked
 * for by whoever calls.
 *
 * @returns the batch: still `setAside` where it was only asked for
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP, FOUR_EYES where whoever asked for it would do it
 */
export async function discardBatch(tx: Tx, { id, reason }: { id: string; reason: string }): Promise<BatchRow> {
  const by = personOf(tx.actor);
  tx.attempt({ action: 'payout.discardBatch', subjectKind: 'payoutBatch', subjectId: id });
  await tx.sql(payoutsOneAtATime);
  const [batch] = await tx.sql(findBatch, [id]);
  if (!batch) throw fail('NOT_FOUND');
  if (batch.state !== 'setAside') throw fail('NOT_AT_THIS_STEP');
  if (!mayDiscard(by, batch)) throw fail('FOUR_EYES');
  if (batch.discard_asked_by === null) {
    await tx.sql(askDiscard, [id, by, tx.now, reason]);
    tx.audit({ action: 'payout.askDiscard', subjectKind: 'payoutBatch', subjectId: id, after: { reason } });
  } else {
    await tx.sql(discardAsked, [id, by]);
    await discard(tx, [id]);
    tx.audit({ action: 'payout.discardBatch', subjectKind: 'payoutBatch', subjectId: id, after: { reason } });
  }
  tellOfPayouts(tx);
  failpoint('payout.discardBatch:moved');
  const [now] = await tx.sql(findBatch, [id]);
  return now!;
}
