import { simulate } from './simulate';

const DAYS = 365;

/** A year of each of some seeds; several suites of them run beside each other. */
export function tellYears(from: number, to: number): void {
  const seeds = Array.from({ length: to - from + 1 }, (_, at) => from + at);
  test.each(seeds)(`a year of seed %d: the auditor's books agree every evening`, async (seed) => {
    const { tally } = await simulate({ seed, days: DAYS });
    expect(['left', 'admission', 'bank: bounce'].filter((what) => !tally.get(what))).toEqual([]);
  });
}
