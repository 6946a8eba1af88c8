import { fail, type InputOf } from '@xihuo/contract';
import { jurisdictionOf } from '@xihuo/identity';
import type { Grant } from '@xihuo/platform';
import { placesOf, placesWithin } from '../rules/results-scope';

export type Span = Pick<InputOf<'GET /results/orders'>['query'], 'from' | 'until' | 'place'>;

const YEAR_DIGITS = 4;

/** Codes of regions begin with their province; there is no province 00. */
const NOWHERE = '00';

/**
 * Beginnings of the codes of the counties whose results are asked for and may be read; none reads nothing.
 * @throws ProblemError INVALID_INPUT where the days are no span, or more than a year: the year before would be in it; and for a place
 * that is none
 */
export function askedPlaces(grants: readonly Grant[], { from, until, place }: Span): string[] {
  const yearLater = String(Number(from.slice(0, YEAR_DIGITS)) + 1).padStart(YEAR_DIGITS, '0') + from.slice(YEAR_DIGITS);
  if (until < from || until >= yearLater) throw fail('INVALID_INPUT');
  if (place?.startsWith(NOWHERE)) throw fail('INVALID_INPUT');
  return placesWithin(placesOf(grants), place === undefined ? null : jurisdictionOf(place));
}
