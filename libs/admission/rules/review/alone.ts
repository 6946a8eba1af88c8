interface Judgement {
  readonly round: number;
  readonly mine: boolean;
  readonly state: 'claimed' | 'released' | 'decided';
  readonly verdict: 'approve' | 'reject' | null;
  readonly reason: string | null;
  readonly items: readonly unknown[];
}

/**
 * Two pairs of eyes are two only where the second has not looked through the first: until a reviewer has given a verdict in this
 * round, what others ticked and said in it stays closed to that reviewer. That there is a verdict may be known.
 *
 * @param judges whether the reader is one who may still give a verdict
 */
export function seenAlone<Review extends Judgement>(
  reviews: readonly Review[],
  { round, judges }: { round: number; judges: boolean },
): Review[] {
  const decided = reviews.some((one) => one.mine && one.round === round && one.state === 'decided');
  if (!judges || decided) return [...reviews];
  return reviews.map((one) =>
    one.mine || one.round !== round ? one : { ...one, verdict: null, reason: null, items: [] },
  );
}
