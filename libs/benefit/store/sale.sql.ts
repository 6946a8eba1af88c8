import { statement } from '@xihuo/platform';
import { BACK_OF } from './origins.sql';

/** Keeps what the run $1 sold of every lot, and in which lines. */
export const keepSales = statement(
  'benefit.keep_sales',
  `with sold as (
     insert into benefit.sale (id, run_id, lot_id, supplier_id, goods_fen)
     select md5($1::uuid::text || lot_id)::uuid, $1, lot_id, supplier_id, sum(goods_fen)
       from fundable where goods_fen > 0 group by lot_id, supplier_id
     returning id, lot_id
   )
   insert into benefit.sale_line (sale_id, line_id, paid_fen, goods_fen)
   select sold.id, line_id, coalesce(paid_fen, net_fen), goods_fen
     from fundable join sold using (lot_id) where goods_fen > 0`,
);

/**
 * Of each sale of the run $1, what came from which delivery: through all processing, by weight, of all that lies in the lots by then,
 * confirmed or not. So a delivery that stands only later has its part of this sale, and one that comes later has none.
 */
export const keepSaleParts = statement(
  'benefit.keep_sale_parts',
  `with recursive ${BACK_OF('select id as sold_id, lot_id from benefit.sale where run_id = $1')},
   behind as materialized (select sold_id, lot_id, sum(share) as share from back group by sold_id, lot_id)
   insert into benefit.sale_part (sale_id, root_id, lot_id, yield_grams, base_fen)
   select sale.id, delivery.root_id, delivery.lot_id, delivery.yield_grams,
          trunc(sale.goods_fen * behind.share * delivery.yield_grams / lot.received_grams, 12)
     from behind
     join benefit.sale on sale.id = behind.sold_id
     join trace.lot_v lot on lot.id = behind.lot_id and lot.received_grams > 0
     join trace.delivery_v delivery on delivery.lot_id = behind.lot_id`,
);

/** Holds the parts of sales that have not had their rebate, in order: of two runs at once each gives another part. */
export const lockSaleParts = statement(
  'benefit.lock_sale_parts',
  'select 1 from benefit.sale_part where owed_fen < base_fen order by sale_id, root_id for update',
);
