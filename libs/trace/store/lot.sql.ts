import { statement } from '@xihuo/platform';

export interface TakenLot {
  lot_id: string;
  recalled: boolean;
  uncertified: boolean;
  /** Made after its supplier's right to sell had ended. */
  made_without_right: boolean;
}

/** Takes grams out of lots; lots are locked in id order. A lot of another supplier or product is not found here. */
export const takeFromLots = statement<TakenLot>(
  'trace.take_from_lots',
  `with wanted as (
     select lot_id, product_id, sum(grams) as grams
       from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as pick (lot_id, product_id, grams) group by 1, 2
   ), locked as (
     select lot.id from trace.lot join wanted on wanted.lot_id = lot.id
      where lot.supplier_id = $4 and lot.product_id = wanted.product_id order by lot.id for update of lot
   )
   update trace.lot set shipped_grams = shipped_grams + wanted.grams
     from wanted, locked where lot.id = wanted.lot_id and locked.id = lot.id and lot.product_id = wanted.product_id
   returning lot.id as lot_id, lot.state = 'recalled' as recalled,
     trace.certificate_required((select category from catalogue.product_v product where product.id = lot.product_id),
       (platform.business_now() at time zone 'Asia/Shanghai')::date) and lot.certified_grams < lot.received_grams as uncertified,
     trace.made_without_right(lot.supplier_id, lot.produced_on, (platform.business_now() at time zone 'Asia/Shanghai')::date)
       as made_without_right`,
);

/** By how much the picks of a shipment go beyond what is in their lots now, in grams over all of them. */
export const gramsBeyond = statement<{ grams: bigint }>(
  'trace.grams_beyond',
  `select coalesce(sum(greatest(0, wanted.grams - (lot.received_grams - lot.shipped_grams - lot.processed_grams - lot.lost_grams))), 0)::bigint
            as grams
     from (select lot_id, sum(grams) as grams from unnest($1::uuid[], $2::bigint[]) as pick (lot_id, grams) group by 1) wanted
     join trace.lot on lot.id = wanted.lot_id where lot.supplier_id = $3`,
);

export const insertMovements = statement(
  'trace.insert_movements',
  `insert into trace.movement (order_line_id, lot_id, shipment_id, packs, grams, moved_at, in_place)
   select line_id, lot_id, shipment_id, sum(packs), sum(grams), $6, $7
     from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::bigint[], $5::uuid[])
       as pick (line_id, lot_id, packs, grams, shipment_id)
    group by line_id, lot_id, shipment_id`,
);

export const openLotsSql = statement<{ id: string; code: string }>(
  'trace.open_lots',
  `with made as (
     insert into trace.lot (code, supplier_id, product_id, produced_on, breakdown_public, created_at)
     select code, supplier_id, product_id, produced_on, breakdown_public, $6
       from unnest($1::text[], $2::uuid[], $3::uuid[], $4::date[], $5::boolean[])
         as item (code, supplier_id, product_id, produced_on, breakdown_public)
     on conflict (code) do nothing returning id, code
   )
   select id, code from made union all select id, code from trace.lot where code = any ($1::text[])`,
);

/** Deliveries into lots; the same household, lot and day is the same delivery and comes in once. */
export const insertDeliveries = statement<{
  id: string;
  lot_id: string;
  household_id: string;
  grams: bigint;
  yield_grams: bigint;
  delivered_on: string;
}>(
  'trace.insert_deliveries',
  `insert into trace.delivery (lot_id, supplier_id, household_id, grams, yield_grams, delivered_on, state, counts, entered,
                               recorded_at, recorded_by, confirmed_at, confirmed_by, confirmed_how)
   select item.lot_id, lot.supplier_id, item.household_id, item.grams, item.yield_grams, item.delivered_on, 'confirmed', true,
          'sheet', $6, $7, $6, $7, 'sheet'
     from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bigint[], $5::date[])
       as item (lot_id, household_id, grams, yield_grams, delivered_on)
     join trace.lot on lot.id = item.lot_id
   on conflict (lot_id, household_id, delivered_on) where entered = 'sheet' do nothing
   returning id, lot_id, household_id, grams, yield_grams, delivered_on`,
);

export const addReceived = statement(
  'trace.add_received',
  `with came as (
     select lot_id, sum(grams) as grams from unnest($1::uuid[], $2::bigint[]) as item (lot_id, grams) group by lot_id
   ), locked as (
     select lot.id from trace.lot join came on came.lot_id = lot.id order by lot.id for update of lot
   )
   update trace.lot set received_grams = received_grams + came.grams
     from came join locked on locked.id = came.lot_id where lot.id = came.lot_id`,
);

export const insertOwnOutput = statement<{ lot_id: string; grams: bigint }>(
  'trace.insert_own_output',
  `insert into trace.own_output (lot_id, grams, recorded_on)
   select lot_id, grams, recorded_on from unnest($1::uuid[], $2::bigint[], $3::date[]) as item (lot_id, grams, recorded_on)
   on conflict (lot_id, recorded_on) where entered = 'sheet' do nothing returning lot_id, grams`,
);

export const certifyLotsSql = statement(
  'trace.certify_lots',
  `with today as (select ($2::timestamptz at time zone 'Asia/Shanghai')::date as day
   ), covered as (
     update trace.lot set certified_grams = received_grams
       from today, catalogue.product_v product
      where lot.id = any ($1::uuid[]) and lot.certified_grams < lot.received_grams and product.id = lot.product_id
        and trace.certificate_required(product.category, today.day)
     returning lot.id, lot.code, lot.supplier_id, lot.received_grams
   ), replaced as (update trace.lot_certificate set state = 'replaced' where state = 'valid' and lot_id in (select id from covered))
   insert into trace.lot_certificate (id, lot_id, number, basis, issued_on, issued_by, covers_grams, recorded_at, recorded_by)
   select uuidv7(), covered.id, 'HGZ-' || covered.code, 'selfTest', today.day, supplier.name_zh, covered.received_grams, $2, $3
     from covered cross join today join registry.organisation_v supplier on supplier.id = covered.supplier_id`,
);
