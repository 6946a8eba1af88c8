import { comingWhen, yearsFrom, type Sales } from './outlook';

const nothing: Sales = { today: '2026-11-24', released_on: null, window_ends_on: null, on_the_way: false };

test.each<{ name: string; given: Partial<Sales>; expected: ReturnType<typeof comingWhen> }>([
  { name: 'nothing sold, nothing comes', given: {}, expected: { state: 'unsold', on: null } },
  { name: 'on the way has no day yet', given: { on_the_way: true }, expected: { state: 'onTheWay', on: null } },
  {
    name: 'what became final today comes tomorrow',
    given: { released_on: '2026-11-24', window_ends_on: '2026-11-30', on_the_way: true },
    expected: { state: 'settling', on: '2026-11-25' },
  },
  {
    name: 'what became final yesterday comes today',
    given: { released_on: '2026-11-23' },
    expected: { state: 'settling', on: '2026-11-24' },
  },
  {
    name: 'what waits since days comes today, not in the past',
    given: { released_on: '2026-11-20' },
    expected: { state: 'settling', on: '2026-11-24' },
  },
  {
    name: 'a window that ends on Friday pays on Saturday',
    given: { window_ends_on: '2026-11-27', on_the_way: true },
    expected: { state: 'afterSale', on: '2026-11-28' },
  },
  {
    name: 'a window that is over and not yet released pays tomorrow at the earliest',
    given: { window_ends_on: '2026-11-20' },
    expected: { state: 'afterSale', on: '2026-11-25' },
  },
])('$name', ({ given, expected }) => {
  expect(comingWhen({ ...nothing, ...given })).toEqual(expected);
});

test('years hold their kinds, and sum to the fen', () => {
  const yuan = (amount: string) => ({ amount, currency: 'CNY' });
  expect(
    yearsFrom([
      { year: 2026, kind: 'floorPrice', lines: 2, due_fen: 301n, settled_fen: 100n, outside_fen: 1n },
      { year: 2026, kind: 'wage', lines: 1, due_fen: 200n, settled_fen: 0n, outside_fen: 2n },
      { year: 2025, kind: 'dividend', lines: 1, due_fen: 5n, settled_fen: 5n, outside_fen: 0n },
    ]),
  ).toEqual([
    {
      ...{ year: 2026, due: yuan('501'), settled: yuan('100'), paidOutside: yuan('3'), lines: 3 },
      kinds: [
        { kind: 'floorPrice', due: yuan('301') },
        { kind: 'wage', due: yuan('200') },
      ],
    },
    {
      year: 2025,
      due: yuan('5'),
      settled: yuan('5'),
      paidOutside: yuan('0'),
      lines: 1,
      kinds: [{ kind: 'dividend', due: yuan('5') }],
    },
  ]);
});
