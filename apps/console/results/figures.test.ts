import { changeOf, changeSaid, costOfAYuan, sumOf, together, wire, type SalesRow, type Sold } from './figures';

const sold = (fen: number, over: Partial<Sold> = {}): Sold => ({
  ...{ orders: 1, packs: 2, grams: 500, sales: wire(BigInt(fen)), refunded: wire(0n), net: wire(BigInt(fen)) },
  ...{ freight: wire(0n), fees: wire(0n), settled: wire(0n), netYearBefore: wire(0n) },
  ...over,
});
const row = (purchased: Sold, helped: Sold): SalesRow => ({
  key: 'tea',
  name: null,
  pairedWith: null,
  purchased,
  helped,
});

test.each([
  [150n, 100n, 5_000],
  [50n, 100n, -5_000],
  [100n, 0n, null],
  [0n, 100n, -10_000],
])('%d after %d is a change of %s', (now, before, change) => expect(changeOf(now, before)).toBe(change));

test.each([
  [12_735n, 10_000n, '+27.4%'],
  [227n, 100n, '+127.0%'],
  [50n, 100n, '-50.0%'],
  [100n, 100n, '0.0%'],
  [100n, 0n, null],
])('%d after %d is said as %s: every change with as many digits', (now, before, said) =>
  expect(changeSaid(now, before)).toBe(said),
);

test('a yuan of goods costs its freight, of the goods without it, and its fees, of the goods that are settled', () => {
  const priced = (settled: bigint) =>
    row(sold(600, { freight: wire(100n), fees: wire(20n), settled: wire(settled) }), sold(500));
  expect(costOfAYuan(priced(1_000n))).toBe(1_200);
  expect(costOfAYuan(priced(200n))).toBe(2_000);
  expect(costOfAYuan(priced(0n))).toBeNull();
  expect(costOfAYuan(row(sold(0), sold(0)))).toBeNull();
});

test('sums keep both ways apart, and together they are each counted once', () => {
  const sum = sumOf([row(sold(100), sold(20)), row(sold(3), sold(4))], { purchased: 1, helped: 2 });
  expect(sum.purchased).toMatchObject({ net: wire(103n), orders: 1, packs: 4, grams: 1_000 });
  expect(sum.helped.net).toEqual(wire(24n));
  expect(together(sum, 'net')).toBe(127n);
});
