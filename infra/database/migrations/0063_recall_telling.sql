-- Who bought of a recalled lot may be a hundred thousand: they are told page by page, and this says how far it has come, so that
-- a killed worker goes on where it stood.
create table ordering.recall_telling (
  recall_id uuid primary key,
  -- The last order line gone through; lines come in order of their ids.
  after_line uuid not null default '00000000-0000-0000-0000-000000000000',
  orders integer not null default 0 check (orders >= 0),
  -- Orders whose phone could not be opened: somebody has to look at them.
  unreachable integer not null default 0 check (unreachable between 0 and orders),
  begun_at timestamptz not null,
  done_at timestamptz
);
create index recall_telling_open on ordering.recall_telling (begun_at) where done_at is null;

grant select, insert, update (after_line, orders, unreachable, done_at) on ordering.recall_telling to xihuo_app;
grant select on ordering.recall_telling to xihuo_auditor;
