import { fail, reviewing, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import type { Database, Statement } from '@xihuo/platform';
import { addWorkingDays, policyOn } from '@xihuo/registry';
import { isCompetent, type Decider } from '../../rules/four-eyes';
import { factsRefusal } from '../../rules/review/facts';
import { seenAlone } from '../../rules/review/alone';
import { mayAct } from '../../rules/review/may-act';
import { checklistOf } from '../../rules/review/checklist';
import { nextStep, type Step } from '../../rules/review/next-step';
import { nowOf } from '../../store/clock.sql';
import { caseById, judgedOf, type CaseRow, type JudgedRow } from '../../store/review/case.sql';
import { heldForOf } from '../../store/review/certify.sql';
import { creditOfSupplier, inspectionsOf } from '../../store/review/inspection.sql';
import { noticesOf } from '../../store/review/notice.sql';
import { reviewsOf } from '../../store/review/review.sql';
import { correctionsOf, levelChecksOf, recommendationsOf } from '../../store/review/signature.sql';
import {
  checklistView,
  correctionView,
  creditView,
  inspectionView,
  noticeView,
  ownReviewView,
} from '../../store/review/views';
import { judgeToday } from './judge-today';
import { matterOf } from './open-case';

type ReviewView = ResponseOf<'GET /admission/applications/{id}/review'>;
/** Nothing is looked up any more for what was decided. */
const OVER: readonly CaseRow['state'][] = ['certified', 'rejected', 'withdrawn'];
const READERS = ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'];

/** Everything about the review of one application; outside of the reader's jurisdiction it does not exist. */
export async function readReview(database: Database, decider: Decider, applicationId: string): Promise<ReviewView> {
  const row = await caseFor(database, decider.grants, applicationId);
  const of = <Row>(wanted: Statement<Row>) => database.read(wanted, [applicationId]);
  const [signatures, checks, reviews, corrections, inspections, notices, credit, [judged], [held]] = await Promise.all([
    of(recommendationsOf),
    of(levelChecksOf),
    of(reviewsOf),
    of(correctionsOf),
    of(inspectionsOf),
    of(noticesOf),
    database.read(creditOfSupplier, [row.supplier_id]),
    of(judgedOf),
    of(heldForOf),
  ]);
  const head = headOf(row, decider);
  const found = judged && !OVER.includes(row.state) ? await judgedNow(database, row, judged) : [];
  const judges = row.state === 'underReview' && decider.grants.some(({ role }) => role === 'reviewer');
  return {
    ...head,
    dueOn: await dueOn(database, { step: head.step, since: row.waiting_since }),
    recommendations: signatures.map((one) => ({
      ...signature(one),
      department: one.department,
      confirmed: one.confirmed,
      sealNumber: one.seal_number,
    })),
    checks: checks.map((one) => ({ ...signature(one), level: one.level })),
    checklist: checklistView(checklistOf(row.criteria), judged, found),
    reviews: seenAlone(
      reviews.map((one) => ownReviewView(one, decider.personId)),
      { round: row.review_round, judges },
    ),
    corrections: corrections.map(correctionView),
    inspections: inspections.map((one) => inspectionView(one, decider)),
    credit: credit.map(creditView),
    notices: notices.map(noticeView),
    heldFor: held?.held_faults ?? [],
    mayAddFacts: !OVER.includes(row.state) && factsRefusal(decider, row.county_code, matterOf(row)) === null,
  };
}

async function judgedNow(database: Database, row: CaseRow, judged: JudgedRow) {
  const [clock] = await database.read(nowOf);
  const today = time.businessDate(clock!.now);
  return judgeToday((wanted, values) => database.read(wanted, values), { row, judged, today });
}

/** The row, for whoever may see it. @throws ProblemError NOT_FOUND */
export async function caseFor(database: Database, grants: Decider['grants'], id: string): Promise<CaseRow> {
  const [row] = await database.read(caseById, [id]);
  if (!row || !READERS.some((role) => isCompetent(grants, row.county_code, { role }))) throw fail('NOT_FOUND');
  return row;
}

function headOf(row: CaseRow, decider: Decider) {
  const matter = matterOf(row);
  return {
    version: row.row_version,
    applicationId: row.id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    state: row.state,
    step: nextStep(matter.state, matter.levels),
    round: row.review_round,
    waitingSince: row.waiting_since?.toISOString() ?? null,
    levels: [...matter.levels],
    actions: reviewing.REVIEW_ACTIONS.map((action) => {
      const { refusal } = mayAct(action, matter, decider);
      return { action, allowed: refusal === null, why: refusal };
    }),
  };
}

async function dueOn(database: Database, { step, since }: { step: Step | null; since: Date | null }) {
  if (step === null || since === null) return null;
  const day = time.businessDate(since);
  const days = step === 'review' ? 'admission.reviewWorkingDays' : 'admission.recommendWorkingDays';
  return addWorkingDays(database, day, await policyOn(database, days, day));
}

function signature(row: { round: number; signed_by: string; signer: string; opinion: string; signed_at: Date }) {
  return {
    round: row.round,
    signedBy: { id: row.signed_by, name: row.signer },
    opinion: row.opinion,
    signedAt: row.signed_at.toISOString(),
  };
}
