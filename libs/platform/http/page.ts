import { fail } from '@xihuo/contract';

export interface Page<View> {
  data: View[];
  nextCursor: string | null;
}

/** One page of rows that were asked for one too many: the extra one only says that there is more. */
export function pageOf<Row, View>(
  rows: readonly Row[],
  limit: number,
  placeOf: (row: Row) => string,
  view: (row: Row) => View,
): Page<View> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { data: shown.map(view), nextCursor: more ? cursorAt(placeOf(last)) : null };
}

/** The cursor that names a place: an id, a position or a version. */
export function cursorAt(place: string): string {
  return Buffer.from(place).toString('base64url');
}

const PLACES = {
  id: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  position: /^\d{1,18}$/,
  version: /^\d{4}-\d{1,3}$/,
  day: /^\d{4}-\d{2}-\d{2}$/,
  sum: /^-?\d{1,18}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  // Years the database does not have are none of ours.
  moment: /^\d{1,16}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  // Days since 1970, and the line of that day.
  dayLine: /^\d{1,5}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  entry: /^\d{1,20}:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
} as const;

/** Whether the calendar has it: 2026-02-30 looks like a day and is none, and there was no year 0. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !text.startsWith('0000') && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** The place a cursor of ours names: an id, a position or a version. @throws ProblemError INVALID_INPUT for any other text */
export function placeIn(cursor: string | undefined, kind: keyof typeof PLACES = 'id'): string | null {
  if (cursor === undefined) return null;
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!PLACES[kind].test(place) || (kind === 'day' && !isDay(place))) {
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/query/cursor', code: 'CURSOR', message: 'not a cursor of this list' }],
    });
  }
  return place;
}

/**
 * Where a list sorted by a sum or a moment goes on: that value and the id of the last row, both null on the first page.
 * @throws ProblemError INVALID_INPUT for a cursor of another order
 */
export function sumIn(
  cursor: string | undefined,
  kind: keyof typeof EXTREMES | 'dayLine' = 'sum',
): [value: string | null, id: string | null] {
  const place = placeIn(cursor, kind);
  if (place === null) return [null, null];
  const [value, id] = place.split(':');
  return [value!, id!];
}

const EXTREMES = {
  sum: ['-9223372036854775807::bigint', '9223372036854775807::bigint'],
  moment: ["timestamptz '-infinity'", "timestamptz 'infinity'"],
} as const;

/**
 * What a row of the next page lies beyond, as a condition an index finds the place by; everything on the first page.
 * @param key the columns the list is sorted by: a sum or a moment, then the id
 * @param at the parameters that hold the last row's: the sum in fen or the moment in microseconds since 1970, and the id
 */
export function beyond(
  key: readonly [kind: keyof typeof EXTREMES, column: string, id: string],
  descending: boolean,
  at: readonly [value: string, id: string],
): string {
  const [kind, column, id] = key;
  const first = EXTREMES[kind][descending ? 1 : 0];
  const value =
    kind === 'sum' ? `${at[0]}::bigint` : `timestamptz 'epoch' + ${at[0]}::bigint * interval '1 microsecond'`;
  const last = descending ? 'ffffffff-ffff-ffff-ffff-ffffffffffff' : '00000000-0000-0000-0000-000000000000';
  return `(${column}, ${id}) ${descending ? '<' : '>'} (coalesce(${value}, ${first}), coalesce(${at[1]}::uuid, '${last}'))`;
}
