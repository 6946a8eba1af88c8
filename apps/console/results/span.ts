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

/** Why the server would refuse these days: they run backwards, or the year before would lie within them. */
export function wrongSpan({ from, until }: Pick<Span, 'from' | 'until'>): 'backwards' | 'tooLong' | null {
  if (until < from) return 'backwards';
  return until >= `${Number(from.slice(0, 4)) + 1}${from.slice(4)}` ? 'tooLong' : null;
}

/** The address of the same days with something else changed; what is empty is left out. */
export function withSpan(search: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(changes)) {
    if (value === '') next.delete(name);
    else next.set(name, value);
  }
  return `?${next}`;
}

/** The days of a month (2026-03) that lie within a span. */
export function monthWithin(
  { from, until }: Pick<Span, 'from' | 'until'>,
  month: string,
): Pick<Span, 'from' | 'until'> {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()}`;
  const first = `${month}-01`;
  return { from: first < from ? from : first, until: last > until ? until : last };
}
