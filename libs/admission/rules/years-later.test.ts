import { yearsLater } from './years-later';

test.each([
  ['2026-03-01', 3, '2029-03-01'],
  ['2028-02-29', 1, '2029-02-28'],
  ['2028-02-29', 4, '2032-02-29'],
  ['2096-02-29', 4, '2100-02-28'],
])('%s and %i years', (day, years, expected) => {
  expect(yearsLater(day, years)).toBe(expected);
});
