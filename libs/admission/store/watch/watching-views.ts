import { watching, type ResponseOf } from '@xihuo/contract';
import type { Decider } from '../../rules/four-eyes';
import { planRefusal } from '../../rules/spot-check/may-act-on-plan';
import { judgeRefusal } from '../../rules/watch/may-act';
import type { ExitNoticeRow, ExitRow } from '../exit/exit.sql';
import { placeOf } from '../measure/views';
import type { PlanRow, SampleRow } from '../spot-check/spot-check.sql';
import type { CertificateRow } from './certificate.sql';
import type { RecheckRow } from './recheck.sql';

type CertificateView = ResponseOf<'GET /admission/certificates/{id}'>;
type RecheckView = ResponseOf<'GET /admission/rechecks/{id}'>;
type PlanEntry = ResponseOf<'GET /admission/spot-checks'>['data'][number];
type SampleView = ResponseOf<'GET /admission/samples/{id}'>;
type ExitView = ResponseOf<'GET /admission/exits/{id}'>;

/** @param decider who reads it */
export function certificateView(row: CertificateRow, decider: Decider): CertificateView {
  return {
    version: row.row_version,
    id: row.id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    productId: row.product_id,
    productName: row.product_name,
    kind: row.kind,
    scope: row.scope,
    number: row.number,
    issuer: row.issuer,
    validUntil: row.valid_until,
    daysLeft: row.days_left,
    fileId: row.file_id,
    state: row.state,
    handedInAt: row.handed_in_at.toISOString(),
    verifiedAt: row.verified_at?.toISOString() ?? null,
    refusal: row.refusal,
    mayJudge: judgeRefusal(decider, row, row.handed_in_by) === null,
  };
}

/** @param decider who reads it */
export function recheckView(row: RecheckRow, decider: Decider): RecheckView {
  return {
    version: row.row_version,
    id: row.id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    county: placeOf(row),
    kind: row.kind,
    state: row.state,
    openedOn: row.opened_on,
    dueOn: row.due_on,
    items: [...watching.RECHECK_ITEMS[row.kind]],
    answers: row.answers as RecheckView['answers'],
    answeredAt: row.answered_at?.toISOString() ?? null,
    reason: row.reason,
    decidedAt: row.decided_at?.toISOString() ?? null,
    mayJudge: judgeRefusal(decider, row, row.answered_by) === null,
  };
}

/** @param decider who reads it */
export function planEntry(row: PlanRow, decider: Decider): PlanEntry {
  return {
    version: row.row_version,
    id: row.id,
    title: row.title,
    purpose: row.purpose,
    regionPrefix: row.region_prefix,
    sampleSize: row.sample_size,
    state: row.state,
    seed: row.seed,
    createdAt: row.created_at.toISOString(),
    drawnAt: row.drawn_at?.toISOString() ?? null,
    may: (['draw', 'close'] as const).filter((act) => planRefusal(act, row, decider) === null),
    samples: { total: row.total, passed: row.passed, failed: row.failed },
  };
}

/** @param decider who reads it */
export function sampleView(row: SampleRow, decider: Decider): SampleView {
  return {
    version: row.row_version,
    id: row.id,
    planId: row.plan_id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    county: placeOf(row),
    productId: row.product_id,
    productName: row.product_name,
    state: row.state,
    lotCode: row.lot_code,
    quantity: row.quantity,
    place: row.place,
    sealNumber: row.seal_number,
    takenOn: row.taken_on,
    laboratory: row.laboratory,
    sentOn: row.sent_on,
    reportNumber: row.report_number,
    reportFileId: row.report_file_id,
    reportedOn: row.reported_on,
    results: row.results,
    retestUntil: row.retest_until,
    retestOf: row.retest_of,
    retestId: row.retest_id,
    cancelReason: row.cancel_reason,
    mayJudge: judgeRefusal(decider, row, null) === null,
  };
}

export function exitView(row: ExitRow, today: string): ExitView {
  const byStep = new Map(row.steps.map((step) => [step.step, step]));
  return {
    version: row.row_version,
    id: row.id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    county: placeOf(row),
    measureId: row.measure_id,
    reason: { zh: row.reason, en: row.reason_en ?? row.reason },
    state: row.state,
    startedAt: row.started_at.toISOString(),
    deadline: row.deadline,
    overdue: row.state === 'running' && row.deadline < today,
    endedAt: row.ended_at?.toISOString() ?? null,
    steps: (Object.keys(watching.EXIT_STEPS) as watching.ExitStep[]).map((step) => {
      const told = byStep.get(step);
      return {
        step,
        answeredBy: watching.EXIT_STEPS[step],
        state: told?.state ?? 'waiting',
        why: told?.why ?? '',
        reportedAt: told?.reported_at ? new Date(told.reported_at).toISOString() : null,
      };
    }),
  };
}

export function exitNoticeView(row: ExitNoticeRow): ResponseOf<'GET /register/exits'>['data'][number] {
  return {
    id: row.id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    county: placeOf(row),
    state: row.state,
    since: row.since.toISOString(),
    until: row.until,
  };
}
