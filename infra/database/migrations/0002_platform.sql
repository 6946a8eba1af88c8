-- What every context stands on: the business clock, idempotency keys, the outbox, the audit chain, notices, files.

-- What kind of instance this is. Seeded with invented suppliers: every page says so.
create table platform.instance (
  only_row boolean primary key default true check (only_row),
  demo boolean not null default false
);
insert into platform.instance default values;

-- Business time is the transaction's time plus one offset, which only the seed loader, tests and simulation move.
create table platform.business_clock (
  only_row boolean primary key default true check (only_row),
  offset_ms bigint not null default 0
);
insert into platform.business_clock default values;

create function platform.business_now() returns timestamptz
  language sql stable parallel safe
  return transaction_timestamp() + (select offset_ms from platform.business_clock) * interval '1 millisecond';

create function platform.set_clock_offset(wanted interval) returns void
  language sql
  begin atomic
    update platform.business_clock set offset_ms = (extract(epoch from wanted) * 1000)::bigint;
  end;
revoke execute on function platform.set_clock_offset from public;

-- Big append tables are cut by month of their time-ordered id, so that old months can be dropped instead of deleted.
create table platform.monthly_table (name text primary key check (to_regclass(name) is not null));

create function platform.uuid_floor(instant timestamptz) returns uuid
  language sql immutable parallel safe
  return rpad(lpad(to_hex((extract(epoch from instant) * 1000)::bigint), 12, '0'), 32, '0')::uuid;

