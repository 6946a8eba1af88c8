import fc from 'fast-check';
import { money } from '@xihuo/kernel';
import { fundPool } from './fund-pool';

const source = (id: string, leftFen: bigint) => ({ id, leftFen: money.fen(leftFen) });
const debt = (id: string, openFen: bigint) => ({ id, openFen: money.fen(openFen) });
const totals = (shares: ReturnType<typeof fundPool>, by: 'sourceId' | 'debtId') => {
  const sums: Record<string, bigint> = {};
  for (const share of shares) sums[share[by]] = (sums[share[by]] ?? 0n) + share.amountFen;
  return sums;
};

test.each([
  {
    name: 'one sale, three households: equal debts share it, the odd fen goes by id',
    sources: [source('l1', 100n)],
    debts: [debt('a', 500n), debt('b', 500n), debt('c', 500n)],
    given: { l1: 100n },
    taken: { a: 34n, b: 33n, c: 33n },
  },
  {
    name: 'debts smaller than the sales are paid in full and no more',
    sources: [source('l1', 100n), source('l2', 300n)],
    debts: [debt('a', 30n), debt('b', 10n)],
    given: { l1: 10n, l2: 30n },
    taken: { a: 30n, b: 10n },
  },
  { name: 'no debts, no shares', sources: [source('l1', 5n)], debts: [], given: {}, taken: {} },
])('$name', ({ sources, debts, given, taken }) => {
  const shares = fundPool(sources, debts);
  expect(totals(shares, 'sourceId')).toEqual(given);
  expect(totals(shares, 'debtId')).toEqual(taken);
});

const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 8n }), { maxLength: 12 });

test('every fen finds its place, nothing is paid twice, and order does not matter', () => {
  fc.assert(
    fc.property(amounts, amounts, (lefts, opens) => {
      const sources = lefts.map((amount, index) => source(`s${index}`, amount));
      const debts = opens.map((amount, index) => debt(`d${index}`, amount));
      const shares = fundPool(sources, debts);
      const left = lefts.reduce((all, amount) => all + amount, 0n);
      const open = opens.reduce((all, amount) => all + amount, 0n);
      expect(money.sum(shares.map((share) => share.amountFen))).toBe(left < open ? left : open);
      const given = totals(shares, 'sourceId');
      const taken = totals(shares, 'debtId');
      for (const item of sources) expect((given[item.id] ?? 0n) <= item.leftFen).toBe(true);
      for (const item of debts) expect((taken[item.id] ?? 0n) <= item.openFen).toBe(true);
      expect(totals(fundPool([...sources].reverse(), [...debts].reverse()), 'debtId')).toEqual(taken);
    }),
  );
});
