import { fail } from '@xihuo/contract';

/** Where a list goes on: the sort key and the id of the last row shown. */
export interface ProductPlace {
  key: string;
  id: string;
}

const FORM = /^([a-zA-Z]+)\.(\d{1,18})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export function writeCursor(sort: string, place: ProductPlace): string {
  return `${sort}.${place.key}.${place.id}`;
}

/** @throws ProblemError INVALID_INPUT where the cursor is none of ours, or of a list in another order */
export function readCursor(sort: string, cursor: string): ProductPlace {
  const [, ofSort, key, id] = FORM.exec(cursor) ?? [];
  if (ofSort !== sort || key === undefined || id === undefined) {
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/query/cursor', code: 'CURSOR', message: 'not a cursor of this list' }],
    });
  }
  return { key, id };
}
