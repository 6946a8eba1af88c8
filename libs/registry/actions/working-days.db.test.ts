import { openField, type Field } from '@xihuo/testing';
import { exceptionsOf, knownYears } from '../rules/known-calendar';
import { isWorkingDay, workingDaysAfter } from '../rules/working-days';
import { yearsWithoutHolidays } from '../store/calendar.sql';
import { loadCalendar } from './load-places';
import { addWorkingDays } from './working-days';

let field: Field;
const exceptions = new Map(exceptionsOf(knownYears()).map(({ day, working }) => [day, working]));

beforeAll(async () => {
  field = await openField({ pool: 2 });
  await field.does((tx) => loadCalendar(tx));
});
afterAll(() => field?.close());

it.each([
  ['an ordinary week', '2026-11-23', 7, '2026-12-02'],
  ['the eight days of National Day and Mid-Autumn 2025', '2025-09-30', 1, '2025-10-09'],
  ['a Saturday worked in exchange', '2025-10-10', 1, '2025-10-11'],
  ['the nine days of Spring Festival 2026', '2026-02-14', 1, '2026-02-24'],
  ['a Sunday worked before National Day 2026', '2026-09-18', 1, '2026-09-20'],
  ['from within a rest', '2026-02-18', 2, '2026-02-25'],
  ['none', '2026-02-18', 0, '2026-02-18'],
])('%s', async (_, from, days, expected) => {
  expect(workingDaysAfter(from, days, exceptions)).toBe(expected);
  expect(await addWorkingDays(field.database, from, days)).toBe(expected);
});

it('the rule and its twin in SQL agree on every day of three years', async () => {
  const rows = await field.rows<{ day: string; after: string; days: number }>(
    `select day::date::text, days, registry.add_working_days(day::date, days)::text as after
       from generate_series('2025-01-01'::date, '2027-12-31', interval '1 day') as day,
            unnest(array[0, 1, 5, 7, 30]) as days`,
  );
  const wrong = rows.filter(({ day, days, after }) => workingDaysAfter(day, days, exceptions) !== after);
  expect(wrong).toEqual([]);
  expect(rows).toHaveLength(1095 * 5);
});

it.each([
  ['in the middle of a year whose notice is entered', '2026-06-15T04:00:00Z', []],
  ['a month before one that has its statutory days alone', '2026-12-02T04:00:00Z', [{ year: 2027, late: false }]],
  ['within it', '2027-03-01T04:00:00Z', [{ year: 2027, late: true }]],
  [
    'at the end of it, and of what is known at all',
    '2027-12-10T04:00:00Z',
    [
      { year: 2027, late: true },
      { year: 2028, late: false },
    ],
  ],
  ['by the clock of Beijing', '2026-12-31T17:00:00Z', [{ year: 2027, late: true }]],
])('%s the operators are told of the years that are missing', async (_, now, missing) => {
  await field.rows(`select platform.set_clock_offset($1::timestamptz - now())`, [now]);
  expect(await field.database.read(yearsWithoutHolidays)).toEqual(missing.map(({ year }) => ({ year })));
  const waiting = await field.rows(
    `select year, due_at < platform.business_now() as late from registry.waiting_v where what = 'calendar' order by year`,
  );
  expect(waiting).toEqual(missing);
  await field.rows(`select platform.set_clock_offset('0')`);
});

it('a year has as many working days as its notice leaves', () => {
  const daysOf = (year: number) =>
    Array.from({ length: 365 }, (_, index) => new Date(Date.UTC(year, 0, 1 + index)).toISOString().slice(0, 10));
  const worked = [2025, 2026].map((year) => daysOf(year).filter((day) => isWorkingDay(day, exceptions)).length);
  expect(worked).toEqual([248, 248]);
});
