import { fail, machines, type InputOf } from '@xihuo/contract';
import { must, states } from '@xihuo/kernel';
import { failpoint, type Tx } from '@xihuo/platform';
import { decideAdjustment, lockAdjustment } from '../../store/adjustment.sql';
import { personOf } from '../payout/payout-kit';
import { refundLate, type Telling } from './refund-late';
import { writeOff } from './write-off';

type Decision = InputOf<'POST /settlement/adjustments/{id}/decide'>['body'] & { id: string };

/**
 * A second person approves an adjustment or refuses it; who proposed it may only take it back. Approved, it is a line of the statement
 * that the supplier's next shard writes; a late refund is paid at once, and owed by the supplier; a write-off is booked at
 * once. The second factor is asked for by whoever calls.
 *
 * @throws ProblemError NOT_FOUND, FOUR_EYES, NOT_AT_THIS_STEP; of a late refund LATE_REFUND_TOO_LARGE, REFUND_TOO_LARGE;
 *   of a write-off WRITE_OFF_NOT_YET, WRITE_OFF_TOO_LARGE
 */
export async function decide(tx: Tx, kit: Telling, { id, decision, reason }: Decision): Promise<void> {
  const by = personOf(tx.actor);
  tx.attempt({ action: `adjustment.${decision}`, subjectKind: 'adjustment', subjectId: id });
  const [row] = await tx.sql(lockAdjustment, [id]);
  if (!row) throw fail('NOT_FOUND');
  const next = states.transition(machines.adjustmentStates, row.state, decision);
  if (next === null) throw fail('NOT_AT_THIS_STEP');
  if ((decision === 'withdraw') !== (row.proposed_by === by)) throw fail('FOUR_EYES');
  const [moved] = await tx.sql(decideAdjustment, [id, next, by, tx.now, reason, row.state]);
  must(moved, 'an adjustment that is held is decided once');
  if (row.kind === 'lateRefund' && next === 'approved') await refundLate(tx, kit, row);
  if ((row.kind === 'writeOff' || row.kind === 'subsidyOff') && next === 'approved') await writeOff(tx, row);
  failpoint('adjustment.decide:beforeCommit');
  tx.audit({
    ...{ action: `adjustment.${decision}`, subjectKind: 'adjustment', subjectId: id },
    before: { state: row.state },
    after: { state: next, reason, amountFen: row.amount_fen.toString() },
  });
}
