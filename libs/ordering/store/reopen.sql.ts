import { statement } from '@xihuo/platform';

/**
 * Of these orders ($1) those that ran out of time, whose money came all the same and was not sent back, and that may stand again:
 * closed since $2 at the earliest, all of it for sale, and at prices that took nothing another may have by now: coupons and campaign
 * packs were given back. Held until the end.
 */
export const mayStandAgain = statement<{ id: string }>(
  'ordering.may_stand_again',
  `select bought.id from ordering.customer_order bought
     join payment.payment_v paying on paying.order_id = bought.id and paying.state = 'captured'
    where bought.id = any ($1::uuid[]) and bought.state = 'cancelled' and bought.given_up_at is null and bought.pay_by > $2
      and bought.discount_fen = 0
      and not exists (select from ordering.promotion_take took where took.order_id = bought.id)
      and not exists (select from payment.refund_v back where back.payment_id = paying.id and back.source_kind = 'unmatched')
      and not exists (select from ordering.order_line line left join catalogue.offer_v offer on offer.sku_id = line.sku_id
                       where line.order_id = bought.id and offer.for_sale is not true)
    order by bought.id for update of bought`,
);

/**
 * Takes again what orders ($1; $2 now) had reserved, from the places it lay in: each order whole or not at all, the oldest first. The
 * packs are locked by whoever asks. Answers the orders that have their goods.
 */
export const takeAgain = statement<{ id: string }>(
  'ordering.take_again',
  `with had as materialized (
     select order_id, sku_id, place_id, sum(reserved_change)::integer as packs
       from ordering.stock_movement where order_id = any ($1::uuid[]) and kind = 'reserve' and cause_id is null
      group by order_id, sku_id, place_id
   ), asked as materialized (
     select had.*, sum(had.packs) over (partition by had.sku_id, had.place_id order by had.order_id) <= stock.on_hand - stock.reserved as fits
       from had join ordering.stock on (stock.sku_id, stock.place_id) = (had.sku_id, had.place_id)
   ), fitting as materialized (
     select order_id from asked group by order_id having bool_and(fits)
   ), moved as (
     insert into ordering.stock_movement (sku_id, place_id, kind, on_hand_change, reserved_change, order_id, cause_id, at)
     select sku_id, place_id, 'reserve', 0, packs, order_id, order_id, $2 from asked join fitting using (order_id)
     returning sku_id, place_id, reserved_change
   ), together as (
     select sku_id, place_id, sum(reserved_change)::integer as change from moved group by sku_id, place_id
   ), taken as (
     update ordering.stock set reserved = reserved + together.change from together
      where stock.sku_id = together.sku_id and stock.place_id = together.place_id
   )
   select order_id as id from fitting order by order_id`,
);

export const standAgain = statement(
  'ordering.stand_again',
  `with again as (
     update ordering.customer_order set state = 'paid', paid_at = $2 where id = any ($1::uuid[]) and state = any ($3::text[]) returning id
   )
   update ordering.supplier_order set state = 'toShip' from again
    where supplier_order.order_id = again.id and supplier_order.state = any ($4::text[])`,
);
