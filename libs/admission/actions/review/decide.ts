import { fail } from '@xihuo/contract';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { obstacles } from '../../rules/review/approvable';
import { checklistFaults, checklistOf, unsavable, type Tick } from '../../rules/review/checklist';
import { outcomeOf, type ReviewVerdict } from '../../rules/review/outcome';
import { judgedOf } from '../../store/review/case.sql';
import { inspectionsOf, newestCredit } from '../../store/review/inspection.sql';
import { decideReview, prolongReview, putTicks, ticksOf, verdictsOf } from '../../store/review/review.sql';
import { claimEnd, openOwnReview, ownReview } from './claim';
import { judgeToday } from './judge-today';
import { beParticipant, openCase, touch, type OpenCase } from './open-case';
import { publishNotice } from './publish-notice';
import { rejectCase } from './send-back';
import type { ReviewKit } from './review-kit';

/**
 * Saves ticks of the own checklist, and begins the claim's time anew.
 *
 * @param version of the own review, which another window may have moved on
 * @throws ProblemError CHECKLIST_INCOMPLETE for a criterion the standard lacks, or a failure without a note
 */
export async function saveTicks(
  tx: Tx,
  { applicationId, version, items }: { applicationId: string; version: number; items: readonly Tick[] },
): Promise<{ version: number; claimedUntil: string; ticked: number }> {
  const { row, review, today } = await openOwnReview(tx, applicationId, 'review.tick');
  mustBeVersion(review.row_version, version);
  const faults = unsavable(checklistOf(row.criteria), items);
  if (faults.length > 0) throw fail('CHECKLIST_INCOMPLETE', { extra: { faults } });
  await tx.sql(putTicks, [review.id, JSON.stringify(items), tx.now]);
  const until = await claimEnd(tx, today);
  const [prolonged] = await tx.sql(prolongReview, [review.id, until]);
  const ticks = await tx.sql(ticksOf, [review.id]);
  tx.audit({
    action: 'review.tick',
    subjectKind: 'application',
    subjectId: row.id,
    after: { reviewId: review.id, items: items.map(({ criterion, result }) => [criterion, result]) },
  });
  return { version: prolonged!.row_version, claimedUntil: until.toISOString(), ticked: ticks.length };
}

/**
 * The verdict of one reviewer, on the own checklist alone. Two that agree settle the application: it goes on public notice or is
 * rejected. Where they do not, it waits for a third.
 *
 * @throws ProblemError NOT_DECLARED, CHECKLIST_INCOMPLETE, NOT_APPROVABLE, and what `openCase` throws
 */
export async function decide(
  tx: Tx,
  kit: ReviewKit,
  wanted: { applicationId: string; version: number; verdict: ReviewVerdict; reason: string },
): Promise<void> {
  const { applicationId, version, verdict, reason } = wanted;
  const opened = await openCase(tx, { applicationId, action: 'decide', version });
  const { row } = opened;
  const review = await ownReview(tx, opened);
  if (review.declared_at === null) throw fail('NOT_DECLARED');
  await mustBeFounded(tx, opened, { reviewId: review.id, verdict });
  await beParticipant(tx, opened);
  await tx.sql(decideReview, [review.id, verdict, reason, tx.now]);
  tx.audit({
    action: 'review.decide',
    subjectKind: 'application',
    subjectId: row.id,
    before: { state: row.state },
    after: { reviewId: review.id, verdict, reason, round: row.review_round },
  });
  const verdicts = await tx.sql(verdictsOf, [row.id, row.review_round]);
  const outcome = outcomeOf(verdicts.map((one) => one.verdict));
  if (outcome === 'approve') await publishNotice(tx, kit, opened);
  else if (outcome === 'reject') await rejectCase(tx, kit, opened, reason);
  else await touch(tx, row.id);
}

async function mustBeFounded(
  tx: Tx,
  { row, today }: OpenCase,
  { reviewId, verdict }: { reviewId: string; verdict: ReviewVerdict },
): Promise<void> {
  const ticks = await tx.sql(ticksOf, [reviewId]);
  const [judged] = await tx.sql(judgedOf, [row.id]);
  // Against what machines find today: what was wanting when it was handed in may have come since.
  const found = judged ? await judgeToday((wanted, values) => tx.sql(wanted, values), { row, judged, today }) : [];
  const machine = new Map(found.map(({ criterion, result }) => [criterion, result]));
  const faults = checklistFaults(verdict, checklistOf(row.criteria), ticks, machine);
  if (faults.length > 0) throw fail('CHECKLIST_INCOMPLETE', { extra: { faults } });
  if (verdict === 'reject') return;
  const snapshots = await tx.sql(newestCredit, [row.supplier_id, today]);
  const standing = obstacles(
    snapshots.map(({ register, status, queried_on: queriedOn }) => ({ register, status, queriedOn })),
    await tx.sql(inspectionsOf, [row.id]),
    { today, validDays: await policyOn(tx, 'admission.creditSnapshotDays', today) },
  );
  if (standing.length > 0) throw fail('NOT_APPROVABLE', { extra: { obstacles: standing } });
}
