import { must } from '@xihuo/kernel';
import { CHECKS, isSupplierCheck, type Reason, type Verdict } from './checks';
import type { Evidence } from './evidence';
import type { Criterion, CriterionKind, Standard } from './standard';

export type Result = 'pass' | 'fail' | 'notApplicable' | 'notJudged';

export interface Finding {
  readonly criterion: string;
  readonly kind: CriterionKind;
  readonly result: Result;
  /** Names and versions of the checks that judged it; `people` where none can. */
  readonly check: string;
  readonly reasons: readonly Reason[];
}

/**
 * Judges evidence by a standard on a day. Pure: the same three arguments give the same bytes, today and in ten years, so an
 * auditor can re-run any past decision. What only people can judge is answered `notJudged`, never passed on the quiet.
 */
export function assess(standard: Pick<Standard, 'criteria'>, evidence: Evidence, today: string): Finding[] {
  must(/^\d{4}-\d{2}-\d{2}$/.test(today), 'assess wants a calendar date');
  return standard.criteria.map((criterion) => judge(criterion, evidence, today));
}

function judge(criterion: Criterion, evidence: Evidence, today: string): Finding {
  const { id, kind, checks: all } = criterion;
  if (!isAsked(criterion, evidence))
    return { criterion: id, kind, result: 'notApplicable', check: 'standard', reasons: [] };
  const checks = all.filter(isSupplierCheck);
  if (checks.length === 0) return { criterion: id, kind, result: 'notJudged', check: 'people', reasons: [] };
  const verdicts = checks.map((name) => CHECKS[name](evidence, today));
  return {
    criterion: id,
    kind,
    result: strictest(verdicts),
    check: checks.join(' '),
    reasons: verdicts.flatMap(({ reasons }) => reasons),
  };
}

/** Whether the standard asks this of such a supplier; products whose category nobody stated may be of any. */
function isAsked({ appliesTo }: Criterion, { declared }: Evidence): boolean {
  if (appliesTo?.kinds && !appliesTo.kinds.includes(declared.kind)) return false;
  const { categories } = appliesTo ?? {};
  return (
    !categories || declared.products.some(({ category }) => category === undefined || categories.includes(category))
  );
}

function strictest(verdicts: readonly Verdict[]): Result {
  if (verdicts.some(({ result }) => result === 'fail')) return 'fail';
  if (verdicts.some(({ result }) => result === 'notJudged')) return 'notJudged';
  return verdicts.every(({ result }) => result === 'notApplicable') ? 'notApplicable' : 'pass';
}

/** The findings that keep a supplier out. */
export function blockingFaults(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ kind, result }) => kind === 'blocking' && result === 'fail');
}
