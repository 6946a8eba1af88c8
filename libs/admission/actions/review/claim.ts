import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { organisationsOf } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import { mayAct } from '../../rules/review/may-act';
import { caseById, recuse } from '../../store/review/case.sql';
import {
  claimReview,
  declareReview,
  lockOwnReview,
  nextToClaim,
  releaseLapsed,
  releaseReview,
} from '../../store/review/review.sql';
import { deciderOf, matterOf, move, openCase, tellOfQueue, touch, type OpenCase } from './open-case';

/** The words a reviewer signs; a change of them is a new version. */
export const DECLARATION = 'noConflict@1';

/**
 * Takes an application for review; for so long it is nobody else's. The first claim starts the review.
 *
 * @throws ProblemError CLAIMED_BY_OTHER, and what `openCase` throws
 */
export async function claim(tx: Tx, applicationId: string): Promise<void> {
  const opened = await openCase(tx, { applicationId, action: 'claim', version: null });
  const { row, decider } = opened;
  await tx.sql(releaseLapsed, [row.id, row.review_round, tx.now]);
  const until = await claimEnd(tx, opened.today);
  const [taken] = await tx.sql(claimReview, [row.id, row.review_round, decider.personId, until]);
  must(taken, 'a verdict that was given is no claim');
  tellOfQueue(tx);
  if (row.state !== 'underReview') await move(tx, row, 'startReview');
  tx.audit({
    action: 'review.claim',
    subjectKind: 'application',
    subjectId: row.id,
    before: { state: row.state },
    after: { reviewId: taken.id, until: until.toISOString() },
  });
}

/** Claims the longest waiting one. @throws ProblemError NOTHING_TO_CLAIM */
export async function claimNext(tx: Tx): Promise<{ applicationId: string }> {
  const decider = deciderOf(tx);
  const { personId, grants } = decider;
  const reviewing = grants.filter(({ role }) => role === 'reviewer');
  const waiting = await tx.sql(nextToClaim, [personId, countyPatterns(reviewing), organisationsOf(grants)]);
  for (const { id } of waiting) {
    const [row] = await tx.sql(caseById, [id]);
    if (!row || mayAct('claim', matterOf(row), decider).refusal !== null) continue;
    await claim(tx, id);
    return { applicationId: id };
  }
  throw fail('NOTHING_TO_CLAIM');
}

/** Gives it back. The ticks stay, for when the same reviewer takes it again. @throws ProblemError NOT_CLAIMED */
export async function release(
  tx: Tx,
  { applicationId, reason }: { applicationId: string; reason: string },
): Promise<void> {
  const { row, review } = await openOwnReview(tx, applicationId, 'review.release');
  await tx.sql(releaseReview, [review.id, tx.now]);
  tellOfQueue(tx);
  tx.audit({ action: 'review.release', subjectKind: 'application', subjectId: row.id, after: { reason } });
}

/**
 * Says whether there is a conflict of interest, before anything is judged. Whoever has one is out for good, and the
 * application is free for others.
 */
export async function declare(
  tx: Tx,
  { applicationId, conflict, note }: { applicationId: string; conflict: boolean; note: string },
): Promise<void> {
  const { row, review, decider } = await openOwnReview(tx, applicationId, 'review.declare');
  if (conflict) {
    await tx.sql(releaseReview, [review.id, tx.now]);
    await tx.sql(recuse, [row.id, decider.personId, organisationsOf(decider.grants), tx.now]);
    await touch(tx, row.id);
  } else {
    await tx.sql(declareReview, [review.id, note === '' ? DECLARATION : `${DECLARATION} ${note}`, tx.now]);
  }
  tx.audit({ action: 'review.declare', subjectKind: 'application', subjectId: row.id, after: { conflict, note } });
}

/** The application locked, and the caller's own claim on it. */
export async function openOwnReview(tx: Tx, applicationId: string, action: string) {
  const opened = await openCase(tx, { applicationId, action: 'decide', version: null });
  tx.attempt({ action, subjectKind: 'application', subjectId: applicationId });
  return { ...opened, review: await ownReview(tx, opened) };
}

/** @throws ProblemError NOT_CLAIMED */
export async function ownReview(tx: Tx, { row, decider }: OpenCase) {
  const [review] = await tx.sql(lockOwnReview, [row.id, row.review_round, decider.personId, tx.now]);
  if (!review) throw fail('NOT_CLAIMED');
  return review;
}

const MINUTE_MS = 60_000;

export async function claimEnd(tx: Tx, today: string): Promise<Date> {
  return new Date(tx.now.getTime() + (await policyOn(tx, 'admission.claimMinutes', today)) * MINUTE_MS);
}
