import { monthsLater } from './months-later';

test.each([
  ['2026-01-15', 6, '2026-07-15'],
  ['2026-08-31', 6, '2027-02-28'],
  ['2027-08-31', 6, '2028-02-29'],
  ['2026-12-31', 1, '2027-01-31'],
  ['2026-03-31', 1, '2026-04-30'],
  ['2026-05-05', 0, '2026-05-05'],
  ['2026-05-05', 36, '2029-05-05'],
])('%s and %d months: %s', (date, months, expected) => expect(monthsLater(date, months)).toBe(expected));
