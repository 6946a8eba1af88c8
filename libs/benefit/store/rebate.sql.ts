import { statement } from '@xihuo/platform';

export interface RebateRow {
  agreement_id: string;
  supplier_id: string;
  household_id: string;
  /** Into which the household brought it: not the lot that was sold, where that was made of it. */
  lot_id: string;
  sale_id: string;
  /** The next number of what this sale owes under this agreement. */
  part: number;
  base_fen: bigint;
  rebate_bp: number;
  amount_fen: bigint;
  /** What of the sale has not gone back to buyers. */
  left_fen: bigint;
}

/**
 * What sales owe as second rebate now, of this run and of those before: of each sale what came from a household's delivery, as
 * far as that stands confirmed and bought under an agreement and has had no rebate yet, less what of the sale has gone back; times the
 * rate of the agreement. Both are rounded down to the fen; a billionth is added before, for what endless fractions left behind. A
 * delivery that was put right downwards has so much less, one that was put right upwards no more than its part. The parts are held.
 */
export const takeRebates = statement<RebateRow>(
  'benefit.take_rebates',
  `with bought as (
     select part.sale_id, part.root_id, part.lot_id, part.owed_fen, coverage.agreement_id,
            part.base_fen * least(delivery.yield_grams, part.yield_grams) / part.yield_grams as worth_fen, delivery.grams as whole,
            coverage.grams, sum(coverage.grams) over (partition by part.sale_id, part.root_id order by coverage.part, coverage.agreement_id) as upto
       from benefit.sale_part part
       join trace.delivery_v delivery on delivery.root_id = part.root_id and delivery.lot_id = part.lot_id
        and delivery.confirmed_at is not null
       join benefit.coverage on coverage.delivery_id = delivery.id and coverage.counts
      where part.owed_fen < part.base_fen
   ), piece as materialized (
     select sale_id, root_id, lot_id, agreement_id,
            trunc(worth_fen * upto / whole, 12) - greatest(owed_fen, trunc(worth_fen * (upto - grams) / whole, 12)) as fen
       from bought where trunc(worth_fen * upto / whole, 12) > owed_fen
   ), taken as (
     update benefit.sale_part part set owed_fen = owed_fen + came.fen
       from (select sale_id, root_id, sum(fen) as fen from piece group by sale_id, root_id) came
      where part.sale_id = came.sale_id and part.root_id = came.root_id
   ), due as (
     select piece.sale_id, piece.lot_id, agreement.id as agreement_id, agreement.household_id, agreement.rebate_bp, sale.supplier_id,
            sale.goods_fen - sale.refunded_fen as left_fen,
            trunc(sum(piece.fen) * (sale.goods_fen - sale.refunded_fen) / sale.goods_fen + 0.000000001)::bigint as base_fen
       from piece join benefit.sale on sale.id = piece.sale_id
       join benefit.agreement on agreement.id = piece.agreement_id and agreement.rebate_bp > 0
      group by piece.sale_id, piece.lot_id, agreement.id, sale.id
   ), owed as (
     select due.*, div(base_fen::numeric * rebate_bp, 10000)::bigint as amount_fen from due
   )
   select owed.*, (coalesce((select max(part) from benefit.obligation known where known.source_kind = 'sale'
                      and known.source_id = owed.sale_id and known.agreement_id = owed.agreement_id), 0)
                   + row_number() over (partition by sale_id, agreement_id order by lot_id))::int as part
     from owed where amount_fen > 0 order by agreement_id, sale_id, lot_id`,
);

/** Keeps of which sale each rebate is. */
export const keepRebates = statement<{ obligation_id: string }>(
  'benefit.keep_rebates',
  `insert into benefit.rebate (obligation_id, sale_id, goods_fen)
   select obligation.id, item.sale_id, item.left_fen
     from jsonb_to_recordset($1::jsonb) as item (sale_id uuid, agreement_id uuid, part integer, left_fen bigint)
     join benefit.obligation on obligation.source_kind = 'sale' and obligation.source_id = item.sale_id
      and obligation.agreement_id = item.agreement_id and obligation.part = item.part
   returning obligation_id`,
);

/**
 * Takes back of rebates what of their sales has gone back since they were reckoned, as far as it is open: what a household was paid, or
 * is said to have been, the supplier bears. Of the sales $1; as often as it is asked.
 */
export const reverseRebates = statement<{ id: string; supplier_id: string; fen: bigint; whole: boolean }>(
  'benefit.reverse_rebates',
  `with due as materialized (
     select obligation.id, least(obligation.open_fen,
              div(obligation.amount_fen::numeric * (sale.refunded_fen - (sale.goods_fen - rebate.goods_fen)), rebate.goods_fen)::bigint
              - obligation.reversed_fen) as fen
       from benefit.rebate join benefit.sale on sale.id = rebate.sale_id
       join benefit.obligation on obligation.id = rebate.obligation_id
      where sale.refunded_fen > sale.goods_fen - rebate.goods_fen and obligation.open_fen > 0
        and sale.id = any ($1::uuid[])
      order by obligation.id for update of obligation
   )
   update benefit.obligation set reversed_fen = reversed_fen + due.fen from due
    where obligation.id = due.id and due.fen > 0
   returning obligation.id, supplier_id, due.fen, obligation.reversed_fen = obligation.amount_fen as whole`,
);
