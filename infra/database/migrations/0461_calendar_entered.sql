-- A year that two operators have entered is known, also where its notice exchanges no day; every other one is taken to lack its notice while
-- no day is worked in exchange, for then its statutory holidays stand there alone.
create or replace view registry.waiting_v as
  select 'calendar' as what, wanted.year, make_date(wanted.year, 1, 1)::timestamp at time zone 'Asia/Shanghai' as due_at
    from (select distinct extract(year from moment at time zone 'Asia/Shanghai')::integer as year
            from unnest(array[platform.business_now(), platform.business_now() + interval '1 month']) moment) wanted
   where (select count(distinct known.working) from registry.calendar_exception known
           where known.day between make_date(wanted.year, 1, 1) and make_date(wanted.year, 12, 31)) < 2
     and not exists (select from registry.policy_proposal entered
                      where entered.key = 'calendar.' || wanted.year and entered.state = 'approved');
