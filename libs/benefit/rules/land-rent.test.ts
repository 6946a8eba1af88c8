import fc from 'fast-check';
import { rentOfDays } from './land-rent';

const land = { muHundredths: 350n, rentFenPerMu: 10_000n };
const YEAR = { first: '2026-01-01', from: '2026-01-01', to: '2026-12-31' };

test.each([
  ['a whole year', YEAR, 35_000n],
  // 31 of 365 days of 350.00 are 29.726.
  ['a month', { ...YEAR, to: '2026-01-31' }, 2_973n],
  ['from the middle of the year on', { first: '2026-07-01', from: '2026-07-01', to: '2026-12-31' }, 17_644n],
  ['a leap year', { first: '2028-01-01', from: '2028-01-01', to: '2028-12-31' }, 35_000n],
  ['one day', { first: '2026-12-31', from: '2026-12-31', to: '2026-12-31' }, 96n],
])('%s', (_name, days, fen) => {
  expect(rentOfDays(land, days)).toBe(fen);
});

test('however a year is parted, its days come to its rent', () => {
  const day = fc.integer({ min: 0, max: 363 });
  const dayAt = (at: number) => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
  fc.assert(
    fc.property(
      fc.uniqueArray(day, { maxLength: 12 }),
      fc.bigInt({ min: 1n, max: 99_999n }),
      fc.bigInt({ min: 1n, max: 999_999n }),
      (cuts, muHundredths, rentFenPerMu) => {
        const ends = [...cuts].sort((a, b) => a - b).concat(364);
        let from = 0;
        let all = 0n;
        for (const end of ends) {
          all += rentOfDays({ muHundredths, rentFenPerMu }, { first: '2026-01-01', from: dayAt(from), to: dayAt(end) });
          from = end + 1;
        }
        expect(all).toBe((muHundredths * rentFenPerMu + 50n) / 100n);
      },
    ),
  );
});
