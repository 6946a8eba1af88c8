import { daysUntil, nearness } from './days';

test.each([
  ['2026-11-24', 0, 'soon'],
  ['2026-11-25', 1, 'soon'],
  ['2026-12-01', 7, 'soon'],
  ['2026-12-02', 8, 'later'],
  ['2026-11-23', -1, 'over'],
  ['2027-11-24', 365, 'later'],
] as const)('%s is %i days from 24 November', (day, days, near) => {
  expect(daysUntil(day, '2026-11-24')).toBe(days);
  expect(nearness(days)).toBe(near);
});
