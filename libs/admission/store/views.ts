import type { ResponseOf } from '@xihuo/contract';
import { sentenceOf } from '../rules/sentence';
import type { Criterion } from '../rules/standard';
import type { ApplicationListRow, FindingRow } from './register.sql';

type ApplicationView = ResponseOf<'GET /admission/applications'>['data'][number];
type FindingView = ResponseOf<'GET /admission/applications/{id}'>['findings'][number];

export function applicationView(row: ApplicationListRow): ApplicationView {
  return {
    id: row.id,
    supplierId: row.supplier_id,
    supplierName: row.supplier_name,
    kind: row.kind,
    county: { code: row.county_code, name: row.county_name, provinceName: row.province_name },
    state: row.state as ApplicationView['state'],
    submittedAt: row.submitted_at?.toISOString() ?? null,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decisionReason: row.decision_reason,
  };
}

/** Findings in the order of the standard that asked for them. */
export function findingViews(criteria: readonly Criterion[], rows: readonly FindingRow[]): FindingView[] {
  const byCriterion = new Map(rows.map((row) => [row.criterion, row]));
  return criteria.flatMap((criterion) => {
    const row = byCriterion.get(criterion.id);
    if (!row) return [];
    return {
      criterion: criterion.id,
      name: { zh: criterion.nameZh, en: criterion.nameEn },
      kind: criterion.kind,
      result: row.result,
      sentence: sentenceOf(row.result, row.facts),
      check: row.check_version,
    };
  });
}
