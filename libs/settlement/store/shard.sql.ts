import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

/** Whoever prepares a run does so alone: of two, the second sees what the first has prepared. */
export const prepareOneAtATime = statement(
  'settlement.prepare_one_at_a_time',
  `select pg_advisory_xact_lock(hashtextextended('settlement.prepare', 0))`,
);

/** A supplier of which an earlier run has a shard that is not settled: the next run leaves it out. `line` stands before it. */
export const NOT_WAITED_FOR = `not exists (
    select from settlement.shard open join settlement.shard_supplier other on other.shard_id = open.id
     where open.state <> 'settled' and other.supplier_id = line.supplier_id)`;

/**
 * What stands against a run up to $1: the newest period that was prepared, and whether a run is under way. One of which all that is
 * left has failed is not: what failed is tried again by itself.
 */
export const runsBefore = statement<{ same: boolean; later: boolean; under_way: boolean }>(
  'settlement.runs_before',
  `select coalesce(bool_or(period_end = $1::date), false) as same, coalesce(bool_or(period_end > $1::date), false) as later,
          coalesce(bool_or(state = 'paused' or (state = 'prepared'
            and (exists (select from settlement.shard where shard.run_id = run.id and shard.state = 'waiting')
                 or not exists (select from settlement.shard where shard.run_id = run.id and shard.state = 'failed')))), false) as under_way
     from settlement.run where period_end >= $1::date or state <> 'posted'`,
);

/**
 * The shards of a run ($1) up to $2: suppliers with lines to be looked at, and those that only come to owe something ($4), in the order
 * of their ids, about $3 lines a shard. No supplier stands in two.
 */
export const makeShards = statement<{ shards: number }>(
  'settlement.make_shards',
  `with counted as (
     select supplier_id, count(*) as lines from ordering.order_line_v line
      where state = 'released' and settled_at is null and released_at < ($2::date + 1)::timestamp at time zone 'Asia/Shanghai'
        and ${NOT_WAITED_FOR} group by supplier_id
     union all
     select supplier_id, 0 from unnest($4::uuid[]) as line (supplier_id) where ${NOT_WAITED_FOR}
   ), candidate as (
     select supplier_id, sum(lines)::integer as lines from counted group by supplier_id
   ), placed as materialized (
     select supplier_id, lines, div(sum(lines) over (order by supplier_id) - lines, $3) as place from candidate
   ), made as materialized (
     select place, uuidv7() as id, count(*)::integer as suppliers, sum(lines)::integer as lines from placed group by place
   ), kept as (
     insert into settlement.shard (id, run_id, suppliers, lines) select id, $1, suppliers, lines from made
   ), named as (
     insert into settlement.shard_supplier (run_id, supplier_id, shard_id, lines)
     select $1, supplier_id, made.id, placed.lines from placed join made using (place)
   )
   select count(*)::integer as shards from made`,
);

export interface BegunShard {
  id: string;
  run_id: string;
  suppliers: number;
  begun: number;
}

/** The next shard that nobody is at, of runs that are not paused, counted as begun: one that ended nobody's work comes after the others. */
export const beginShard = statement<BegunShard>(
  'settlement.begin_shard',
  `update settlement.shard set begun = begun + 1
    where id = (select shard.id from settlement.shard join settlement.run on run.id = shard.run_id
                 where shard.state = 'waiting' and run.state = 'prepared'
                 order by run.period_end, shard.begun, shard.id limit 1 for update of shard skip locked)
   returning id, run_id, suppliers, begun`,
);

/** Holds a shard that waits, for whoever comes first; another worker's is not waited for. */
export const holdShard = statement<{ run_id: string; period_end: string; suppliers: number }>(
  'settlement.hold_shard',
  `select run.id as run_id, run.period_end, shard.suppliers
     from settlement.shard join settlement.run on run.id = shard.run_id
    where shard.id = $1 and shard.state = 'waiting' and run.state <> 'posted' for update of shard skip locked`,
);

/** Of a shard some hundred thousand shares are sorted and summed: in memory, not in files, for this transaction. */
export const sortInMemory = statement('settlement.sort_in_memory', `select set_config('work_mem', '64MB', true)`);

export const shardsOfRun = statement<{ id: string }>(
  'settlement.shards_of_run',
  'select id from settlement.shard where run_id = $1 order by id',
);

export const suppliersOfShard = statement<{ supplier_id: string }>(
  'settlement.suppliers_of_shard',
  'select supplier_id from settlement.shard_supplier where shard_id = $1 order by supplier_id',
);

export const shardSettled = statement(
  'settlement.shard_settled',
  `update settlement.shard set state = 'settled', settled_at = $2 where id = $1`,
);

/** Moves the second half of a shard's suppliers, by id, into a shard of their own; both begin anew. */
export const splitShard = statement<{ id: string }>(
  'settlement.split_shard',
  `with half as materialized (
     select supplier_id, lines
       from (select supplier_id, lines, row_number() over (order by supplier_id) as place, count(*) over () as suppliers
               from settlement.shard_supplier where shard_id = $1) member
      where place > suppliers / 2
   ), other as (
     insert into settlement.shard (run_id, suppliers, lines)
     select shard.run_id, (select count(*) from half), (select sum(lines) from half) from settlement.shard where shard.id = $1
     returning id
   ), moved as (
     update settlement.shard_supplier set shard_id = other.id from half, other
      where shard_supplier.shard_id = $1 and shard_supplier.supplier_id = half.supplier_id
   )
   update settlement.shard set begun = 0, suppliers = suppliers - (select count(*) from half), lines = lines - (select sum(lines) from half)
    where id = $1 returning id`,
);

export const shardFailed = statement(
  'settlement.shard_failed',
  `update settlement.shard set state = 'failed', reason = $2 where id = $1`,
);

export const retryShard = statement<{ run_id: string }>(
  'settlement.retry_shard',
  `update settlement.shard set state = 'waiting', reason = null, begun = 0 where id = $1 and state = 'failed' returning run_id`,
);

export const findShard = statement<{ id: string; state: machines.ShardState }>(
  'settlement.find_shard',
  'select id, state from settlement.shard where id = $1',
);

export interface FailedShardRow {
  id: string;
  supplier_id: string;
  supplier_name: string;
  lines: number;
  reason: string;
}

/** What of a run ($1) could not be settled; the first hundred. */
export const failedShards = statement<FailedShardRow>(
  'settlement.failed_shards',
  `select shard.id, member.supplier_id, supplier.name_zh as supplier_name, shard.lines, shard.reason
     from settlement.shard join settlement.shard_supplier member on member.shard_id = shard.id
     join registry.organisation_v supplier on supplier.id = member.supplier_id
    where shard.run_id = $1 and shard.state = 'failed' order by shard.id limit 100`,
);

/** Runs of which everything is settled. */
export const runsToClose = statement<{ id: string }>(
  'settlement.runs_to_close',
  `select id from settlement.run
    where state = 'prepared' and not exists (select from settlement.shard where shard.run_id = run.id and shard.state <> 'settled')
    order by period_end`,
);

/** A run ($1) goes from one state ($2) to another ($3), or somebody was faster. */
export const moveRun = statement<{ id: string }>(
  'settlement.move_run',
  'update settlement.run set state = $3 where id = $1 and state = $2 returning id',
);
