import { fail, type InputOf } from '@xihuo/contract';
import { jurisdictionOf } from '@xihuo/identity';
import type { Grant } from '@xihuo/platform';
import { placesOf, placesWithin } from '../rules/results-scope';

export type Span = Pick<InputOf<'GET /results/orders'>['query'], 'from' | 'until' | 'place'>;

/** A year, and the month before it of the same name: a month stands beside itself a year before in one window. */
const MOST_MONTHS = 13;
const MONTHS_A_YEAR = 12;

/** Codes of regions begin with their province; there is no province 00. */
const NOWHERE = '00';

/**
 * Beginnings of the codes of the counties whose results are asked for and may be read; none reads nothing.
 * @throws ProblemError INVALID_INPUT where the days are no span, or more than thirteen months; and for a place that is none
 */
export function askedPlaces(grants: readonly Grant[], { from, until, place }: Span): string[] {
  if (until < from || until >= monthsLater(from, MOST_MONTHS)) throw fail('INVALID_INPUT');
  if (place?.startsWith(NOWHERE)) throw fail('INVALID_INPUT');
  return placesWithin(placesOf(grants), place === undefined ? null : jurisdictionOf(place));
}

/** The same day of a later month, for comparing: it may be one day too many of its month. */
function monthsLater(day: string, months: number): string {
  const [year, month, rest] = day.split('-') as [string, string, string];
  const at = Number(year) * MONTHS_A_YEAR + Number(month) - 1 + months;
  const two = (number: number) => String(number).padStart(2, '0');
  return `${String(Math.floor(at / MONTHS_A_YEAR)).padStart(4, '0')}-${two((at % MONTHS_A_YEAR) + 1)}-${rest}`;
}
