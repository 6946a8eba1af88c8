import type { ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { dutiesFor } from './order.sql';

type DeliveryPapers = ResponseOf<'GET /orders/{id}/parcels/{parcelId}/papers'>;
type Paper = DeliveryPapers['papers'][number];

export interface DeliveryRow {
  id: string;
  order_id: string;
  order_number: string;
  supplier_order_id: string;
  supplier_id: string;
  supplier_name: string;
  uscc: string | null;
  carrier: string;
  tracking_number: string;
  shipped_at: Date;
  day: string;
}

const DELIVERY = `select shipment.id, part.order_id, bought.number as order_number, part.id as supplier_order_id, part.supplier_id,
       supplier.name_zh as supplier_name, supplier.uscc, shipment.carrier, shipment.tracking_number, shipment.shipped_at,
       to_char(shipment.shipped_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
  from ordering.shipment join ordering.supplier_order part on part.id = shipment.supplier_order_id
  join ordering.customer_order bought on bought.id = part.order_id
  join registry.organisation_v supplier on supplier.id = part.supplier_id`;

/** A delivery of the order ($2) of whoever bought it, by account ($3) or token ($4), or of an organisation one acts for. */
export const deliveryOfBuyer = statement<DeliveryRow>(
  'ordering.delivery_of_buyer',
  `${DELIVERY} where shipment.id = $1 and part.order_id = $2
      and (bought.organisation_id is null and (bought.person_id = $3 or bought.token_hash = $4)
           or exists (${dutiesFor('bought.organisation_id', '$3')}))`,
);

/** A delivery of an own supplier ($2), or of one whose county matches a pattern ($3). */
export const deliveryOf = statement<DeliveryRow>(
  'ordering.delivery_of',
  `${DELIVERY} where shipment.id = $1 and (part.supplier_id = any ($2::uuid[]) or supplier.county_code like any ($3::text[]))`,
);

export const lotsOfDelivery = statement<{
  code: string;
  product_name: string;
  packs: number;
  produced_on: string | null;
}>(
  'ordering.lots_of_delivery',
  `select movement.lot_code as code, line.product_name, movement.packs, to_char(lot.produced_on, 'YYYY-MM-DD') as produced_on
     from trace.movement_v movement join ordering.order_line line on line.id = movement.order_line_id
     left join trace.lot_v lot on lot.id = movement.lot_id
    where movement.shipment_id = $1 order by line.product_name, movement.lot_code`,
);

export interface PaperRow {
  kind: Paper['kind'];
  number: string;
  lot_code: string | null;
  by_whom: string | null;
  dated_on: string | null;
  valid_until: string | null;
  file_id: string | null;
}

/**
 * Papers of a delivery as they stood on the day it left: verified by then and not yet over, of the supplier as a whole or of a product
 * in it; of each lot the certificate that was in force and the reports there were. $1 the parcel, $2 supplier, $3 the day.
 */
export const papersOfDelivery = statement<PaperRow>(
  'ordering.papers_of_delivery',
  `with inside as (
     select distinct movement.lot_id, movement.lot_code, movement.product_id from trace.movement_v movement where movement.shipment_id = $1
   ), of_lots as (
     select document.*, inside.lot_code, row_number() over (partition by document.lot_id, document.kind order by dated_on desc, id desc) as place
       from inside join trace.lot_document_v document on document.lot_id = inside.lot_id and document.dated_on <= $3
   )
   select kind, number, null as lot_code, nullif(scope, '') as by_whom,
          to_char(verified_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as dated_on, to_char(valid_until, 'YYYY-MM-DD') as valid_until, file_id
     from admission.certificate_paper_v
    where supplier_id = $2 and (product_id is null or product_id in (select product_id from inside))
      and (valid_until is null or valid_until >= $3) and (verified_at at time zone 'Asia/Shanghai')::date <= $3
    union all
   select kind, number, lot_code, by_whom, to_char(dated_on, 'YYYY-MM-DD'), null, file_id
     from of_lots where kind <> 'lotCertificate' or place = 1
    order by lot_code nulls first, kind, number limit 200`,
);

export interface MissingPaperRow {
  kind: DeliveryPapers['missing'][number]['kind'];
  lot_code: string;
  product_name: string;
}

/** What the law asked of the lots of a delivery ($1) on the day it left ($2), and was not there by then. */
export const missingPapersOfDelivery = statement<MissingPaperRow>(
  'ordering.missing_papers_of_delivery',
  `select asked.kind, inside.lot_code, product.name_zh as product_name
     from (select distinct lot_id, lot_code, product_id from trace.movement_v where shipment_id = $1) inside
     join catalogue.product_v product on product.id = inside.product_id
    cross join (values ('lotCertificate'), ('quarantine')) asked (kind)
    where case asked.kind when 'quarantine' then trace.quarantine_required(product.category, $2::date)
                          else trace.certificate_required(product.category, $2::date) end
      and not exists (select from trace.lot_document_v document
                       where document.lot_id = inside.lot_id and document.kind = asked.kind and document.dated_on <= $2::date)
    order by inside.lot_code, asked.kind`,
);

/** Packs of supplier orders that are still to be sent. */
export const openPacksOf = statement<{ supplier_order_id: string; product_name: string; pack: string; packs: number }>(
  'ordering.open_packs_of',
  `select line.supplier_order_id, line.product_name, line.pack,
          line.quantity - coalesce(progress.shipped_packs + progress.cancelled_packs, 0) as packs
     from ordering.order_line line left join ordering.line_progress progress on progress.line_id = line.id
    where line.supplier_order_id = any ($1::uuid[])
      and line.quantity > coalesce(progress.shipped_packs + progress.cancelled_packs, 0)
    order by line.product_name, line.id`,
);

export const packsOfParcel = statement<{ product_name: string; pack: string; packs: number; lots: string }>(
  'ordering.packs_of_parcel',
  `select line.product_name, line.pack, inside.packs,
          (select string_agg(movement.lot_code || ' × ' || movement.packs, '，' order by movement.lot_code)
             from trace.movement_v movement where movement.shipment_id = $1 and movement.order_line_id = line.id) as lots
     from ordering.shipment_line inside join ordering.order_line line on line.id = inside.line_id
    where inside.shipment_id = $1 order by line.product_name, line.id`,
);
