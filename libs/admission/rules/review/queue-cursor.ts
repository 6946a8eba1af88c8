import { fail } from '@xihuo/contract';
import { ids } from '@xihuo/kernel';

/** The place of the last row of a page in a list that is ordered by more than an id. */
export function cursorOf(...parts: readonly string[]): string {
  return Buffer.from(parts.join(' ')).toString('base64url');
}

/** Of the queue: since when something waits, which, and its rank by risk. @throws ProblemError INVALID_INPUT */
export function queuePlace(cursor: string | undefined): [since: string | null, id: string | null, rank: number | null] {
  if (cursor === undefined) return [null, null, null];
  const [since = '', id = '', rank = '', ...rest] = partsOf(cursor);
  if (rest.length > 0 || Number.isNaN(Date.parse(since)) || !ids.isUuid(id) || !/^[012]$/.test(rank)) throw notOurs();
  return [since, id, Number(rank)];
}

/** Of the county's recommendations: application, round and department. @throws ProblemError INVALID_INPUT */
export function recommendedPlace(
  cursor: string | undefined,
): [id: string | null, round: number | null, department: string | null] {
  if (cursor === undefined) return [null, null, null];
  const [id = '', round = '', department = '', ...rest] = partsOf(cursor);
  if (rest.length > 0 || !ids.isUuid(id) || !/^\d{1,4}$/.test(round) || !/^[a-z]{1,20}$/.test(department)) {
    throw notOurs();
  }
  return [id, Number(round), department];
}

function partsOf(cursor: string): string[] {
  return Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
}

function notOurs() {
  return fail('INVALID_INPUT', {
    errors: [{ pointer: '/query/cursor', code: 'CURSOR', message: 'not a cursor of this list' }],
  });
}
