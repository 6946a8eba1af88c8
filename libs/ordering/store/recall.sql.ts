import { statement } from '@xihuo/platform';

export interface RecalledOrder {
  order_id: string;
  order_number: string;
  person_id: string | null;
  delivery_sealed: Buffer;
  products: string;
  notice: string;
  supplier_name: string;
}

/** Who bought what of these lines, once an order. */
export const ordersOfLines = statement<RecalledOrder>(
  'ordering.orders_of_lines',
  `select bought.id as order_id, bought.number as order_number, bought.person_id, bought.delivery_sealed, line.products, recall.notice,
          supplier.name_zh as supplier_name
     from (select order_id, string_agg(distinct product_name, '、' order by product_name) as products
             from ordering.order_line where id = any ($1::uuid[]) group by order_id) line
     join ordering.customer_order bought on bought.id = line.order_id
     join trace.recall_v recall on recall.id = $2
     join registry.organisation_v supplier on supplier.id = recall.supplier_id
    order by bought.id`,
);

export interface RecalledParcelRow {
  id: string;
  supplier_order_id: string;
  order_number: string;
  carrier: string;
  tracking_number: string;
  shipped_at: Date;
  packs: number;
  lots: { code: string; productName: string; packs: number }[];
}

export const recallOfSupplier = statement<{ id: string }>(
  'ordering.recall_of_supplier',
  'select id from trace.recall_v where id = $1 and supplier_id = any ($2::uuid[])',
);

/** Parcels that hold something of a recall's lots: of the whole recall, made of its lots or named. */
export const parcelsOfRecall = statement<RecalledParcelRow>(
  'ordering.parcels_of_recall',
  `select shipment.id, shipment.supplier_order_id, bought.number as order_number, shipment.carrier, shipment.tracking_number,
          shipment.shipped_at, sum(held.packs)::int as packs,
          jsonb_agg(jsonb_build_object('code', held.lot_code, 'productName', held.product_name, 'packs', held.packs)
            order by held.lot_code, held.product_name) as lots
     from (select line.supplier_order_id, movement.lot_code, line.product_name, sum(movement.packs)::int as packs
             from trace.recall_lot_v recalled
             join trace.movement_v movement on movement.lot_id = recalled.lot_id
             join ordering.order_line line on line.id = movement.order_line_id
            where recalled.recall_id = $1 group by line.supplier_order_id, movement.lot_code, line.product_name) held
     join ordering.supplier_order part on part.id = held.supplier_order_id
     join ordering.customer_order bought on bought.id = part.order_id
     join ordering.shipment on shipment.supplier_order_id = part.id
    where part.supplier_id = any ($2::uuid[]) and ($3::uuid is null or shipment.id < $3)
    group by shipment.id, bought.number order by shipment.id desc limit $4`,
);
