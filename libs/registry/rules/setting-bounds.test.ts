import { isWithin } from './setting-bounds';

test.each([
  ['basisPoints', 0, true],
  ['basisPoints', 10_000, true],
  ['basisPoints', 10_001, false],
  ['years', 0, false],
  ['days', 0, true],
  ['days', -1, false],
  ['hours', 1.5, false],
  ['fen', 1_000_000_000_001, false],
] as const)('%s may be %p: %p', (unit, value, may) => {
  expect(isWithin('any.key', unit, value)).toBe(may);
});

test.each([
  ['afterSale.windowDays', 'days', 6, 7],
  ['admission.standardNoticeDays', 'days', 6, 7],
  ['benefit.leastVolumeBp', 'basisPoints', 5_999, 6_000],
  ['breakdown.minHouseholds', 'count', 9, 10],
  ['breakdown.minOrders', 'count', 19, 20],
  ['payout.accountHoldHours', 'hours', 71, 72],
  ['fee.platformBp', 'basisPoints', 3_001, 3_000],
  // Beside its own limit, that of its unit stands.
  ['fee.platformBp', 'basisPoints', -1, 0],
  ['afterSale.windowDays', 'days', 3_661, 3_660],
] as const)('%s in %s is not %p, and may be %p', (key, unit, beyond, within) => {
  expect([isWithin(key, unit, beyond), isWithin(key, unit, within)]).toEqual([false, true]);
});
