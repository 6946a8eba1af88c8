import { simulate } from './simulate';

jest.setTimeout(3_500_000);

const DAYS = 365;
const SEEDS = Array.from({ length: 20 }, (_, at) => at + 1);

test.each(SEEDS)(`a year of seed %d: the auditor's books agree every evening`, async (seed) => {
  const { tally } = await simulate({ seed, days: DAYS });
  expect(['left', 'admission', 'bank: bounce'].filter((what) => !tally.get(what))).toEqual([]);
});
