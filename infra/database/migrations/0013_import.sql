-- The one import engine: a table somebody hands in is read into rows, looked at, confirmed, and written by a worker a chunk at
-- a time. What was in it is forgotten once it is written or given up.

create table platform.import (
  id uuid primary key,
  kind text not null check (kind ~ '^[a-z][A-Za-z]{2,40}$'),
  -- What it goes into, such as an application; whose that is, the kind's own context says.
  scope_id uuid not null,
  state text not null default 'reading'
    check (state in ('reading', 'previewed', 'writing', 'stopped', 'done', 'discarded')),
  file_name text not null,
  sha256 bytea not null check (length(sha256) = 32),
  -- Column -> heading in the file, and the headings nobody reads.
  headings jsonb not null,
  ignored jsonb not null,
  -- Why it stopped: the code of a problem.
  stop_code text,
  -- How often a chunk failed for no reason of ours.
  failures integer not null default 0,
  created_by uuid not null,
  created_at timestamptz not null,
  confirmed_at timestamptz,
  ended_at timestamptz,
  -- Of the confirming request, so that what a worker writes can be followed to it.
  request_id text not null,
  row_version integer not null default 1,
  check ((state = 'stopped') = (stop_code is not null)),
  check ((state in ('done', 'discarded')) = (ended_at is not null))
);
-- The same file handed in again while it is open is the same import, which then goes on where it was.
create unique index import_open on platform.import (created_by, kind, scope_id, sha256)
  where state in ('reading', 'previewed', 'writing', 'stopped');
create index import_mine on platform.import (created_by, kind, scope_id, id desc);
create index import_writing on platform.import (confirmed_at) where state = 'writing';
create index import_age on platform.import (created_at);

create table platform.import_row (
  import_id uuid not null references platform.import on delete cascade,
  -- As the spreadsheet shows it.
  number integer not null check (number > 0),
  state text not null check (state in ('ready', 'known', 'faulty', 'written')),
  -- What the cells said, the sensitive ones masked.
  shown jsonb not null,
  faults jsonb not null default '[]',
  -- The whole row, sealed; only while it waits to be written.
  content_sealed bytea,
  primary key (import_id, number),
  check ((state = 'ready') = (content_sealed is not null)),
  check ((state = 'faulty') = (faults <> '[]'))
);
create index import_row_state on platform.import_row (import_id, state, number);

grant select, insert, update, delete on platform.import, platform.import_row to xihuo_app;
grant select on platform.import to xihuo_auditor;
revoke select on platform.import_row from xihuo_auditor;
