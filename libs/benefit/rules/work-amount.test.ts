import { leastWageIn, workAmount, workFault } from './work-amount';

const LEAST = 8_500n;
const byTheDay = { dailyWageFen: 10_000n, pieceRateFen: null };
const byThePiece = { dailyWageFen: null, pieceRateFen: 200n };

test.each([
  [
    'days at their rate',
    byTheDay,
    { days: 3, pieces: null },
    { rateFen: 10_000n, amountFen: 30_000n, minimumFen: null },
  ],
  [
    'days below the least',
    { ...byTheDay, dailyWageFen: 8_000n },
    { days: 2, pieces: null },
    { rateFen: 8_500n, amountFen: 17_000n, minimumFen: LEAST },
  ],
  ['pieces at their rate', byThePiece, { days: 1, pieces: 43 }, { rateFen: 200n, amountFen: 8_600n, minimumFen: null }],
  [
    'pieces made up to the least',
    byThePiece,
    { days: 2, pieces: 43 },
    { rateFen: 200n, amountFen: 17_000n, minimumFen: LEAST },
  ],
])('%s', (_, rates, work, amount) => {
  expect(workAmount(rates, work, LEAST)).toEqual(amount);
});

test('the longest beginning of a code says what is least', () => {
  const settings = { '': 8_500, '61': 8_700, '610629': 9_000 };
  expect(['610629', '610630', '150125'].map((code) => leastWageIn(settings, code))).toEqual([9_000n, 8_700n, 8_500n]);
});

const work = { from: '2026-03-01', to: '2026-03-05', days: 5, pieces: null };
test.each([
  ['as many days as there are', work, byTheDay, null],
  ['one more', { ...work, days: 6 }, byTheDay, 'WORK_DAYS'],
  ['from the end to the beginning', { ...work, from: '2026-03-06', days: 1 }, byTheDay, 'WORK_DAYS'],
  ['tomorrow', { ...work, to: '2026-03-11' }, byTheDay, 'WORK_DAYS'],
  ['over two months', { ...work, from: '2026-02-28' }, byTheDay, 'WORK_DAYS'],
  ['pieces by the day', { ...work, pieces: 3 }, byTheDay, 'WORK_PIECES'],
  ['no pieces by the piece', work, byThePiece, 'WORK_PIECES'],
  ['pieces by the piece', { ...work, pieces: 3 }, byThePiece, null],
] as const)('%s', (_, asked, rates, fault) => {
  expect(workFault(rates, asked, '2026-03-10')).toBe(fault);
});
