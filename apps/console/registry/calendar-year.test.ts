import { yearOf, yearToEnter } from './calendar-year';

test.each([
  ['calendar.2027', 2027],
  ['calendar.1999', null],
  ['calendar.2027.more', null],
  ['cart.guestDays', null],
])('%s is about the year %s', (key, year) => {
  expect(yearOf(key)).toBe(year);
});

const known = (...years: number[]) => [
  { key: 'cart.guestDays' },
  ...years.map((year) => ({ key: `calendar.${year}` })),
];

test.each([
  ['the one after the last', [2025, 2026], '2026-12-01', 2027],
  ['none beyond the next, of which nobody knows', [2026, 2027], '2026-12-01', null],
  ['the same a month later', [2026, 2027], '2027-01-01', 2028],
  ['none where the calendar is not kept here', [], '2026-12-01', null],
] as const)('the year to enter: %s', (_, years, asOf, year) => {
  expect(yearToEnter(known(...years), asOf)).toBe(year);
});
