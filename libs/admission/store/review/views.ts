import type { ResponseOf } from '@xihuo/contract';
import type { Finding, Result } from '../../rules/assess';
import type { Decider } from '../../rules/four-eyes';
import { factsRefusal } from '../../rules/review/facts';
import { riskOf } from '../../rules/review/risk';
import { sentenceOf } from '../../rules/sentence';
import type { Criterion } from '../../rules/standard';
import type { JudgedRow } from './case.sql';
import type { CreditRow, InspectionRow } from './inspection.sql';
import type { NoticeRow, ObjectionRow } from './notice.sql';
import type { QueueRow, ReviewRow } from './review.sql';
import type { CorrectionRow } from './signature.sql';

type ReviewView = ResponseOf<'GET /admission/applications/{id}/review'>;
type QueueEntry = ResponseOf<'GET /admission/queue'>['data'][number];
type NoticeView = ResponseOf<'GET /public-notices'>['data'][number];
type ObjectionView = ResponseOf<'GET /admission/objections'>['data'][number];
type InspectionView = ResponseOf<'GET /admission/inspections/{id}'>;
type CreditView = ResponseOf<'GET /admission/applications/{id}/credit'>['data'][number];

/** The rule's words and source beside what machines found, in the order of the standard. */
export function checklistView(
  checklist: readonly Criterion[],
  judged: JudgedRow | undefined,
  today: readonly Finding[],
): ReviewView['checklist'] {
  const now = new Map(today.map((finding) => [finding.criterion, finding]));
  const findings = new Map((judged?.findings ?? []).map((finding) => [finding.criterion, finding]));
  return checklist.map(({ id, nameZh, nameEn, kind, source, howVerified = '', howVerifiedEn = howVerified }) => {
    const { result = 'notJudged', facts = [] } = findings.get(id) ?? {};
    const sentence = sentenceOf(result, facts);
    return {
      criterion: id,
      name: { zh: nameZh, en: nameEn },
      kind,
      source,
      rule: { zh: howVerified, en: howVerifiedEn },
      machine: result,
      sentence,
      today: otherwise(now.get(id), { result, sentence }),
    };
  });
}

/** What machines find today, where it is not what they found when it was handed in. */
function otherwise(
  finding: Finding | undefined,
  before: { result: Result; sentence: { zh: string } },
): ReviewView['checklist'][number]['today'] {
  if (!finding) return null;
  const sentence = sentenceOf(finding.result, finding.reasons);
  const same = finding.result === before.result && sentence.zh === before.sentence.zh;
  return same ? null : { machine: finding.result, sentence };
}

export function ownReviewView(row: ReviewRow, personId: string): ReviewView['reviews'][number] {
  return {
    id: row.id,
    version: row.row_version,
    round: row.round,
    reviewer: { id: row.reviewer_id, name: row.reviewer },
    mine: row.reviewer_id === personId,
    state: row.state,
    claimedUntil: row.claimed_until.toISOString(),
    declaredAt: row.declared_at?.toISOString() ?? null,
    verdict: row.verdict,
    reason: row.reason,
    decidedAt: row.decided_at?.toISOString() ?? null,
    items: row.items,
  };
}

export function correctionView(row: CorrectionRow): ReviewView['corrections'][number] {
  return {
    round: row.round,
    requestedBy: { id: row.requested_by, name: row.requester },
    reason: row.reason,
    fields: row.fields,
    dueOn: row.due_on,
    requestedAt: row.requested_at.toISOString(),
  };
}

export function queueView(row: QueueRow, { today, personId }: { today: string; personId: string }): QueueEntry {
  const { claimer, claimed_until: until } = row;
  return {
    applicationId: row.id,
    version: row.row_version,
    supplierName: row.supplier_name,
    county: { code: row.county_code, name: row.county_name, provinceName: row.province_name },
    state: row.state as QueueEntry['state'],
    step: row.step,
    round: row.review_round,
    waitingSince: row.waiting_since.toISOString(),
    dueOn: row.due_on,
    overdue: row.due_on < today,
    faults: row.faults,
    risk: riskOf(row.risk),
    verdicts: row.verdicts,
    claim:
      claimer === null || until === null
        ? null
        : { by: claimer, until: until.toISOString(), mine: row.claimed_by === personId },
  };
}

export function noticeView(row: NoticeRow): NoticeView {
  return {
    id: row.id,
    kind: row.subject_kind,
    subjectId: row.subject_id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    county: { code: row.county_code, name: row.county_name, provinceName: row.province_name },
    statement: { zh: row.statement_zh, en: row.statement_en },
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    state: row.state,
    publishedAt: row.published_at.toISOString(),
    closedAt: row.closed_at?.toISOString() ?? null,
    objections: row.objections,
    held: row.held,
  };
}

export function objectionView(row: ObjectionRow): ObjectionView {
  return {
    version: row.row_version,
    id: row.id,
    noticeId: row.notice_id,
    subjectId: row.subject_id,
    supplierName: row.supplier_name,
    county: { code: row.county_code, name: row.county_name },
    statement: row.statement,
    state: row.state,
    submittedAt: row.submitted_at.toISOString(),
    decision: row.decision,
    decidedAt: row.decided_at?.toISOString() ?? null,
  };
}

/** @param decider who reads it */
export function inspectionView(row: InspectionRow, decider: Decider): InspectionView {
  const parties = row.producer_id === null ? [row.supplier_id] : [row.supplier_id, row.producer_id];
  const matter = { parties, submittedBy: row.submitted_by, participants: row.participants };
  return {
    version: row.row_version,
    id: row.id,
    applicationId: row.application_id,
    supplierName: row.supplier_name,
    county: { code: row.county_code, name: row.county_name },
    state: row.state,
    orderReason: row.order_reason,
    plannedOn: row.planned_on,
    inspector: row.inspector,
    visitedOn: row.visited_on,
    place: row.place,
    findings: row.findings,
    result: row.result,
    summary: row.summary,
    files: row.file_ids,
    closedAt: row.closed_at?.toISOString() ?? null,
    cancelReason: row.cancel_reason,
    mayReport: row.state === 'planned' && factsRefusal(decider, row.county_code, matter) === null,
  };
}

export function creditView(row: CreditRow): CreditView {
  return {
    id: row.id,
    register: row.register,
    status: row.status,
    reason: row.reason,
    queriedOn: row.queried_on,
    source: row.source,
    fileId: row.file_id,
    recordedAt: row.recorded_at.toISOString(),
  };
}
