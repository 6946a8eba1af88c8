-- Periods of law are counted in working days, and those after the last year that is known are counted by the weekly rule alone: they end
-- too early, or too late. So the years whose holidays are not entered wait for the operators, a month before they begin. The notice of a year
-- exchanges days always; where no day is worked in exchange, the statutory holidays stand there alone, until the notice is out.
create view registry.waiting_v as
  select 'calendar' as what, wanted.year, make_date(wanted.year, 1, 1)::timestamp at time zone 'Asia/Shanghai' as due_at
    from (select distinct extract(year from moment at time zone 'Asia/Shanghai')::integer as year
            from unnest(array[platform.business_now(), platform.business_now() + interval '1 month']) moment) wanted
   where (select count(distinct known.working) from registry.calendar_exception known
           where known.day between make_date(wanted.year, 1, 1) and make_date(wanted.year, 12, 31)) < 2;

grant select on registry.waiting_v to xihuo_app, xihuo_auditor;
