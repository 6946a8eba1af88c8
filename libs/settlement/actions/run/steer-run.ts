import { fail, machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { findRun, type RunRow } from '../../store/run.sql';
import { runView, type RunView } from '../../store/settlement-view';
import { findShard, moveRun, retryShard } from '../../store/shard.sql';
import { tellOfRun } from '../tell-live';
import { prepareRun } from './prepare-run';

/** The periodic job that works off runs. */
export const SETTLE_JOB = 'settlement.daily';

/**
 * Prepares a run, and has a worker begin.
 *
 * @throws ProblemError PERIOD_NOT_OVER, RUN_EXISTS, LATER_PERIOD_SETTLED, RUN_UNDER_WAY
 */
export async function startRun(tx: Tx, periodEnd: string): Promise<RunView> {
  const id = await prepareRun(tx, periodEnd);
  tx.wake(SETTLE_JOB);
  return runView(await found(tx, id));
}

/**
 * Lets a run rest, or go on: a paused one begins no further shard, and what a worker is at is finished.
 *
 * @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP, STATEMENTS_CLOSED where it is posted
 */
export async function steerRun(tx: Tx, id: string, event: 'pause' | 'resume'): Promise<RunView> {
  const { state } = await found(tx, id);
  if (state === 'posted') throw fail('STATEMENTS_CLOSED');
  const next = states.transition(machines.settlementRunStates, state, event);
  if (next === null) throw fail('NOT_AT_THIS_STEP');
  const [moved] = await tx.sql(moveRun, [id, state, next]);
  if (!moved) throw fail('NOT_AT_THIS_STEP');
  const [before, after] = [{ state }, { state: next }];
  tx.audit({ action: `settlement.${event}`, subjectKind: 'settlementRun', subjectId: id, before, after });
  if (event === 'resume') tx.wake(SETTLE_JOB);
  tellOfRun(tx, id);
  return runView(await found(tx, id));
}

/** What could not be settled is tried once more. @throws ProblemError NOT_FOUND, NOT_AT_THIS_STEP where it has not failed, STATEMENTS_CLOSED */
export async function tryAgain(tx: Tx, shardId: string): Promise<RunView> {
  const [shard] = await tx.sql(findShard, [shardId]);
  if (!shard) throw fail('NOT_FOUND');
  if (shard.state === 'settled') throw fail('STATEMENTS_CLOSED');
  const [again] = await tx.sql(retryShard, [shardId]);
  if (!again) throw fail('NOT_AT_THIS_STEP');
  tx.audit({ action: 'settlement.retry', subjectKind: 'settlementShard', subjectId: shardId });
  tx.wake(SETTLE_JOB);
  tellOfRun(tx, again.run_id);
  return runView(await found(tx, again.run_id));
}

async function found(tx: Tx, id: string): Promise<RunRow> {
  const [row] = await tx.sql(findRun, [id]);
  if (!row) throw fail('NOT_FOUND');
  return row;
}
