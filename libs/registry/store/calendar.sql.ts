import { statement } from '@xihuo/platform';

export const addWorkingDaysSql = statement<{ day: string }>(
  'registry.add_working_days',
  'select registry.add_working_days($1::date, $2) as day',
);

export const putExceptions = statement(
  'registry.put_exceptions',
  `insert into registry.calendar_exception (day, working, name, source)
   select day, working, name, source
     from json_to_recordset($1::json) as exception (day date, working boolean, name text, source text)
   on conflict (day) do update set working = excluded.working, name = excluded.name, source = excluded.source`,
);
