/** Days of the week (1 Monday to 7 Sunday) as runs without gaps: 1, 2, 3, 6 are 1 to 3, and 6. */
export function daySpans(days: readonly number[]): { first: number; last: number }[] {
  const spans: { first: number; last: number }[] = [];
  for (const day of [...new Set(days)].sort((one, other) => one - other)) {
    const open = spans.at(-1);
    if (open?.last === day - 1) open.last = day;
    else spans.push({ first: day, last: day });
  }
  return spans;
}
