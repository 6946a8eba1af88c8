import { fail } from '@xihuo/contract';
import { ids, type ProblemError } from '@xihuo/kernel';

/** A pattern that finds a text anywhere, whatever signs of patterns it holds. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** The id a list goes on from. A cursor that is none of ours is refused, not ignored. */
export function lastIdOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  if (ids.isUuid(cursor)) return cursor;
  throw foreignCursor();
}

export function foreignCursor(): ProblemError {
  return fail('INVALID_INPUT', {
    errors: [{ pointer: '/query/cursor', code: 'CURSOR', message: 'not a cursor of this list' }],
  });
}
