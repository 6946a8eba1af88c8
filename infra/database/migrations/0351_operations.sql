-- What an operator may stop for a while, and start again: nobody new signs up, no new order, nothing new in the shop. Whether payouts run
-- is finance's and stands in settlement.payout_stop. When and why, by whom, is also in the audit chain, one entry a turn.
create table platform.switch (
  name text primary key check (name in ('signUp', 'orders', 'publishing')),
  paused boolean not null default false,
  -- Of the last turn; null while it was never turned.
  reason text,
  turned_by uuid,
  turned_at timestamptz,
  check (not paused or reason is not null)
);
insert into platform.switch (name) values ('signUp'), ('orders'), ('publishing');

-- The last round of each periodic job, in real time: a worker that died says nothing any more, and that is how it is noticed.
create table platform.job_round (
  job text primary key,
  ended_at timestamptz not null,
  -- Since when every round failed; null where the last one did not.
  failing_since timestamptz,
  every_ms integer not null
);

grant select, update (paused, reason, turned_by, turned_at) on platform.switch to xihuo_app;
grant select, insert, update on platform.job_round to xihuo_app;
grant select on platform.switch, platform.job_round to xihuo_auditor;
