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
  expect(isWithin(unit, value)).toBe(may);
});
