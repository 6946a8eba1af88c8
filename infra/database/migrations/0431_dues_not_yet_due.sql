-- Beside what households earned and were paid by month, what is not paid yet by the last day on which it is in time: whether that is over
-- is asked of the day somebody reads it, so it is not written into a figure.
create table insight.income_open (
  month date not null check (extract(day from month) = 1),
  household_id uuid not null,
  kind text not null,
  county_code text not null,
  due_on date not null,
  open_fen bigint not null check (open_fen <> 0),
  primary key (month, household_id, kind, due_on)
);
grant select, insert, update, delete on insight.income_open to xihuo_app;
grant select on insight.income_open to xihuo_auditor;

insert into insight.income_stale (household_id, month) select distinct household_id, month from insight.income_month;
