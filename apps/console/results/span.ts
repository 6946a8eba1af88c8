const DAY = /^\d{4}-\d{2}-\d{2}$/;
const REGION = /^\d{6}$/;

export interface Span {
  from: string;
  until: string;
  place?: string;
}

/** The days that the address asks for; the year so far where it asks for none. @param today a business day */
export function spanIn(search: URLSearchParams, today: string): Span {
  const asked = (name: string) => {
    const value = search.get(name) ?? '';
    return DAY.test(value) ? value : null;
  };
  const place = search.get('place') ?? '';
  return {
    from: asked('from') ?? `${today.slice(0, 4)}-01-01`,
    until: asked('until') ?? today,
    ...(REGION.test(place) ? { place } : {}),
  };
}

/** The month so many months after a day, its day of the month kept: for comparing, it may be one too many. */
function monthsLater(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number) as [number, number];
  return `${new Date(Date.UTC(year, month - 1 + months)).toISOString().slice(0, 7)}${day.slice(7)}`;
}

/** Why the server would refuse these days: they run backwards, or are more than a year and the month that is compared with its last. */
export function wrongSpan({ from, until }: Pick<Span, 'from' | 'until'>): 'backwards' | 'tooLong' | null {
  if (until < from) return 'backwards';
  return until >= monthsLater(from, 13) ? 'tooLong' : null;
}

/** This month and the twelve before it. */
export const thirteenMonths = (today: string) => ({ from: `${monthsLater(today, -12).slice(0, 7)}-01`, until: today });

/** A day (2026-03-01) or a month (2026-03) a year before; of the 29th of February the 28th. */
export const yearBefore = (day: string): string =>
  `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4).replace(/^-02-29$/, '-02-28')}`;

/** The same days a year before, as the figures of then are counted. */
export const spanBefore = (span: Span): Span => ({
  ...span,
  from: yearBefore(span.from),
  until: yearBefore(span.until),
});

/** The address of the same days with something else changed; what is empty is left out. */
export function withSpan(search: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return `?${next}`;
}

/** The page of results with the same days, place and table. */
export const resultsOf = (span: Span, table: string): string =>
  `/results?${new URLSearchParams({ ...span, ...(table === 'months' ? {} : { table }) })}`;

/** Where the orders behind a row of sales are; of all rows where it names none. */
export const ordersBehind = (span: Span, table: string, narrowed: { key?: string; way?: string }): string =>
  `/results/orders?${new URLSearchParams({ ...span, table, ...narrowed })}`;

/** Where the households behind a figure of income are. */
export const householdsBehind = (span: Span, figure: string, kind?: string): string =>
  `/results/households?${new URLSearchParams({ ...span, figure, ...(kind === undefined ? {} : { kind }) })}`;

/** Where the suppliers behind a figure of a month are. */
export const suppliersBehind = (span: Span, what: string, month: string): string =>
  `/results/suppliers?${new URLSearchParams({ ...span, what, month })}`;

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/** The days of a month (2026-03) that lie within a span; all of them where the address names none. */
export function monthWithin(
  { from, until }: Pick<Span, 'from' | 'until'>,
  month: string,
): Pick<Span, 'from' | 'until'> {
  if (!MONTH.test(month)) return { from, until };
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
  const first = `${month}-01`;
  return { from: first < from ? from : first, until: last > until ? until : last };
}
