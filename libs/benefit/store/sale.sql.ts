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
   select sold.id, line_id, paid_fen, goods_fen
     from fundable join sold using (lot_id) where goods_fen > 0`,
);

/**
 * Of each sale in the run $1 of the suppliers in `fundable`, what came from which delivery: through all processing, by weight, of all that lies in the lots by then,
 * confirmed or not. So a delivery that stands only later has its part of this sale, and one that comes later has none.
 */
export const keepSaleParts = statement(
  'benefit.keep_sale_parts',
  `with recursive ${BACK_OF('select id as sold_id, lot_id from benefit.sale where run_id = $1 and supplier_id in (select supplier_id from fundable)')},
   behind as materialized (select sold_id, lot_id, sum(share) as share from back group by sold_id, lot_id)
   insert into benefit.sale_part (sale_id, root_id, lot_id, yield_grams, base_fen)
   select sale.id, delivery.root_id, delivery.lot_id, delivery.yield_grams,
          trunc(sale.goods_fen * behind.share * delivery.yield_grams / lot.received_grams, 12)
     from behind
     join benefit.sale on sale.id = behind.sold_id
     join trace.lot_v lot on lot.id = behind.lot_id and lot.received_grams > 0
     join trace.delivery_v delivery on delivery.lot_id = behind.lot_id`,
);

/** Holds the sales in which lines of some orders' parts ($1) were, in id order. */
export const lockSalesOf = statement<{ id: string }>(
  'benefit.lock_sales_of',
  `select sale.id from benefit.sale where id in (
     select sold.sale_id from benefit.sale_line sold join ordering.order_line_v line on line.id = sold.line_id
      where line.supplier_order_id = any ($1::uuid[])) order by sale.id for update`,
);

/** Holds the sales of whose rebates something was set aside for some payments ($1), in id order. */
export const lockSalesOfPayments = statement<{ id: string }>(
  'benefit.lock_sales_of_payments',
  `select sale.id from benefit.sale where id in (
     select rebate.sale_id from benefit.outside_part part join benefit.rebate on rebate.obligation_id = part.obligation_id
      where part.payment_id = any ($1::uuid[])) order by sale.id for update`,
);

/**
 * Notes what of those lines has gone back after it was settled: what runs handed down of a line and what went back to the buyer are
 * more than the buyer paid; and what went back late is of what was settled. It is taken off every sale of the line, in proportion, and never put back.
 */
export const noteRefunds = statement<{ id: string }>(
  'benefit.note_refunds',
  `with line as materialized (
     select line.id, line.amount_fen, sum(sold.paid_fen) as paid_fen
       from ordering.order_line_v line join benefit.sale_line sold on sold.line_id = line.id
      where line.supplier_order_id = any ($1::uuid[]) group by line.id, line.amount_fen
   ), over as materialized (
     select line.id, line.paid_fen,
            least(line.paid_fen, greatest(line.paid_fen + coalesce(progress.refund_fen, 0) + held.back_fen - line.amount_fen, 0) + late.fen) as fen
       from line left join ordering.line_progress_v progress on progress.line_id = line.id
      cross join lateral (select coalesce(sum(hold.refund_fen), 0) as back_fen
                            from ordering.line_hold_v hold where hold.line_id = line.id) held
      cross join lateral (select coalesce(sum(refund.amount_fen), 0) as fen
                            from ordering.late_refund_v refund where refund.line_id = line.id) late
   ), went as (
     update benefit.sale_line sold set refunded_fen = div(sold.goods_fen * over.fen, over.paid_fen)::bigint
       from over where sold.line_id = over.id and sold.refunded_fen < div(sold.goods_fen * over.fen, over.paid_fen)
     returning sold.sale_id, div(sold.goods_fen * over.fen, over.paid_fen)::bigint as now_fen, sold.line_id
   )
   update benefit.sale set refunded_fen = (
            select sum(coalesce(went.now_fen, sold.refunded_fen)) from benefit.sale_line sold
              left join went on went.sale_id = sold.sale_id and went.line_id = sold.line_id
             where sold.sale_id = sale.id)
    where id in (select sale_id from went) returning id`,
);
