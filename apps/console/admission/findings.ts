import type { Output } from '@xihuo/ui';

type Finding = Output<'GET /admission/applications/{id}'>['findings'][number];

const RANK: Record<Finding['result'], number> = { fail: 0, notJudged: 1, pass: 2, notApplicable: 3 };

/** What stands in the way first, then what nobody has judged, then the rest; within each in the standard's own order. */
export function inReadingOrder(findings: readonly Finding[]): Finding[] {
  const rank = (finding: Finding) => RANK[finding.result] * 2 + (finding.kind === 'blocking' ? 0 : 1);
  return [...findings].sort((one, other) => rank(one) - rank(other));
}
