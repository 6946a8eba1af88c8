export interface StandardDates {
  readonly effectiveFrom: string | null;
  /** The day from which the next one binds. */
  readonly effectiveTo: string | null;
}

/** Where a standard stands on a day; one without dates is still before the public. */
export function standardStatus(
  { effectiveFrom, effectiveTo }: StandardDates,
  today: string,
): 'commenting' | 'coming' | 'inForce' | 'past' {
  if (effectiveFrom === null) return 'commenting';
  if (effectiveFrom > today) return 'coming';
  return effectiveTo !== null && effectiveTo <= today ? 'past' : 'inForce';
}
