import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { NOT_WAITED_FOR } from './shard.sql';

export interface RunRow {
  id: string;
  period_end: string;
  state: machines.SettlementRunState;
  rule_versions: string[];
  shards: number;
  shards_settled: number;
  shards_failed: number;
  shard_lines: number;
  shard_lines_settled: number;
  suppliers: number;
  lines: number;
  gross_fen: bigint;
  subsidy_fen: bigint;
  fee_fen: bigint;
  farmer_dues_fen: bigint;
  payable_fen: bigint;
  created_at: Date;
  posted_at: Date | null;
}

const RUN = `select run.id, run.period_end, run.state, run.rule_versions, run.suppliers, run.lines, run.gross_fen, run.subsidy_fen, run.fee_fen,
    run.farmer_dues_fen, run.payable_fen, run.created_at, run.posted_at, progress.*
  from settlement.run
 cross join lateral (
   select count(*)::integer as shards, count(*) filter (where state = 'settled')::integer as shards_settled,
          count(*) filter (where state = 'failed')::integer as shards_failed, coalesce(sum(lines), 0)::integer as shard_lines,
          coalesce(sum(lines) filter (where state = 'settled'), 0)::integer as shard_lines_settled
     from settlement.shard where shard.run_id = run.id) progress`;

/** The period's own row, with the rules ($3) it is settled by. */
export const openRun = statement<{ id: string }>(
  'settlement.open_run',
  'insert into settlement.run (period_end, created_at, rule_versions) values ($1, $2, $3) returning id',
);

