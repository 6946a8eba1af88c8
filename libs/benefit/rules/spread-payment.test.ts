import fc from 'fast-check';
import { spreadPayment, type OpenDebt } from './spread-payment';

const debt = (id: string, kind: OpenDebt['kind'], earnedOn: string, openFen: bigint): OpenDebt => ({
  ...{ id, kind, earnedOn, openFen },
});
const DEBTS = [
  debt('d', 'floorPrice', '2026-01-01', 100n),
  debt('c', 'wage', '2026-03-01', 50n),
  debt('b', 'wage', '2026-02-01', 50n),
  debt('a', 'wage', '2026-03-01', 50n),
];

test.each([
  ['the oldest wage', 50n, [['b', 50n]]],
  [
    'wages of one day by id, the last in part',
    120n,
    [
      ['b', 50n],
      ['a', 50n],
      ['c', 20n],
    ],
  ],
  [
    'prices after wages',
    151n,
    [
      ['b', 50n],
      ['a', 50n],
      ['c', 50n],
      ['d', 1n],
    ],
  ],
] as const)('a payment pays %s', (_name, amount, expected) => {
  expect(spreadPayment(amount, DEBTS)).toEqual(expected.map(([id, amountFen]) => ({ id, amountFen })));
});

test('a fen more than is owed is not spread at all', () => {
  expect(spreadPayment(250n, DEBTS)).not.toBeNull();
  expect(spreadPayment(251n, DEBTS)).toBeNull();
  expect(spreadPayment(1n, [])).toBeNull();
});

test('the parts are the payment, none above its debt, whatever the order', () => {
  const debts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { maxLength: 12 });
  fc.assert(
    fc.property(debts, fc.bigInt({ min: 1n, max: 10n ** 10n }), (opens, amount) => {
      const all = opens.map((open, index) => debt(`d${index}`, index % 2 ? 'wage' : 'premium', '2026-01-01', open));
      const parts = spreadPayment(amount, all);
      expect(spreadPayment(amount, [...all].reverse())).toEqual(parts);
      const owed = opens.reduce((sum, open) => sum + open, 0n);
      if (parts === null) return expect(owed < amount).toBe(true);
      expect(parts.reduce((sum, part) => sum + part.amountFen, 0n)).toBe(amount);
      const open = new Map(all.map((one) => [one.id, one.openFen]));
      expect(parts.every((part) => part.amountFen > 0n && part.amountFen <= open.get(part.id)!)).toBe(true);
    }),
  );
});