-- Attaching locks the parent less than `create table ... partition of` would: writers go on.
create function platform.ensure_partitions(months_ahead integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp set lock_timeout = '3s' as $$
declare
  parent text;
  month timestamptz;
  part text;
  made integer := 0;
begin
  perform pg_advisory_xact_lock(hashtext('platform.ensure_partitions'));
  for parent in select name from platform.monthly_table order by name loop
    for ahead in 0..months_ahead loop
      month := date_trunc('month', now(), 'UTC') + make_interval(months => ahead);
      part := format('%s_%s', parent, to_char(month at time zone 'UTC', 'YYYY_MM'));
      continue when to_regclass(part) is not null;
      begin
        execute format('create table %s (like %s including defaults including constraints including generated)', part, parent);
        execute format(
          'alter table %s attach partition %s for values from (%L) to (%L)', parent, part,
          platform.uuid_floor(month), platform.uuid_floor(date_trunc('month', month + interval '32 days', 'UTC')));
        made := made + 1;
      exception when check_violation then
        -- The default partition holds rows of that month already (this ran too late): they stay there, nothing is lost.
        raise warning 'rows of % stay in the default partition of %', to_char(month, 'YYYY-MM'), parent;
      end;
    end loop;
  end loop;
  return made;
end $$;
revoke execute on function platform.ensure_partitions from public;

-- One answer per key, written with the work. `json`, not `jsonb`: a replay answers the same bytes.
create table platform.idempotency_key (
  key_hash bytea primary key check (length(key_hash) = 32),
  route text not null,
  body_hash bytea not null check (length(body_hash) = 32),
  response json not null,
  created_at timestamptz not null
);
create index idempotency_key_age on platform.idempotency_key using brin (created_at);

-- Events, written in the business transaction. Done when every consumer's row exists.
create table platform.outbox_event (
  id uuid primary key,
  name text not null,
  payload jsonb not null,
  request_id text not null,
  occurred_at timestamptz not null,
  dispatches smallint not null default 0,
  -- Real time of the database, not business time.
  dispatched_at timestamptz,
  done_at timestamptz,
  check (done_at is null or dispatched_at is not null)
) partition by range (id);
create table platform.outbox_event_other partition of platform.outbox_event default;
create index outbox_event_waiting on platform.outbox_event (id) where dispatched_at is null;
create index outbox_event_under_way on platform.outbox_event (dispatched_at) where done_at is null and dispatched_at is not null;

create table platform.consumed_event (
  consumer text not null,
  event_id uuid not null,
  consumed_at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
) partition by range (event_id);
create table platform.consumed_event_other partition of platform.consumed_event default;

-- An event that one consumer cannot work off, taken out of the way of the others until somebody replays it.
create table platform.dead_letter (
  consumer text not null,
  event_id uuid not null,
  event_name text not null,
  -- Name and code of the error; no message, which might quote personal data.
  error text not null,
  attempts integer not null,
  failed_at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);

-- Audit. A command inserts entry and content, unchained; the sealer moves entries that can no longer be preceded by an
-- uncommitted one into the chain. The content stands apart, salted, so that it can be erased without breaking the chain.
create table platform.audit_entry (
  id uuid primary key,
  transaction xid8 not null default pg_current_xact_id()
);

create table platform.audit_content (
  entry_id uuid primary key,
  salt bytea not null default uuid_send(gen_random_uuid()),
  -- Canonical JSON: exactly these bytes are hashed.
  content text not null,
  subject_kind text generated always as (content::json ->> 'subjectKind') stored,
  subject_id text generated always as (content::json ->> 'subjectId') stored
) partition by range (entry_id);
create table platform.audit_content_other partition of platform.audit_content default;
create index audit_content_subject on platform.audit_content (subject_kind, subject_id, entry_id);

create table platform.audit_chain (
  position bigint primary key check (position > 0),
  entry_id uuid not null unique,
  content_hash bytea not null check (length(content_hash) = 32),
  previous_hash bytea not null check (length(previous_hash) = 32),
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null
);

create table platform.audit_checkpoint (
  position bigint primary key,
  head_hash bytea not null check (length(head_hash) = 32),
  entries integer not null check (entries > 0),
  sealed_at timestamptz not null
);

-- The sealer's place; its row lock lets one sealer in at a time.
create table platform.audit_head (
  only_row boolean primary key default true check (only_row),
  position bigint not null default 0,
  hash bytea not null default decode(repeat('00', 32), 'hex')
);
insert into platform.audit_head default values;

-- hash = sha256(previous_hash || position as 8 bytes || sha256(salt || content))
create function platform.seal_audit(at_most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  head record;
  entry record;
  snapshot pg_snapshot := pg_current_snapshot();
  sealed integer := 0;
  fresh bytea;
begin
  select position, hash into head from platform.audit_head for update skip locked;
  if not found then return 0; end if;

  -- A transaction number beyond the snapshot comes from the cluster a backup was taken from: it cannot be running here.
  for entry in
    select waiting.id, sha256(content.salt || convert_to(content.content, 'UTF8')) as content_hash
      from platform.audit_entry waiting join platform.audit_content content on content.entry_id = waiting.id
     where waiting.transaction < pg_snapshot_xmin(snapshot) or waiting.transaction > pg_snapshot_xmax(snapshot)
     order by waiting.transaction, waiting.id
     limit at_most
  loop
    fresh := sha256(head.hash || int8send(head.position + 1) || entry.content_hash);
    insert into platform.audit_chain (position, entry_id, content_hash, previous_hash, hash, sealed_at)
    values (head.position + 1, entry.id, entry.content_hash, head.hash, fresh, clock_timestamp());
    delete from platform.audit_entry where id = entry.id;
    head.position := head.position + 1;
    head.hash := fresh;
    sealed := sealed + 1;
  end loop;

  if sealed > 0 then
    update platform.audit_head set position = head.position, hash = head.hash;
    insert into platform.audit_checkpoint (position, head_hash, entries, sealed_at)
    values (head.position, head.hash, sealed, clock_timestamp());
  end if;
  return sealed;
end $$;
revoke execute on function platform.seal_audit from public;

-- Notices to people, in the app.
create table platform.notice (
  id uuid primary key default uuidv7(),
  person_id uuid not null,
  -- The same notice told twice is one notice.
  key text not null,
  title_zh text not null,
  title_en text not null,
  body_zh text not null,
  body_en text not null,
  created_at timestamptz not null default platform.business_now(),
  read_at timestamptz,
  unique (person_id, key)
);
create index notice_newest on platform.notice (person_id, id desc);

-- Mail and SMS on their way out. To whom and what is sealed; a carrier opens it when sending.
create table platform.outgoing_message (
  id uuid primary key,
  key text not null unique,
  channel text not null check (channel in ('mail', 'sms')),
  recipient_sealed bytea not null,
  content_sealed bytea not null,
  created_at timestamptz not null default platform.business_now(),
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  state text not null default 'waiting' check (state in ('waiting', 'sent')),
  sent_at timestamptz
);
create index outgoing_message_waiting on platform.outgoing_message (next_attempt_at) where state = 'waiting';
create index outgoing_message_newest on platform.outgoing_message (id desc);

create table platform.file (
  id uuid primary key,
  sha256 bytea not null check (length(sha256) = 32),
  size_bytes bigint not null check (size_bytes > 0),
  media_type text not null,
  purpose text not null,
  created_at timestamptz not null
);
create index file_content on platform.file (sha256);

insert into platform.monthly_table (name)
values ('platform.outbox_event'), ('platform.consumed_event'), ('platform.audit_content');
select platform.ensure_partitions(2);

grant select on platform.instance, platform.business_clock to xihuo_app;
grant select, insert, delete on platform.idempotency_key to xihuo_app;
grant select, insert, update (dispatches, dispatched_at, done_at) on platform.outbox_event to xihuo_app;
grant select, insert on platform.consumed_event to xihuo_app;
grant select, insert, update, delete on platform.dead_letter to xihuo_app;
grant select, insert on platform.audit_entry, platform.audit_content to xihuo_app;
grant select on platform.audit_chain, platform.audit_checkpoint, platform.audit_head to xihuo_app;
grant select, insert, update (read_at) on platform.notice to xihuo_app;
grant select, insert, update, delete on platform.outgoing_message to xihuo_app;
grant select, insert on platform.file to xihuo_app;
grant execute on function platform.ensure_partitions, platform.seal_audit to xihuo_app;
-- Answers may hold what only their receiver should see (an order's token).
revoke select on platform.idempotency_key from xihuo_auditor;
