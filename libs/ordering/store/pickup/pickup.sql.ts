import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { REGION_NAME } from '../region-name.sql';

export interface PointRow {
  id: string;
  slug: string;
  name_zh: string;
  region_code: string;
  address: string;
  /** Of the packs that were asked for, those that stand on its shelves. */
  sku_ids: string[];
}

/** Open venues ($1, by slug) at which goods are handed over, with which of the packs ($2) they hand over. */
export const pointsNamed = statement<PointRow>(
  'ordering.pickup_points_named',
  `select venue.id, venue.slug, venue.name_zh, venue.region_code, venue.address,
          array(select offer.sku_id from catalogue.offer_v offer
                 where offer.sku_id = any ($2::uuid[])
                   and exists (select from catalogue.venue_seller_v stands
                                where stands.venue_id = venue.id and stands.product_id = offer.product_id
                                  and stands.supplier_id = offer.supplier_id)) as sku_ids
     from catalogue.venue_v venue
    where venue.slug = any ($1::text[]) and venue.state = 'open' and venue.pickup and venue.address is not null`,
);

export interface PickupRow {
  slug: string;
  name_zh: string;
  name_en: string;
  region_name: string;
  address: string;
  phone: string | null;
  opening_times: { days: number[]; from: string; to: string }[];
  shut_on: string[];
  open: boolean;
  parts: { supplierOrderId: string; state: machines.PickupState; arrivedAt: string | null; over: boolean }[];
}

/** Where order $1 is picked up, with its parts. */
export const pickupOf = statement<PickupRow>(
  'ordering.pickup_of',
  `select venue.slug, venue.name_zh, venue.name_en, ${REGION_NAME} as region_name, venue.address, venue.phone, venue.opening_times,
          array(select day::text from unnest(venue.shut_on) as day order by day) as shut_on, venue.state = 'open' as open,
          (select jsonb_agg(jsonb_build_object('supplierOrderId', supplier_order.id, 'state', coalesce(part.state, 'expected'),
                    'arrivedAt', part.arrived_at, 'over', supplier_order.state = 'cancelled') order by supplier_order.id)
             from ordering.supplier_order left join ordering.pickup_part part on part.supplier_order_id = supplier_order.id
            where supplier_order.order_id = pickup.order_id) as parts
     from ordering.pickup
     join catalogue.venue_v venue on venue.id = pickup.venue_id
     join registry.region_v region on region.code = venue.region_code
     left join registry.region_v city on city.code = region.parent_code
    where pickup.order_id = $1`,
);

export interface CounterPartRow {
  supplier_order_id: string;
  order_id: string;
  order_number: string;
  slug: string;
  venue_zh: string;
  venue_en: string;
  supplier_name: string;
  state: machines.PickupState;
  delivery_masked: { name: string; phone: string };
  lines: { name: string; pack: string; packs: number }[];
  parcels: { carrier: string; trackingNumber: string }[];
  shipped_at: Date | null;
  arrived_at: Date | null;
  handed_at: Date | null;
}

/** What was sent to a venue that one keeps; $1 whether to all of them, $2 the organisations one acts for. */
const COUNTER_PART = `
  select supplier_order.id as supplier_order_id, supplier_order.order_id, customer_order.number as order_number, venue.slug,
         venue.name_zh as venue_zh, venue.name_en as venue_en, supplier.name_zh as supplier_name,
         coalesce(part.state, 'expected') as state, customer_order.delivery_masked, supplier_order.shipped_at,
         part.arrived_at, part.handed_at,
         (select jsonb_agg(jsonb_build_object('name', line.product_name, 'pack', line.pack,
                   'packs', line.quantity - coalesce(progress.cancelled_packs, 0)) order by line.product_name, line.id)
            from ordering.order_line line left join ordering.line_progress progress on progress.line_id = line.id
           where line.supplier_order_id = supplier_order.id) as lines,
         coalesce((select jsonb_agg(jsonb_build_object('carrier', shipment.carrier, 'trackingNumber', shipment.tracking_number)
                                    order by shipment.id)
                     from ordering.shipment where shipment.supplier_order_id = supplier_order.id), '[]') as parcels
    from ordering.pickup
    join catalogue.venue_v venue on venue.id = pickup.venue_id and ($1::boolean or venue.keeper_id = any ($2::uuid[]))
    join ordering.customer_order on customer_order.id = pickup.order_id
    join ordering.supplier_order on supplier_order.order_id = pickup.order_id
     and supplier_order.state in ('shipped', 'received', 'released')
    join registry.organisation_v supplier on supplier.id = supplier_order.supplier_id
    left join ordering.pickup_part part on part.supplier_order_id = supplier_order.id`;

/** $3 a state or null, behind $4 or from the newest, $5 of them at most. */
export const counterParts = statement<CounterPartRow>(
  'ordering.counter_parts',
  `${COUNTER_PART}
    where ($3::text is null or coalesce(part.state, 'expected') = $3) and ($4::uuid is null or supplier_order.id < $4)
    order by supplier_order.id desc limit $5`,
);
export const counterPart = statement<CounterPartRow>(
  'ordering.counter_part',
  `${COUNTER_PART} where supplier_order.id = $3`,
);
export const counterPartsOfOrder = statement<CounterPartRow>(
  'ordering.counter_parts_of_order',
  `${COUNTER_PART} where pickup.order_id = $3 order by supplier_order.id`,
);

/** Taken in once: nothing where it was before. Only what is under way arrives. $1 part, $2 when, $3 by whom. */
export const takeIn = statement<{ supplier_order_id: string }>(
  'ordering.take_in',
  `insert into ordering.pickup_part (supplier_order_id, state, arrived_at, arrived_by)
   select id, 'arrived', $2, $3 from ordering.supplier_order where id = $1 and state = 'shipped'
   on conflict do nothing returning supplier_order_id`,
);

/** Of these parts, those that lie at the counter go over it. $1 parts, $2 when, $3 by whom. */
export const handOver = statement<{ supplier_order_id: string }>(
  'ordering.hand_over',
  `update ordering.pickup_part set state = 'handedOver', handed_at = $2, handed_by = $3
    where supplier_order_id = any ($1::uuid[]) and state = 'arrived' returning supplier_order_id`,
);
