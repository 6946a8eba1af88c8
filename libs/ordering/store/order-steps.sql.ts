import { statement } from '@xihuo/platform';
import { WAREHOUSE } from '../rules/stock-state';

/** Paid: only from the states the table names; answers the orders that really moved. */
export const markPaid = statement<{ id: string }>(
  'ordering.mark_paid',
  `update ordering.customer_order set state = 'paid', paid_at = $2
    where id = any ($1::uuid[]) and state = any ($3::text[]) returning id`,
);

/** Orders whose money came too late. */
export const cancelledAmong = statement<{ id: string }>(
  'ordering.cancelled_among',
  `select id from ordering.customer_order where id = any ($1::uuid[]) and state = 'cancelled'`,
);

export const lockOrder = statement(
  'ordering.lock_order',
  'select from ordering.customer_order where id = $1 for update',
);

export const supplierOrdersPaid = statement(
  'ordering.supplier_orders_paid',
  `update ordering.supplier_order set state = 'toShip' where order_id = any ($1::uuid[]) and state = 'awaitingPayment'`,
);

export const soldBySku = statement<{ sku_id: string; quantity: number }>(
  'ordering.sold_by_sku',
  `select sku_id, sum(quantity)::integer as quantity from ordering.order_line where order_id = any ($1::uuid[])
    group by sku_id order by sku_id`,
);

export const moveOrder = statement<{ id: string }>(
  'ordering.move_order',
  'update ordering.customer_order set state = $2 where id = $1 and state = any ($3::text[]) returning id',
);

/** Called off by its buyer: $2 now, $3 the states it can be in. */
export const giveUp = statement<{ id: string }>(
  'ordering.give_up',
  `update ordering.customer_order set state = 'expiring', given_up_at = $2 where id = $1 and state = any ($3::text[]) returning id`,
);

/** Unpaid orders past their deadline, taken by one worker at a time. */
export const dueToExpire = statement<{ id: string }>(
  'ordering.due_to_expire',
  `update ordering.customer_order set state = 'expiring'
    where id = any(array(select id from ordering.customer_order
                  where state = 'awaitingPayment' and pay_by < $1 order by pay_by limit $2 for update skip locked))
   returning id`,
);

/**
 * Orders whose cancelling is under way and for which no payment was ever begun: nobody has to be asked, they are cancelled. None
 * can be begun any more, since that asks for the order's state under its lock.
 */
export const cancelNeverPaid = statement<{ id: string }>(
  'ordering.cancel_never_paid',
  `update ordering.customer_order set state = 'cancelled'
    where id = any(array(select id from ordering.customer_order
                  where state = 'expiring'
                    -- Order by order, where it is looked up: joined to all payments there are it would read them all.
                    and (select true from payment.payment_v paying where paying.order_id = customer_order.id limit 1) is null
                  order by pay_by limit $1 for update skip locked))
   returning id`,
);

/** Orders whose cancelling is under way, those not tried for longest first: a stuck one holds up nobody else. None tried since $3. */
export const takeExpiring = statement<{ id: string }>(
  'ordering.take_expiring',
  `update ordering.customer_order set cancel_tried_at = $1
    where id = any(array(select id from ordering.customer_order
                  where state = 'expiring' and (cancel_tried_at is null or cancel_tried_at < $3)
                  order by cancel_tried_at nulls first, pay_by limit $2 for update skip locked))
   returning id`,
);

/** Gives back what orders reserved and have not lost since, place by place; the movement's unique key makes a second time impossible. */
export const giveBackStock = statement<{ sku_id: string }>(
  'ordering.give_back_stock',
  `with locked as (
     select stock.sku_id from ordering.stock
      where sku_id in (select sku_id from ordering.order_line where order_id = any ($1::uuid[])) and place_id = '${WAREHOUSE}'
      order by sku_id for update
   ), held as (
     select order_id, sku_id, place_id, sum(reserved_change)::integer as packs
       from ordering.stock_movement where order_id = any ($1::uuid[])
      group by order_id, sku_id, place_id having sum(reserved_change) > 0
   ), moved as (
     insert into ordering.stock_movement (sku_id, place_id, kind, on_hand_change, reserved_change, order_id, at)
     select held.sku_id, held.place_id, 'release', 0, -held.packs, held.order_id, $2 from held join locked using (sku_id)
     returning sku_id, place_id, reserved_change
   ), together as (
     select sku_id, place_id, sum(reserved_change)::integer as change from moved group by sku_id, place_id
   )
   update ordering.stock set reserved = reserved + together.change from together
    where stock.sku_id = together.sku_id and stock.place_id = together.place_id
   returning stock.sku_id`,
);

export const cancelSupplierOrders = statement(
  'ordering.cancel_supplier_orders',
  `update ordering.supplier_order set state = 'cancelled' where order_id = any ($1::uuid[]) and state = 'awaitingPayment'`,
);

export const markReceived = statement<{ id: string; order_id: string; supplier_id: string }>(
  'ordering.mark_received',
  `update ordering.supplier_order set state = 'received', received_at = $3, release_due = $4
    where id = $1 and order_id = $2 and state = 'shipped' returning id, order_id, supplier_id`,
);

/** Receipts whose after-sale window is over and of which nothing is claimed any more ($3): released in sets, each row once, by any number of workers. */
export const releaseDueOrders = statement<{ id: string; order_id: string; supplier_id: string }>(
  'ordering.release_due',
  `update ordering.supplier_order set state = 'released', released_at = $1
    where id = any(array(select id from ordering.supplier_order
                  where state = 'received' and release_due <= $1
                    and not exists (select from ordering.after_sale claim
                                     where claim.supplier_order_id = supplier_order.id and claim.state = any ($3::text[]))
                    -- Suppliers are paid out of money that has come: what is still owed is not released.
                    and not exists (select from ordering.receivable owed
                                     where owed.supplier_order_id = supplier_order.id and owed.open_fen > 0)
                  order by release_due, id limit $2 for update skip locked))
   returning id, order_id, supplier_id`,
);

/** Leads of fairs that lines of these orders answer, each with the first of them. */
export const leadsAmong = statement<{ lead_id: string; order_number: string }>(
  'ordering.leads_among',
  `select lead_id, min(order_number) as order_number from ordering.attributed_line_v
    where order_id = any ($1::uuid[]) and lead_id is not null group by lead_id order by lead_id`,
);
