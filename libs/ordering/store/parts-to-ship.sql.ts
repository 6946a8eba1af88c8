import { statement } from '@xihuo/platform';

export interface PartToShip {
  id: string;
  order_id: string;
  order_number: string;
  state: string;
  /** Numbers of the parcels that have left already. */
  sent: string[];
  lines: { id: string; product_id: string; product_name: string; net_grams: string | null; open_packs: number }[];
}

/** The supplier's parts of the orders with these numbers, held, in the order of their ids; what is not paid is not there yet. */
export const lockPartsOfNumbers = statement<PartToShip>(
  'ordering.lock_parts_of_numbers',
  `select part.id, part.order_id, bought.number as order_number, part.state,
          array(select tracking_number from ordering.shipment where supplier_order_id = part.id order by id) as sent,
          (select jsonb_agg(jsonb_build_object('id', line.id, 'product_id', line.product_id, 'product_name', line.product_name,
                    'net_grams', line.net_grams::text,
                    'open_packs', line.quantity - coalesce(progress.shipped_packs + progress.cancelled_packs, 0)) order by line.id)
             from ordering.order_line line left join ordering.line_progress progress on progress.line_id = line.id
            where line.supplier_order_id = part.id) as lines
     from ordering.supplier_order part join ordering.customer_order bought on bought.id = part.order_id
    where part.supplier_id = $1 and bought.number = any ($2::text[]) and part.state <> 'awaitingPayment'
      -- Paid first by a transfer that never came.
      and not (part.state = 'toShip' and exists (select from ordering.receivable owed where owed.supplier_order_id = part.id and owed.open_fen > 0))
    order by part.id for update of part`,
);

export interface ShippableLot {
  id: string;
  code: string;
  product_id: string;
  left_grams: bigint;
}

/** Lots of products that something may leave from, the oldest first; those that are named also where nothing is left. */
export const shippableLots = statement<ShippableLot>(
  'ordering.shippable_lots',
  `select id, code, product_id, left_grams from trace.shippable_lot_v
    where supplier_id = $1 and (product_id = any ($2::uuid[]) and left_grams > 0 or code = any ($3::text[]))
    order by produced_on, code`,
);
