import { fail, machines } from '@xihuo/contract';
import { must, states, time } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { addWorkingDays, policyOn } from '@xihuo/registry';
import { CLOCKS } from '../rules/clock';
import type { CaseRow } from '../store/case.sql';
import { moveCase } from '../store/move-case.sql';

/** The last working day of a step that begins today; null where a state waits for nobody. */
export async function dueOn(tx: Tx, state: machines.DisputeState): Promise<string | null> {
  const key = (CLOCKS as Partial<Record<machines.DisputeState, (typeof CLOCKS)[keyof typeof CLOCKS]>>)[state];
  if (!key) return null;
  const today = time.businessDate(tx.now);
  return addWorkingDays(tx, today, await policyOn(tx, key, today));
}

/**
 * Moves a case on by the table, compare-and-set; answers the day the next step is due.
 *
 * @throws ProblemError DISPUTE_STATE
 */
export async function move(tx: Tx, row: CaseRow, event: machines.DisputeEvent): Promise<{ due: string | null }> {
  const to = states.transition(machines.disputeStates, row.state, event);
  if (to === null) throw fail('DISPUTE_STATE', { extra: { state: row.state } });
  const due = await dueOn(tx, to);
  const [moved] = await tx.sql(moveCase, [
    ...[row.id, to, states.statesBefore(machines.disputeStates, event), due, tx.now],
  ]);
  must(moved, 'a locked case moves');
  tx.audit({
    action: `dispute.${event}`,
    subjectKind: 'dispute',
    subjectId: row.id,
    before: { state: row.state },
    after: { state: to, dueOn: due },
  });
  return { due };
}
