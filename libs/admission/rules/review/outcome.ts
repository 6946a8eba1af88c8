export type ReviewVerdict = 'approve' | 'reject';

/** Two reviewers who agree settle it; where the first two do not, a third one does. */
export const AGREEING = 2;

/** What the verdicts of one round come to; null while one is missing. */
export function outcomeOf(verdicts: readonly ReviewVerdict[]): ReviewVerdict | null {
  const of = (wanted: ReviewVerdict) => verdicts.filter((verdict) => verdict === wanted).length;
  if (of('reject') >= AGREEING) return 'reject';
  return of('approve') >= AGREEING ? 'approve' : null;
}
