import { machines, watching, type ResponseOf } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { Decider } from '../../rules/four-eyes';
import { isAppealable, mayActOnMeasure, mayDecideAppeal, type MeasureAction } from '../../rules/watch/may-act';
import type { AppealRow } from './appeal.sql';
import type { MeasureRow, RectificationRow } from './measure.sql';

type MeasureView = ResponseOf<'GET /admission/measures/{id}'>;
type PublicMeasure = ResponseOf<'GET /register/measures/{id}'>;
type AppealView = ResponseOf<'GET /admission/appeals/{id}'>;

/** Who looks, and on what day: buttons are offered by the rules that the actions ask. */
export interface Onlooker {
  readonly decider: Decider;
  readonly today: string;
}

export function publicMeasureView(row: MeasureRow): PublicMeasure {
  return {
    id: row.id,
    supplier: { id: row.supplier_id, name: row.supplier_name },
    county: placeOf(row),
    kind: row.kind,
    state: row.state,
    ground: row.ground === null ? null : groundView(row.ground),
    productId: row.product_id,
    productName: row.product_name,
    reason: { zh: row.reason, en: row.reason_en ?? row.reason },
    startedAt: row.started_at.toISOString(),
    endsOn: row.ends_on,
    endedAt: row.ended_at?.toISOString() ?? null,
    endReason: row.end_reason,
    appealed: row.appeal !== null,
  };
}

export function groundView(code: watching.Ground): { code: watching.Ground; name: { zh: string; en: string } } {
  return { code, name: watching.GROUNDS[code] };
}

export function placeOf(row: { county_code: string; county_name: string; province_name: string }) {
  return { code: row.county_code, name: row.county_name, provinceName: row.province_name };
}

export function measureView(row: MeasureRow, onlooker: Onlooker): MeasureView {
  return {
    ...publicMeasureView(row),
    version: row.row_version,
    caseId: row.case_id,
    byMachine: row.imposed_by.startsWith('system:'),
    publishedAt: row.published_at?.toISOString() ?? null,
    statementUntil: row.statement_until,
    appealUntil: row.appeal_until,
    rectification: row.rectification && rectificationView(row.rectification),
    appeal: row.appeal && {
      version: row.appeal.row_version,
      id: row.appeal.id,
      measureId: row.id,
      state: row.appeal.state,
      statement: row.appeal.statement,
      files: row.appeal.file_ids,
      filedAt: instant(row.appeal.filed_at),
      dueOn: row.appeal.due_on,
      decision: row.appeal.decision,
      decidedAt: row.appeal.decided_at && instant(row.appeal.decided_at),
    },
    may: mayOnMeasure(row, onlooker),
  };
}

function rectificationView(row: RectificationRow): NonNullable<MeasureView['rectification']> {
  return {
    state: row.state,
    dueOn: row.due_on,
    rootCause: row.root_cause,
    correctiveAction: row.corrective_action,
    preventiveAction: row.preventive_action,
    plannedAt: row.planned_at && instant(row.planned_at),
    report: row.report,
    reportFiles: row.report_file_ids,
    reportedAt: row.reported_at && instant(row.reported_at),
    verdict: row.verdict,
    verifiedAt: row.verified_at && instant(row.verified_at),
    timesReturned: row.times_returned,
  };
}

const BY_REVIEWERS: readonly MeasureAction[] = ['lift', 'verify', 'sendBack'];

function mayOnMeasure(row: MeasureRow, { decider, today }: Onlooker): MeasureView['may'] {
  const { supplier_id: supplierId, county_code: countyCode, kind, state, participants, rectification } = row;
  const matter = { supplierId, countyCode, kind, state, participants, spokenBy: row.spoken_by };
  const may: MeasureView['may'] = BY_REVIEWERS.filter(
    (action) => mayActOnMeasure(action, matter, rectification?.state ?? null, decider) === null,
  );
  if (!actsFor(decider, supplierId)) return may;
  if (rectification && state === 'inForce') {
    for (const event of ['plan', 'report'] as const) {
      if (states.transition(machines.rectificationStates, rectification.state, event) !== null) may.push(event);
    }
  }
  if (isAppealable(state) && row.appeal === null && row.appeal_until !== null && row.appeal_until >= today)
    may.push('appeal');
  return may;
}

export function appealView(row: AppealRow, { decider }: Onlooker): AppealView {
  const { supplier_id: supplierId, county_code: countyCode, state, participants } = row;
  const matter = { supplierId, countyCode, state, participants, spokenBy: row.spoken_by };
  const decides = mayDecideAppeal(matter, decider) === null;
  return {
    version: row.row_version,
    id: row.id,
    measureId: row.measure_id,
    supplier: { id: supplierId, name: row.supplier_name },
    county: placeOf(row),
    measure: {
      kind: row.kind,
      reason: { zh: row.reason, en: row.reason_en ?? row.reason },
      startedAt: row.started_at.toISOString(),
    },
    state,
    statement: row.statement,
    files: row.file_ids,
    filedAt: row.filed_at.toISOString(),
    dueOn: row.due_on,
    decision: row.decision,
    decidedAt: row.decided_at?.toISOString() ?? null,
    may: [
      ...(decides ? (['uphold', 'dismiss'] as const) : []),
      ...(actsFor(decider, supplierId) && state === 'filed' ? (['withdraw'] as const) : []),
    ],
  };
}

export function actsFor({ grants }: Decider, supplierId: string): boolean {
  return grants.some(({ role, organisationId }) => role === 'supplier' && organisationId === supplierId);
}

/** JSON of the database says instants its own way. */
function instant(text: string): string {
  return new Date(text).toISOString();
}