/** The moment a business date ($1 or $2 of the statement around it) ends, in Asia/Shanghai. */
const endOf = (day: string) => `(${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;

/**
 * Of a line, what may be settled at the end of a business date: what was paid for it, less what has gone back or is held, less what
 * earlier runs have settled; and what a funder has paid of its discounts. A hold that ended later is a hold still. What after-sale
 * gives back is decided before the line is released, and stands on its first part. Of what is left, the goods' part is theirs of
 * what was not given back, to the fen; a hold takes of goods and freight in proportion.
 */
const openOn = (day: string, settledBefore: string) => `
     left join ${settledBefore}
    cross join lateral (select coalesce(settled.parts, 0)::smallint as parts, coalesce(settled.fen, 0)::bigint as fen,
                               coalesce(settled.goods_fen, 0)::bigint as goods_fen, coalesce(settled.subsidy_fen, 0)::bigint as subsidy_fen) before
     left join lateral (
       select coalesce(sum(case when hold.closed_at < ${endOf(day)} then hold.refund_fen else hold.held_fen end), 0)::bigint as fen
         from ordering.line_hold_v hold where hold.line_id = line.id) kept on true
     left join lateral (
       select coalesce(sum(paid.amount_fen), 0)::bigint as fen
         from settlement.subsidy_part paid where paid.line_id = line.id and paid.received_on <= ${day}::date) received on true
     left join ordering.line_progress_v progress on progress.line_id = line.id
    cross join lateral (select coalesce(progress.refund_fen, 0) as all_fen, coalesce(progress.refund_freight_fen, 0) as freight_fen,
                               case before.parts when 0 then coalesce(progress.refund_fen, 0) else 0 end as fen) refund
    cross join lateral (select line.amount_fen - kept.fen - before.fen - refund.fen as fen,
                               received.fen - before.subsidy_fen as subsidy_fen) open
    cross join lateral (select line.amount_fen - refund.all_fen as fen,
                               line.amount_fen - line.freight_fen - (refund.all_fen - refund.freight_fen) as goods_fen) stays
    cross join lateral (
      select least(open.fen, greatest(0, div(stays.goods_fen::numeric * (stays.fen - kept.fen), greatest(stays.fen, 1))::bigint
                                           - before.goods_fen)) as fen) goods
    where line.state = 'released' and line.released_at < ${endOf(day)} and (open.fen > 0 or open.subsidy_fen > 0)`;

const SETTLED_SUMS = `count(*) as parts, sum(gross_fen) as fen, sum(goods_fen) as goods_fen, sum(subsidy_fen) as subsidy_fen`;

/** What earlier runs took of one line: asked until the first is found of which something is open. */
const OF_THE_LINE = `lateral (select ${SETTLED_SUMS} from settlement.line settled where settled.line_id = line.id) settled on true`;

/** The same of all lines of a shard at once: asked line by line, a table that was empty before would be read from end to end for each. */
const OF_SETTLEABLE = `(select line_id, ${SETTLED_SUMS} from settleable join settlement.line using (line_id) group by line_id) settled
                        on settled.line_id = line.id`;

/** Whether anything waits to be settled up to a business date (Asia/Shanghai); only parts of which something may be open are read. */
export const anythingDue = statement<{ due: boolean }>(
  'settlement.anything_due',
  `select exists (select from ordering.order_line_v line ${openOn('$1', OF_THE_LINE)} and line.settled_at is null and ${NOT_WAITED_FOR}) as due`,
);

/**
 * Takes what is open of every line of the period, with the fee of the rule in force when its order was placed. The fee is of what
 * the goods brought, not of their freight and not of what a funder adds, rounded down to the fen, in the supplier's favour. A line
 * is taken once, and once more for what a dispute has let go or a funder has paid.
 */
export const takeLines = statement(
  'settlement.take_lines',
  `insert into settlement.line (line_id, part, run_id, supplier_id, gross_fen, refund_fen, goods_fen, subsidy_fen, fee_fen, rule_version)
   select line.id, before.parts + 1, $1, line.supplier_id, open.fen + refund.fen, refund.fen, goods.fen, open.subsidy_fen,
          div(goods.fen * (registry.policy_on('fee.platformBp', (line.placed_at at time zone 'Asia/Shanghai')::date) #>> '{}')::numeric, 10000),
          line.fee_rule_version
     from settleable join ordering.order_line_v line on line.id = settleable.line_id ${openOn('$2', OF_SETTLEABLE)}
   on conflict do nothing`,
);

/** Lines of which nothing is open any more, whenever a hold of theirs ended: they are not looked at again until something is. */
export const markDone = statement(
  'settlement.mark_done',
  `update settleable set done = true
     from ordering.order_line_v line
     left join ordering.line_progress_v progress on progress.line_id = line.id
    cross join lateral (select count(*) as parts, coalesce(sum(gross_fen), 0) as fen, coalesce(sum(subsidy_fen), 0) as subsidy_fen
                          from settlement.line done where done.line_id = line.id) settled
    cross join lateral (select coalesce(sum(coalesce(hold.refund_fen, hold.held_fen)), 0) as fen
                          from ordering.line_hold_v hold where hold.line_id = line.id) kept
    cross join lateral (select coalesce(sum(amount_fen), 0) as fen from settlement.subsidy_part paid where paid.line_id = line.id) received
    where line.id = settleable.line_id and received.fen = settled.subsidy_fen
      and line.amount_fen = settled.fen + kept.fen + case settled.parts when 0 then coalesce(progress.refund_fen, 0) else 0 end`,
);

/** Splits each line over the lots it was first shipped from, whatever was sent in place of it, by weight, largest remainder first, ties by lot. */
export const splitByLot = statement(
  'settlement.split_by_lot',
  `insert into settlement.portion (line_id, lot_id, run_id, supplier_id, net_fen, fee_fen)
   select line_id, lot_id, $1, supplier_id,
          div(net * grams, all_grams) + case when row_number() over (partition by line_id order by mod(net * grams, all_grams) desc, lot_id)
            <= net - sum(div(net * grams, all_grams)) over (partition by line_id) then 1 else 0 end,
          div(fee * grams, all_grams) + case when row_number() over (partition by line_id order by mod(fee * grams, all_grams) desc, lot_id)
            <= fee - sum(div(fee * grams, all_grams)) over (partition by line_id) then 1 else 0 end
     from (select line.line_id, movement.lot_id, line.supplier_id, (line.gross_fen - line.refund_fen + line.subsidy_fen - line.fee_fen)::numeric as net,
                  line.fee_fen::numeric as fee, sum(movement.grams)::numeric as grams,
                  sum(sum(movement.grams)) over (partition by line.line_id) as all_grams
             from settlement.line line
             join trace.movement_v movement on movement.order_line_id = line.line_id and not movement.in_place
            where line.run_id = $1 and line.supplier_id = any ($2::uuid[])
            group by line.line_id, line.part, movement.lot_id) weighed`,
);

/**
 * Hands the shard's portions down to benefit, in the table it opened for this transaction. A line's freight is in its net, but is no
 * sale of anybody's harvest: its part of the portion is taken off, rounded down in the households' favour.
 */
export const handDown = statement(
  'settlement.hand_down',
  `insert into fundable (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen)
   select portion.line_id, portion.lot_id, portion.supplier_id, portion.net_fen,
          portion.net_fen - div(portion.net_fen::numeric * (line.gross_fen - line.refund_fen - line.goods_fen),
                                greatest(line.gross_fen - line.refund_fen + line.subsidy_fen - line.fee_fen, 1))::bigint,
          portion.net_fen + portion.fee_fen
     from settlement.portion join settlement.line using (line_id, run_id)
    where portion.run_id = $1 and portion.supplier_id = any ($2::uuid[])`,
);

/**
 * What households have had of each portion of the shard, for this transaction, by its own index. Joined as it is summed, to tables of which
 * the planner does not know yet that they are full, the sum was made anew for each portion.
 */
export const openPortionDues = statement(
  'settlement.open_portion_dues',
  `create temporary table portion_due (line_id uuid not null, lot_id uuid not null, fen bigint not null, primary key (line_id, lot_id))
     on commit drop`,
);

export const sumPortionDues = statement(
  'settlement.sum_portion_dues',
  `insert into portion_due
   select line_id, lot_id, sum(amount_fen) from benefit.share_v
    where run_id = $1 and supplier_id = any ($2::uuid[]) group by line_id, lot_id`,
);

export const keepPortionDues = statement(
  'settlement.keep_portion_dues',
  `update settlement.portion set farmer_dues_fen = portion_due.fen from portion_due
    where portion.run_id = $1 and portion.supplier_id = any ($2::uuid[])
      and portion.line_id = portion_due.line_id and portion.lot_id = portion_due.lot_id`,
);

/**
 * What is left of each line that was sent from lots, after fee and households, is the supplier's. Portions are counted line by line, by
 * their index: as an `exists` they would be joined, and those of all runs read for each shard.
 */
export const keepLineDues = statement(
  'settlement.keep_line_dues',
  `update settlement.line set (farmer_dues_fen, payable_fen) = (
     select coalesce(sum(fen), 0), gross_fen - refund_fen + subsidy_fen - fee_fen - coalesce(sum(fen), 0)
       from portion_due where portion_due.line_id = line.line_id)
    where run_id = $1 and supplier_id = any ($2::uuid[])
      and (select count(*) from settlement.portion where portion.line_id = line.line_id and portion.run_id = line.run_id) > 0`,
);

/** Lines of the shard whose parts do not make the whole: there must be none, or nothing of it is kept. */
export const brokenLines = statement<{ broken: number }>(
  'settlement.broken_lines',
  `select count(*)::integer as broken from settlement.line
    where run_id = $1 and supplier_id = any ($2::uuid[]) and gross_fen - refund_fen + subsidy_fen <> fee_fen + farmer_dues_fen + payable_fen`,
);

/** Posts a run of which everything is settled, with the sums of the whole; or somebody was faster. */
export const closeRun = statement<{ id: string }>(
  'settlement.close_run',
  `update settlement.run set state = 'posted', posted_at = $2, suppliers = total.suppliers, lines = total.lines,
          gross_fen = total.gross_fen, subsidy_fen = total.subsidy_fen, fee_fen = total.fee_fen, farmer_dues_fen = total.dues, payable_fen = total.payable
     from (select count(distinct supplier_id)::integer as suppliers, count(*)::integer as lines,
                  coalesce(sum(gross_fen - refund_fen), 0)::bigint as gross_fen,
                  coalesce(sum(subsidy_fen), 0)::bigint as subsidy_fen, coalesce(sum(fee_fen), 0)::bigint as fee_fen,
                  coalesce(sum(farmer_dues_fen), 0)::bigint as dues, coalesce(sum(payable_fen), 0)::bigint as payable
             from settlement.line where run_id = $1) total
    where run.id = $1 and run.state = 'prepared'
      and not exists (select from settlement.shard where shard.run_id = run.id and shard.state <> 'settled')
   returning run.id`,
);

export const listRuns = statement<RunRow>(
  'settlement.list_runs',
  `${RUN} where ($1::date is null or period_end < $1) and (not $3::boolean or state <> 'posted') order by period_end desc limit $2`,
);

export const findRun = statement<RunRow>('settlement.find_run', `${RUN} where run.id = $1`);

/** A day ($1) or, where the books are closed beyond it, the first that is open. */
export const firstOpenDay = statement<{ day: string }>(
  'settlement.first_open_day',
  'select greatest($1::date, max(closed_through) + 1)::text as day from ledger.closed_period_v',
);
