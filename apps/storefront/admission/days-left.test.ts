import { beijingDay, daysLeft } from './days-left';

test.each([
  ['2026-11-23T15:59:59Z', '2026-11-23'],
  ['2026-11-23T16:00:00Z', '2026-11-24'],
])('%s is %s in Beijing', (moment, day) => expect(beijingDay(new Date(moment))).toBe(day));

test.each([
  ['2026-11-24', '2026-11-24', 0],
  ['2026-12-01', '2026-11-24', 7],
  ['2026-11-20', '2026-11-24', -4],
])('until %s, on %s: %i', (until, today, days) => expect(daysLeft(until, today)).toBe(days));
