import { fail, type machines, reviewing } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import type { Department } from '../../rules/review/may-act';
import { levelsOf, nextStep, type Level } from '../../rules/review/next-step';
import { insertLevelCheck, insertRecommendation } from '../../store/review/signature.sql';
import { beParticipant, move, openCase, touch, type OpenCase } from './open-case';
import { tellConcerned, tellStep } from './tell';
import type { ReviewKit } from './review-kit';

export interface Recommendation {
  readonly applicationId: string;
  readonly version: number;
  readonly department: Department;
  /** The questions the department answers for; a signature answers for all of them. */
  readonly confirmed: readonly string[];
  readonly opinion: string;
  readonly sealNumber?: string | undefined;
}

/**
 * One department of the county signs for what it gates: agriculture for production, supply and quality, revitalisation for the
 * link with households. The two sign apart, in either order; with the second signature the application is recommended.
 *
 * @throws ProblemError RECOMMENDATION_INCOMPLETE, and what `openCase` throws
 */
export async function recommend(tx: Tx, kit: ReviewKit, wanted: Recommendation): Promise<void> {
  const { applicationId, version, department, confirmed, opinion, sealNumber = null } = wanted;
  const action = department === 'agriculture' ? 'signAgriculture' : 'signRevitalisation';
  const opened = await openCase(tx, { applicationId, action, version });
  const open = reviewing.COUNTY_QUESTIONS[department].filter((question) => !confirmed.includes(question));
  if (open.length > 0) throw fail('RECOMMENDATION_INCOMPLETE', { extra: { open } });
  const { row, decider } = opened;
  await beParticipant(tx, opened);
  await tx.sql(insertRecommendation, [
    ...[row.id, row.review_round, department, decider.personId],
    ...[reviewing.COUNTY_QUESTIONS[department], opinion, sealNumber, tx.now],
  ]);
  const signed = row.signed.length === 0;
  const state = signed ? row.state : await goOn(tx, kit, opened, { event: 'recommend', message: 'recommended' });
  tx.audit({
    action: 'application.recommend',
    subjectKind: 'application',
    subjectId: row.id,
    before: { state: row.state, signed: row.signed },
    after: { state, department, round: row.review_round },
  });
  if (!signed) return;
  await touch(tx, row.id);
  await tellConcerned(tx, kit, { about: row, message: 'signed' });
}

/**
 * City or province signs its check, where the standard has one.
 *
 * @throws ProblemError what `openCase` throws
 */
export async function signLevelCheck(
  tx: Tx,
  kit: ReviewKit,
  wanted: { applicationId: string; version: number; level: Level; opinion: string },
): Promise<void> {
  const { applicationId, version, level, opinion } = wanted;
  const action = level === 'city' ? 'checkCity' : 'checkProvince';
  const opened = await openCase(tx, { applicationId, action, version });
  const { row, decider } = opened;
  await beParticipant(tx, opened);
  await tx.sql(insertLevelCheck, [row.id, row.review_round, level, decider.personId, opinion, tx.now]);
  const state = await goOn(tx, kit, opened, { event: action, message: 'checked' });
  tx.audit({
    action: `application.${action}`,
    subjectKind: 'application',
    subjectId: row.id,
    before: { state: row.state },
    after: { state, level, round: row.review_round },
  });
}

async function goOn(
  tx: Tx,
  kit: ReviewKit,
  { row }: OpenCase,
  { event, message }: { event: 'recommend' | 'checkCity' | 'checkProvince'; message: 'recommended' | 'checked' },
): Promise<machines.ApplicationState> {
  const state = await move(tx, row, event);
  await tellConcerned(tx, kit, { about: row, message });
  const step = nextStep(state, levelsOf(row.check_levels, { hasCity: row.has_city }));
  if (step !== null) await tellStep(tx, kit, { about: row, step });
  return state;
}
