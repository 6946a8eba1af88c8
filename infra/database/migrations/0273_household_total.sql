-- What came to farm households through this platform, all told: counted anew from time to time, since the front page asks for it at
-- every visit. One row; it can be thrown away and counted again.
create table insight.household_total (
  single boolean primary key default true check (single),
  households integer not null,
  -- Booked to households by settlements that were posted.
  settled_fen bigint not null,
  -- Of what is due to households, what a bank said it had paid.
  paid_fen bigint not null,
  counted_at timestamptz not null
);
grant select, insert, update on insight.household_total to xihuo_app;
grant select on insight.household_total to xihuo_auditor;
