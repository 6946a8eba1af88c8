import type { Finding, Result } from '../assess';

export interface Difference {
  readonly criterion: string;
  /** Null where the criterion is new. */
  readonly before: Result | null;
  readonly after: Result;
  readonly facts: Finding['reasons'];
}

/**
 * What is judged otherwise than it was. What people judge stays as they judged it, so that a criterion without a check is never a
 * difference; nor is one that is new and met.
 */
export function differencesOf(before: Readonly<Record<string, Result>>, findings: readonly Finding[]): Difference[] {
  return findings.flatMap(({ criterion, result, reasons }): Difference[] => {
    const was = before[criterion] ?? null;
    if (result === was || result === 'notJudged') return [];
    if (was === null && result !== 'fail') return [];
    return [{ criterion, before: was, after: result, facts: reasons }];
  });
}
