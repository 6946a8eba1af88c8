import { money } from '@xihuo/kernel';
import { breakdownOf, shownCount, type LotMoney } from './breakdown';

const policy = { minOrders: 20, minHouseholds: 10 };
const lot: LotMoney = {
  agreed: true,
  orders: 20,
  households: 10,
  householdsFen: money.fen(6_000n),
  supplierFen: money.fen(3_001n),
  platformFen: money.ZERO,
  settledUntil: '2026-11-20',
};

test.each([
  { name: 'twenty orders and ten households are enough', given: lot, expected: 'shown' },
  { name: 'nineteen orders are not', given: { ...lot, orders: 19 }, expected: 'tooFew' },
  { name: 'nine households are not', given: { ...lot, households: 9 }, expected: 'tooFew' },
  { name: "without the supplier's consent nothing is shown", given: { ...lot, agreed: false }, expected: 'notAgreed' },
  { name: 'nothing settled, nothing shown', given: { ...lot, settledUntil: null }, expected: 'tooFew' },
])('$name', ({ given, expected }) => {
  expect(breakdownOf(given, policy).state).toBe(expected);
});

test('the parts sum to 10,000 basis points', () => {
  const breakdown = breakdownOf(lot, policy);
  expect(breakdown).toMatchObject({
    parts: [
      { payee: 'households', basisPoints: 6666 },
      { payee: 'supplier', basisPoints: 3334 },
      { payee: 'platform', basisPoints: 0 },
    ],
  });
});

test('a lot below the threshold does not give its few households away', () => {
  expect(breakdownOf({ ...lot, orders: 3, households: 4 }, policy)).toMatchObject({ households: null, orders: 3 });
  expect([shownCount(9), shownCount(10)]).toEqual([null, 10]);
});
