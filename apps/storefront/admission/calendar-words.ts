interface Words {
  day: (day: string) => string;
  /** A rest of several days, in words. */
  range: (from: string, to: string) => string;
  /** What follows a name, and what stands between two days. */
  then: string;
  between: string;
  worked: string;
}

/** The days off of a year as its notice says them, a line for each; null for every other setting. */
export function calendarLines(key: string, value: unknown, words: Words): string[] | null {
  if (!/^calendar\.\d{4}$/.test(key)) return null;
  const { rests, worked } = value as { rests: { name: string; from: string; to: string }[]; worked: string[] };
  const lines = rests.map(
    ({ name, from, to }) =>
      `${name}${words.then}${from === to ? words.day(from) : words.range(words.day(from), words.day(to))}`,
  );
  const days = worked.map(words.day).join(words.between);
  return worked.length === 0 ? lines : [...lines, `${words.worked}${words.then}${days}`];
}
