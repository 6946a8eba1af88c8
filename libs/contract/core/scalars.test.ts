import { date, instant } from './scalars';

test.each([
  ['2026-11-28', true],
  ['0001-01-01', true],
  ['0000-01-01', false],
  ['0000-12-31', false],
  ['2026-02-29', false],
  ['-0001-01-01', false],
])('whether %s is a day of the calendar: %s', (text, is) => {
  expect(date.safeParse(text).success).toBe(is);
});

test('no instant lies in a year that is none', () => {
  expect(instant.safeParse('0000-01-01T00:00:00Z').success).toBe(false);
  expect(instant.safeParse('2026-11-28T08:00:00Z').success).toBe(true);
});
