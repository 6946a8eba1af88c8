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
  return { data: shown.map(view), nextCursor: more ? Buffer.from(placeOf(last)).toString('base64url') : null };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const POSITION = /^\d{1,18}$/;

/** The place a cursor of ours names: an id or a position. @throws ProblemError INVALID_INPUT for any other text */
export function placeIn(cursor: string | undefined, kind: 'id' | 'position' = 'id'): string | null {
  if (cursor === undefined) return null;
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!(kind === 'id' ? UUID : POSITION).test(place)) {
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/query/cursor', code: 'CURSOR', message: 'not a cursor of this list' }],
    });
  }
  return place;
}
