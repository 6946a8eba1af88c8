import { statement } from '@xihuo/platform';
import { buyersOf, dutyList } from './who-hears';

export interface RecalledOrder {
  order_id: string;
  order_number: string;
  buyers: string[];
  delivery_sealed: Buffer;
  products: string;
  notice: string;
  result: string | null;
  supplier_name: string;
}

/** Of these order lines, who bought what is recalled: each order once, with all of its goods, on the page where its first line lies. */
export const ordersOfLines = statement<RecalledOrder>(
  'ordering.orders_of_lines',
  `select bought.id as order_id, bought.number as order_number, bought.delivery_sealed, goods.products, recall.notice, recall.result,
          supplier.name_zh as supplier_name, ${buyersOf('bought', dutyList('order', 'receive'))} as buyers
     from (select distinct order_id from ordering.order_line where id = any ($1::uuid[])) found
     join ordering.customer_order bought on bought.id = found.order_id
     join trace.recall_v recall on recall.id = $2
     join registry.organisation_v supplier on supplier.id = recall.supplier_id
    cross join lateral (
      select string_agg(distinct line.product_name, '、' order by line.product_name) as products, (array_agg(line.id order by line.id))[1] as first_line
        from ordering.order_line line
       where line.order_id = bought.id
         and exists (select from trace.movement_v movement join trace.recall_lot_v recalled on recalled.lot_id = movement.lot_id
                      where movement.order_line_id = line.id and recalled.recall_id = recall.id)) goods
    where goods.first_line > $3 order by bought.id`,
);

export const beginTellings = statement(
  'ordering.begin_tellings',
  `insert into ordering.recall_telling (recall_id, what, begun_at) select recall_id, $3, $2 from unnest($1::uuid[]) as recall_id
   on conflict (recall_id, what) do nothing`,
);

export type ToldOf = 'recalled' | 'withdrawn';

/**
 * The oldest recall whose buyers are not all told; one worker at a time goes on with it. That it was withdrawn is told once the
 * telling of it has stopped, and up to the line where that stopped: who heard nothing has nothing to hear.
 */
export const takeTelling = statement<{
  recall_id: string;
  what: ToldOf;
  after_line: string;
  until_line: string | null;
  withdrawn: boolean;
}>(
  'ordering.take_telling',
  `select telling.recall_id, telling.what, telling.after_line, recall.state = 'withdrawn' as withdrawn,
          (select first.after_line from ordering.recall_telling first
            where first.recall_id = telling.recall_id and first.what = 'recalled') as until_line
     from ordering.recall_telling telling join trace.recall_v recall on recall.id = telling.recall_id
    where telling.done_at is null
      and (telling.what = 'recalled' or not exists (select from ordering.recall_telling first
             where first.recall_id = telling.recall_id and first.what = 'recalled' and first.done_at is null))
    order by telling.begun_at, telling.recall_id, telling.what limit 1 for update of telling skip locked`,
);

export const tellingOf = statement<{ orders: number; unreachable: number; done_at: Date | null }>(
  'ordering.telling_of',
  `select orders, unreachable, done_at from ordering.recall_telling where recall_id = $1 and what = 'recalled'`,
);

export const advanceTelling = statement(
  'ordering.advance_telling',
  `update ordering.recall_telling set after_line = $2, orders = orders + $3, unreachable = unreachable + $4, done_at = $5
    where recall_id = $1 and what = $6`,
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

/** Parcels that hold something of a recall's lots, named or made of those: a part of an order may have left in several. */
export const parcelsOfRecall = statement<RecalledParcelRow>(
  'ordering.parcels_of_recall',
  `select shipment.id, shipment.supplier_order_id, bought.number as order_number, shipment.carrier, shipment.tracking_number,
          shipment.shipped_at, sum(held.packs)::int as packs,
          jsonb_agg(jsonb_build_object('code', held.lot_code, 'productName', held.product_name, 'packs', held.packs)
            order by held.lot_code, held.product_name) as lots
     from (select movement.shipment_id, movement.lot_code, line.product_name, sum(movement.packs)::int as packs
             from trace.recall_lot_v recalled
             join trace.movement_v movement on movement.lot_id = recalled.lot_id
             join ordering.order_line line on line.id = movement.order_line_id
            where recalled.recall_id = $1 and ($3::uuid is null or movement.shipment_id < $3)
            group by movement.shipment_id, movement.lot_code, line.product_name) held
     join ordering.shipment on shipment.id = held.shipment_id
     join ordering.supplier_order part on part.id = shipment.supplier_order_id
     join ordering.customer_order bought on bought.id = part.order_id
    where part.supplier_id = any ($2::uuid[])
    group by shipment.id, bought.number order by shipment.id desc limit $4`,
);
