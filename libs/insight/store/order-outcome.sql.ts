import { statement } from '@xihuo/platform';
import type { OutcomePartRow, OutcomeShareRow } from '../rules/order-outcome';

/**
 * Where the money of the parts of an order ($1) is: paid, gone back, held, settled. A line may be settled in several parts, by several
 * runs; what went back before it was settled stands on the line, what a dispute gave back on its holds.
 */
export const outcomeParts = statement<OutcomePartRow>(
  'insight.outcome_parts',
  `with line as materialized (
     select line.id, line.supplier_order_id, line.amount_fen,
            coalesce(progress.refund_fen, 0) + kept.refund_fen as refunded_fen, kept.held_fen,
            coalesce(settled.fen, 0) as settled_fen, coalesce(settled.goods_fen, 0) as goods_fen, coalesce(settled.subsidy_fen, 0) as subsidy_fen,
            coalesce(settled.fee_fen, 0) as fee_fen, coalesce(settled.dues_fen, 0) as dues_fen, coalesce(settled.payable_fen, 0) as payable_fen,
            settled.until, late.fen as late_fen, back.fen as rebates_back_fen
       from ordering.order_line_v line
       left join ordering.line_progress_v progress on progress.line_id = line.id
      cross join lateral (
        select coalesce(sum(refund_fen), 0) as refund_fen, coalesce(sum(held_fen) filter (where closed_at is null), 0) as held_fen
          from ordering.line_hold_v hold where hold.line_id = line.id) kept
       left join lateral (
        select sum(part.gross_fen - part.refund_fen) as fen, sum(part.goods_fen) as goods_fen, sum(part.subsidy_fen) as subsidy_fen,
               sum(part.fee_fen) as fee_fen, sum(part.farmer_dues_fen) as dues_fen, sum(part.payable_fen) as payable_fen,
               max(run.period_end) as until
          from settlement.line_v part join settlement.run_v run on run.id = part.run_id where part.line_id = line.id) settled on true
      cross join lateral (
        select coalesce(sum(amount_fen), 0) as fen from ordering.late_refund_v late where late.line_id = line.id) late
      cross join lateral (
        select coalesce(sum(back.amount_fen), 0) as fen
          from settlement.adjustment_v adjustment join benefit.share_back_v back on back.source_id = adjustment.id
         where adjustment.line_id = line.id) back
      where line.order_id = $1
   )
   select part.id, part.state, today.day as today,
          (part.released_at at time zone 'Asia/Shanghai')::date as released_on,
          case part.state when 'received' then (part.release_due at time zone 'Asia/Shanghai')::date end as window_ends_on,
          exists (select from ordering.line_outcome_v going where going.order_id = $1) as is_going,
          sum(line.amount_fen)::bigint as amount_fen, sum(line.refunded_fen)::bigint as refunded_fen, sum(line.held_fen)::bigint as held_fen,
          sum(line.settled_fen)::bigint as settled_fen, sum(line.goods_fen)::bigint as settled_goods_fen,
          sum(line.subsidy_fen)::bigint as subsidy_fen, sum(line.fee_fen)::bigint as fee_fen, sum(line.dues_fen)::bigint as dues_fen,
          sum(line.payable_fen)::bigint as payable_fen, max(line.until) as settled_until, sum(line.late_fen)::bigint as late_fen,
          sum(line.rebates_back_fen)::bigint as rebates_back_fen,
          array(select rule from line named join settlement.line_v piece on piece.line_id = named.id
                  join settlement.run_v run on run.id = piece.run_id
                 cross join lateral (select piece.rule_version as rule
                                      union select version from unnest(run.rule_versions) as version where version like 'settlement.run@%') ruled
                 where named.supplier_order_id = part.id group by rule order by rule) as rules
     from ordering.supplier_order_v part
     join line on line.supplier_order_id = part.id
    cross join (select (platform.business_now() at time zone 'Asia/Shanghai')::date as day) today
    where part.order_id = $1
    group by part.id, part.state, part.released_at, part.release_due, today.day
    order by part.id`,
);

/** What of the parts of an order ($1) went to whom it is owed, kind by kind and together; households are counted, never named. */
export const outcomeShares = statement<OutcomeShareRow>(
  'insight.outcome_shares',
  `select line.supplier_order_id, share.kind, sum(share.amount_fen)::bigint as fen,
          coalesce(sum(share.amount_fen) filter (where share.collective_id is not null), 0)::bigint as collective_fen,
          count(distinct share.household_id)::integer as households,
          array_agg(distinct share.rule_version order by share.rule_version) as rules
     from ordering.order_line_v line join benefit.share_v share on share.line_id = line.id
    where line.order_id = $1
    group by grouping sets ((line.supplier_order_id, share.kind), (line.supplier_order_id))
    order by line.supplier_order_id, share.kind`,
);
