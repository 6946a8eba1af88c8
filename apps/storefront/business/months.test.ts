import { isMonth, monthAfter, monthOf } from './months';

test('the month is that of Shanghai, where the day begins eight hours earlier', () => {
  expect(monthOf(new Date('2026-11-30T15:59:59Z'))).toBe('2026-11');
  expect(monthOf(new Date('2026-11-30T16:00:00Z'))).toBe('2026-12');
});

test.each([
  ['2026-11', 1, '2026-12'],
  ['2026-12', 1, '2027-01'],
  ['2026-01', -1, '2025-12'],
])('%s, %i later: %s', (month, later, expected) => expect(monthAfter(month, later)).toBe(expected));

test.each([
  ['2026-11', true],
  ['2026-13', false],
  ['1999-01', false],
  ['', false],
  [null, false],
] as const)('%s is a month: %s', (text, is) => {
  expect(isMonth(text)).toBe(is);
});
