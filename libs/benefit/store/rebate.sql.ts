import { statement } from '@xihuo/platform';

/**
 * What the run's sales owe as second rebate: what a lot's goods brought without their freight, in proportion to what a household's deliveries yielded of all
 * that came into the lot, times the rate of the agreement they were bought under; both rounded down to the fen. $1 run.
 */
export const rebatesOf = statement<{
  agreement_id: string;
  supplier_id: string;
  household_id: string;
  lot_id: string;
  source_id: string;
  base_fen: bigint;
  rebate_bp: number;
  amount_fen: bigint;
}>(
  'benefit.rebates_of',
  `select * from (
     select agreement.id as agreement_id, sold.supplier_id, agreement.household_id, sold.lot_id,
            md5($1::uuid::text || sold.lot_id)::uuid as source_id, part.base_fen, agreement.rebate_bp,
            div(part.base_fen::numeric * agreement.rebate_bp, 10000)::bigint as amount_fen
       from (select lot_id, supplier_id, sum(goods_fen) as goods_fen from fundable group by lot_id, supplier_id) sold
       join trace.lot_v lot on lot.id = sold.lot_id and lot.received_grams > 0
       join (select coverage.lot_id, coverage.agreement_id,
                    sum(delivery.yield_grams::numeric * coverage.grams / delivery.grams) as grams
               from benefit.coverage join trace.delivery_v delivery on delivery.id = coverage.delivery_id
              where coverage.counts and coverage.lot_id in (select lot_id from fundable)
              group by coverage.lot_id, coverage.agreement_id) brought on brought.lot_id = sold.lot_id
       join benefit.agreement on agreement.id = brought.agreement_id and agreement.rebate_bp > 0
      cross join lateral (select div(sold.goods_fen * trunc(brought.grams), lot.received_grams)::bigint as base_fen) part) owed
    where amount_fen > 0 order by agreement_id, lot_id`,
);
