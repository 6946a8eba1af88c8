import { fail, type InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { covers, planRefusal } from '../../rules/spot-check/may-act-on-plan';
import {
  drawPlanRow,
  drawSamples,
  endPlanRow,
  insertPlan,
  lockPlan,
  type PlanRow,
} from '../../store/spot-check/spot-check.sql';
import { deciderOf } from '../review/open-case';
import { mustBeFree, type Deciding } from '../watch/open-matter';

/** Plans a spot check. @throws ProblemError NOT_FOUND for a region outside of the jurisdiction */
export async function planSpotCheck(
  tx: Tx,
  wanted: InputOf<'POST /admission/spot-checks'>['body'],
): Promise<{ id: string }> {
  const planner = deciderOf(tx);
  if (!covers(planner.grants, wanted.regionPrefix)) throw fail('NOT_FOUND');
  const { title, purpose, regionPrefix, sampleSize } = wanted;
  const [row] = await tx.sql(insertPlan, [title, purpose, regionPrefix, sampleSize, planner.personId, tx.now]);
  must(row, 'the plan was written');
  tx.audit({
    action: 'spotCheck.plan',
    subjectKind: 'spotCheck',
    subjectId: row.id,
    after: { regionPrefix, sampleSize },
  });
  return row;
}

async function openPlan(tx: Tx, { id, version }: Deciding, event: 'draw' | 'close' | 'cancel'): Promise<PlanRow> {
  tx.attempt({ action: `spotCheck.${event}`, subjectKind: 'spotCheck', subjectId: id });
  const decider = deciderOf(tx);
  const [row] = await tx.sql(lockPlan, [id]);
  const refusal = row ? planRefusal(event === 'draw' ? 'draw' : 'close', row, decider) : 'NOT_YOUR_PART';
  if (!row || refusal === 'NOT_YOUR_PART') throw fail('NOT_FOUND');
  const about = { county_code: row.region_prefix, state: row.state, row_version: row.row_version };
  mustBeFree(refusal, { row: about, decider, version });
  return row;
}

/**
 * Draws the products by lot, by somebody else than made the plan. The seed is kept and shown: whoever doubts that it was chance
 * draws again and gets the same.
 *
 * @throws ProblemError NOTHING_TO_DRAW where nothing is on sale there
 */
export async function drawPlan(tx: Tx, at: Deciding, seed: string): Promise<void> {
  const row = await openPlan(tx, at, 'draw');
  const samples = await tx.sql(drawSamples, [row.id, seed, row.region_prefix, row.sample_size]);
  if (samples.length === 0) throw fail('NOTHING_TO_DRAW');
  await tx.sql(drawPlanRow, [row.id, seed, deciderOf(tx).personId, tx.now]);
  tx.audit({
    action: 'spotCheck.draw',
    subjectKind: 'spotCheck',
    subjectId: row.id,
    before: { state: row.state },
    after: { state: 'drawn', seed, samples: samples.length },
  });
}

/** Closes a plan whose samples are all done; a draft is cancelled. @throws ProblemError SAMPLES_OPEN */
export async function closePlan(tx: Tx, at: Deciding): Promise<void> {
  const [standing] = await tx.sql(lockPlan, [at.id]);
  const event = standing?.state === 'draft' ? 'cancel' : 'close';
  const row = await openPlan(tx, at, event);
  if (row.open > 0) throw fail('SAMPLES_OPEN', { extra: { open: row.open } });
  const after = { state: event === 'cancel' ? 'cancelled' : 'closed' };
  await tx.sql(endPlanRow, [row.id, after.state, tx.now]);
  const before = { state: row.state };
  tx.audit({ action: `spotCheck.${event}`, subjectKind: 'spotCheck', subjectId: row.id, before, after });
}
