import { statement } from '@xihuo/platform';

export const addWorkingDaysSql = statement<{ day: string }>(
  'registry.add_working_days',
  'select registry.add_working_days($1::date, $2) as day',
);

export const putExceptions = statement<{ day: string }>(
  'registry.put_exceptions',
  `insert into registry.calendar_exception as known (day, working, name, source)
   select day, working, name, source
     from json_to_recordset($1::json) as exception (day date, working boolean, name text, source text)
   on conflict (day) do update set working = excluded.working, name = excluded.name, source = excluded.source
    where (known.working, known.name, known.source) is distinct from (excluded.working, excluded.name, excluded.source)
   returning day::text`,
);

/** Of this year, and from December on of the next, those whose notice is not entered: the operators find the same on their desk. */
export const yearsWithoutHolidays = statement<{ year: number }>(
  'registry.years_without_holidays',
  `select year from registry.waiting_v where what = 'calendar' order by year`,
);
