import { statement } from '@xihuo/platform';
import { overlap } from './portion.sql';
import type { LineToShip } from './shipping.sql';

/** The lines of a claim ($1) as they are sent once more: of each the packs that are claimed. */
export const linesToReplace = statement<LineToShip>(
  'ordering.lines_to_replace',
  `select line.id, line.sku_id, line.product_id, item.supplier_id, line.quantity, line.net_grams, claimed.packs as open_packs
     from ordering.after_sale_line claimed join ordering.after_sale item on item.id = claimed.case_id
     join ordering.order_line line on line.id = claimed.line_id
    where claimed.case_id = $1 order by line.sku_id`,
);

/** The parcel of a claim's other packs with what lies in it. What was sent of the lines stays as it was: these packs were not bought. */
export const insertReplacement = statement<{ id: string }>(
  'ordering.insert_replacement',
  `with parcel as (
     insert into ordering.shipment (supplier_order_id, carrier, tracking_number, shipped_at, shipped_by, case_id)
     select supplier_order_id, $2, $3, $4, $5, id from ordering.after_sale where id = $1 returning id
   ), packed as (
     insert into ordering.shipment_line (shipment_id, line_id, packs)
     select parcel.id, line_id, packs from parcel cross join ordering.after_sale_line where case_id = $1
   )
   select id from parcel`,
);

/**
 * Takes the packs of a parcel ($1) out of what is free of them, the warehouse first; $2 is now. The shelves are locked by the caller
 * (lockStock). Answers how many packs left: fewer than lie in the parcel where not so many are free.
 */
export const takeFree = statement<{ packs: number }>(
  'ordering.take_free',
  `with wanted as (
     select line.order_id, line.sku_id, inside.packs, inside.packs as upto
       from ordering.shipment_line inside join ordering.order_line line on line.id = inside.line_id where inside.shipment_id = $1
   ), free as (
     select stock.sku_id, stock.place_id, stock.on_hand - stock.reserved as packs,
            sum(stock.on_hand - stock.reserved) over (partition by stock.sku_id order by stock.place_id) as upto
       from ordering.stock join wanted using (sku_id) where stock.on_hand > stock.reserved
   ), moved as (
     insert into ordering.stock_movement (sku_id, place_id, kind, on_hand_change, reserved_change, order_id, cause_id, at)
     select free.sku_id, free.place_id, 'ship', -${overlap('wanted', 'free')}, 0, wanted.order_id, $1, $2
       from wanted join free using (sku_id) where ${overlap('wanted', 'free')} > 0
     returning sku_id, place_id, on_hand_change
   ), kept as (
     update ordering.stock set on_hand = on_hand + moved.on_hand_change, row_version = row_version + 1
       from moved where stock.sku_id = moved.sku_id and stock.place_id = moved.place_id
   )
   select coalesce(-sum(on_hand_change), 0)::integer as packs from moved`,
);

/**
 * What was sent in place of something may be claimed in its turn: parts of these claims ($1) that were received stay open from now ($2)
 * for the days ($3; $4 with fresh goods alone) that a first delivery has, if they would be released sooner.
 */
export const keepOpen = statement(
  'ordering.keep_open',
  `update ordering.supplier_order part
      set release_due = greatest(part.release_due, $2::timestamptz + make_interval(days => (
            select max(case when line.perishable then $4::integer else $3::integer end)
              from ordering.after_sale_line claimed join ordering.after_sale item on item.id = claimed.case_id
              join ordering.order_line line on line.id = claimed.line_id
             where item.supplier_order_id = part.id and item.id = any ($1::uuid[]))))
    where part.state = 'received' and part.id in (select supplier_order_id from ordering.after_sale where id = any ($1::uuid[]))`,
);
