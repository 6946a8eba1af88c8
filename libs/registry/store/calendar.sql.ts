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

/** Of this year, and from December on of the next, those of whose holidays nothing is known. */
export const yearsWithoutHolidays = statement<{ year: number }>(
  'registry.years_without_holidays',
  `select wanted.year from (
       select extract(year from moment at time zone 'Asia/Shanghai')::integer as year
         from unnest(array[platform.business_now(), platform.business_now() + interval '1 month']) moment group by 1) wanted
    where not exists (select from registry.calendar_exception known where extract(year from known.day) = wanted.year and not known.working)
    order by wanted.year`,
);
