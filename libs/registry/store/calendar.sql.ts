import { statement } from '@xihuo/platform';
import type { CalendarYear } from '../rules/known-calendar';

export const addWorkingDaysSql = statement<{ day: string }>(
  'registry.add_working_days',
  'select registry.add_working_days($1::date, $2) as day',
);

/** The notices of some years ($1, keys) as they were said last. */
export const lastNotices = statement<{ key: string; value: CalendarYear; source: string }>(
  'registry.last_notices',
  `select distinct on (key) key, value, source from registry.policy
    where key = any ($1::text[]) order by key, effective_from desc`,
);

/**
 * The days of some years' notices ($1) from a day on ($2) as they are given ($3, JSON, each day once): what is no longer said is the
 * weekly rule's again, and days before stay as periods were counted over them.
 */
export const putDays = statement<{ day: string }>(
  'registry.put_days',
  `with said as (
     select year, day, working, name, source
       from json_to_recordset($3::json) as exception (year int, day date, working boolean, name text, source text)
      where day >= $2::date),
   gone as (
     delete from registry.calendar_exception known
      where known.year = any ($1::int[]) and known.day >= $2::date
        and not exists (select from said where said.day = known.day))
   insert into registry.calendar_exception as known (year, day, working, name, source)
   select year, day, working, name, source from said
   on conflict (day) do update
      set year = excluded.year, working = excluded.working, name = excluded.name, source = excluded.source
    where (known.year, known.working, known.name, known.source)
          is distinct from (excluded.year, excluded.working, excluded.name, excluded.source)
   returning day::text`,
);

/** Of this year, and from December on of the next, those whose notice is not entered: the operators find the same on their desk. */
export const yearsWithoutHolidays = statement<{ year: number }>(
  'registry.years_without_holidays',
  `select year from registry.waiting_v where what = 'calendar' order by year`,
);
