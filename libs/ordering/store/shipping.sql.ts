import { statement } from '@xihuo/platform';
import { WAREHOUSE } from '../rules/stock-state';
import { heldOf, overlap } from './portion.sql';

export interface LineToShip {
  id: string;
  sku_id: string;
  product_id: string;
  supplier_id: string;
  /** Packs bought. */
  quantity: number;
  /** Packs that have neither left nor been cancelled. */
  open_packs: number;
  net_grams: bigint | null;
}

export const linesToShip = statement<LineToShip>(
  'ordering.lines_to_ship',
  `select line.id, line.sku_id, line.product_id, supplier_order.supplier_id, line.quantity, line.net_grams,
          line.quantity - coalesce(progress.shipped_packs + progress.cancelled_packs, 0) as open_packs
     from ordering.order_line line join ordering.supplier_order on supplier_order.id = line.supplier_order_id
     left join ordering.line_progress progress on progress.line_id = line.id
    where line.supplier_order_id = $1 order by line.sku_id`,
);

/** Whether something is owed for a part that was not sent: it was paid first, by a transfer that never came. */
export const isOwed = statement<{ owed: boolean }>(
  'ordering.part_is_owed',
  'select exists (select from ordering.receivable where supplier_order_id = $1 and open_fen > 0) as owed',
);

/** A parcel of each of these parts. */
export const insertShipments = statement<{ id: string; supplier_order_id: string }>(
  'ordering.insert_shipments',
  `insert into ordering.shipment (supplier_order_id, carrier, tracking_number, shipped_at, shipped_by)
   select part_id, carrier, tracking_number, $4, $5
     from unnest($1::uuid[], $2::text[], $3::text[]) as parcel (part_id, carrier, tracking_number)
   returning id, supplier_order_id`,
);

/** What lies in the parcels, on their lines' record too; more than was bought is refused by the database. */
export const insertShipmentLines = statement(
  'ordering.insert_shipment_lines',
  `with packed as (
     insert into ordering.shipment_line (shipment_id, line_id, packs)
     select shipment_id, line_id, packs
       from unnest($1::uuid[], $2::uuid[], $3::integer[]) as item (shipment_id, line_id, packs)
     returning line_id, packs
   )
   insert into ordering.line_progress (line_id, supplier_order_id, quantity, amount_fen, shipped_packs)
   select line.id, line.supplier_order_id, line.quantity, line.amount_fen, packed.packs
     from packed join ordering.order_line line on line.id = packed.line_id order by line.id
   on conflict (line_id) do update set shipped_packs = line_progress.shipped_packs + excluded.shipped_packs`,
);

/**
 * Shipped goods leave the places in which they were reserved, the warehouse first: what was reserved is confirmed, on hand and reserved
 * go down together. Answers how many packs left.
 */
export const shipStock = statement<{ packs: number }>(
  'ordering.ship_stock',
  `with locked as (
     select sku_id from ordering.stock
      where sku_id in (select sku_id from ordering.order_line where id = any ($2::uuid[])) and place_id = '${WAREHOUSE}'
      order by sku_id for update
   ), sent as (
     select item.shipment_id, line.order_id, line.sku_id, item.packs,
            sum(item.packs) over (partition by line.id order by item.shipment_id) as upto
       from unnest($1::uuid[], $2::uuid[], $3::integer[]) as item (shipment_id, line_id, packs)
       join ordering.order_line line on line.id = item.line_id join locked using (sku_id)
   ), held as (
     ${heldOf(`select order_id, sku_id from ordering.order_line where id = any ($2::uuid[])`, 'place_id')}
   ), moved as (
     insert into ordering.stock_movement (sku_id, place_id, kind, on_hand_change, reserved_change, order_id, cause_id, at)
     select sent.sku_id, held.place_id, 'ship', -${overlap('sent', 'held')}, -${overlap('sent', 'held')}, sent.order_id, sent.shipment_id, $4
       from sent join held using (order_id, sku_id) where ${overlap('sent', 'held')} > 0
     returning sku_id, place_id, on_hand_change, reserved_change
   ), gone as (
     select sku_id, place_id, sum(on_hand_change)::integer as on_hand_change, sum(reserved_change)::integer as reserved_change
       from moved group by sku_id, place_id
   ), kept as (
     update ordering.stock set on_hand = on_hand + gone.on_hand_change, reserved = reserved + gone.reserved_change,
                               row_version = row_version + 1
       from gone where stock.sku_id = gone.sku_id and stock.place_id = gone.place_id
   )
   select coalesce(-sum(on_hand_change), 0)::integer as packs from moved`,
);

/** Parts are shipped once nothing of them is left to ship and something has left; cancelled once nothing ever will. */
export const closeParts = statement<{ id: string; state: string }>(
  'ordering.close_parts',
  `update ordering.supplier_order
      set state = case when gone.shipped > 0 then 'shipped' else 'cancelled' end,
          shipped_at = case when gone.shipped > 0 then $2::timestamptz end
     from (select line.supplier_order_id, sum(line.quantity) as bought, coalesce(sum(progress.shipped_packs), 0) as shipped,
                  coalesce(sum(progress.cancelled_packs), 0) as cancelled
             from ordering.order_line line left join ordering.line_progress progress on progress.line_id = line.id
            where line.supplier_order_id = any ($1::uuid[]) group by line.supplier_order_id) gone
    where supplier_order.id = gone.supplier_order_id and supplier_order.state = 'toShip' and gone.bought = gone.shipped + gone.cancelled
   returning supplier_order.id, supplier_order.state`,
);

export interface ReceivedPart {
  id: string;
  order_id: string;
  supplier_id: string;
  release_due: Date;
}

/**
 * Parts whose buyers have said nothing since the last parcel left ($2 days) or, sooner, since the carrier said that all were
 * delivered ($3 hours), and not in the days they asked for beyond that: received by the passing of time, in sets, each once. Their after-sale windows ($4, $5 days) begin now, so
 * nobody loses a day of them.
 */
export const receiveOverdue = statement<ReceivedPart>(
  'ordering.receive_overdue',
  `update ordering.supplier_order
      set state = 'received', received_at = $1,
          release_due = $1::timestamptz + make_interval(days => (
            select max(case when line.perishable then $5::integer else $4::integer end)
              from ordering.order_line line where line.supplier_order_id = supplier_order.id))
    where id = any(array(select part.id from ordering.supplier_order part
                  where part.state = 'shipped'
                    and (part.shipped_at <= $1::timestamptz - make_interval(days => $2::integer + coalesce(part.extended_days, 0))
                         or (select max(coalesce(news.delivered_at, 'infinity')) from ordering.shipment
                               left join ordering.parcel_news news on news.shipment_id = shipment.id
                              where shipment.supplier_order_id = part.id and shipment.case_id is null)
                           <= $1::timestamptz - make_interval(hours => $3::integer, days => coalesce(part.extended_days, 0)))
                  order by part.shipped_at, part.id limit $6 for update skip locked))
   returning id, order_id, supplier_id, release_due`,
);
