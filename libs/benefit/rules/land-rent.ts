import { must, time } from '@xihuo/kernel';

/** Land that is let, in hundredths of a mu, at fen a mu and year. */
export interface Land {
  muHundredths: bigint;
  rentFenPerMu: bigint;
}

const DAY_MS = 86_400_000;
const dayOf = (day: string): number => Date.parse(day) / DAY_MS;

/** Both days included. */
const daysBetween = (first: string, last: string): bigint => BigInt(dayOf(last) - dayOf(first) + 1);

/**
 * What land earned from its first day of a year on, up to a day: the rent of the year by the days it was let, rounded to the nearest
 * fen, half up: in the household's favour.
 */
function rentUntil({ muHundredths, rentFenPerMu }: Land, first: string, last: string): bigint {
  const year = first.slice(0, 4);
  must(first <= last && last.slice(0, 4) === year, 'days of one year');
  const whole = 100n * daysBetween(`${year}-01-01`, `${year}-12-31`);
  return (2n * muHundredths * rentFenPerMu * daysBetween(first, last) + whole) / (2n * whole);
}

/**
 * The rent of some days: what was earned by the last of them, less what was earned before. So the days of a year come to the year's
 * rent, to the fen, however they are parted.
 *
 * @param first the first day of the year on which the agreement binds
 */
export function rentOfDays(land: Land, { first, from, to }: { first: string; from: string; to: string }): bigint {
  must(first <= from && from <= to, 'days in their order');
  const before = from === first ? 0n : rentUntil(land, first, time.addDays(from, -1));
  return rentUntil(land, first, to) - before;
}
