-- A run is prepared once, and then settled shard by shard: disjoint sets of suppliers, each whole in a transaction of its own. What a
-- shard settles depends on nothing of another: a line, its lots, its debts and its subsidies have one supplier.

alter table settlement.run
  drop constraint run_state_check,
  add constraint run_state_check check (state in ('prepared', 'paused', 'posted')),
  -- The rules it settles by, as they were when it was prepared.
  add column rule_versions text[] not null default '{}';

create table settlement.shard (
  id uuid primary key default uuidv7(),
  run_id uuid not null references settlement.run,
  state text not null default 'waiting' check (state in ('waiting', 'settled', 'failed')),
  suppliers integer not null check (suppliers > 0),
  -- To be looked at: of some nothing may be open.
  lines integer not null check (lines >= 0),
  -- How often a worker began: one that is killed over it again and again does not hold up the others.
  begun integer not null default 0,
  reason text,
  settled_at timestamptz,
  constraint settled_some_time check ((state = 'settled') = (settled_at is not null)),
  constraint failed_for_a_reason check ((state = 'failed') = (reason is not null)),
  -- One supplier's trouble is that supplier's alone.
  constraint fails_alone check (state <> 'failed' or suppliers = 1)
);
create index shard_run on settlement.shard (run_id, state);
create index shard_open on settlement.shard (id) where state <> 'settled';

create table settlement.shard_supplier (
  run_id uuid not null references settlement.run,
  supplier_id uuid not null,
  shard_id uuid not null references settlement.shard,
  lines integer not null,
  primary key (run_id, supplier_id)
);
create index shard_supplier_shard on settlement.shard_supplier (shard_id, supplier_id);

-- Runs that were settled before there were shards: one each, so that all are shown alike.
insert into settlement.shard (run_id, state, suppliers, lines, settled_at)
select id, 'settled', suppliers, lines, posted_at from settlement.run where suppliers > 0 and state = 'posted';
insert into settlement.shard_supplier (run_id, supplier_id, shard_id, lines)
select line.run_id, line.supplier_id, shard.id, count(*)
  from settlement.line join settlement.shard on shard.run_id = line.run_id group by 1, 2, 3;

alter table settlement.statement add constraint once_a_period unique (supplier_id, period_end);

-- By supplier, since a shard asks for its own.
drop index ordering.supplier_order_unsettled;
create index supplier_order_unsettled on ordering.supplier_order (supplier_id, released_at, id)
  where state = 'released' and settled_at is null;
create index share_run on benefit.share (run_id, supplier_id);
create index sale_supplier on benefit.sale (supplier_id, id);

create or replace view settlement.run_v as select * from settlement.run;

grant select, insert on settlement.shard, settlement.shard_supplier to xihuo_app;
grant update (state, suppliers, lines, begun, reason, settled_at) on settlement.shard to xihuo_app;
grant update (shard_id) on settlement.shard_supplier to xihuo_app;
grant select on settlement.shard, settlement.shard_supplier to xihuo_auditor;
