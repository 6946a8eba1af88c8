import { statement } from '@xihuo/platform';
import { buyersOf, dutyList, isGuest, sellersOf } from './who-hears';

export interface ToldOrder {
  order_id: string;
  order_number: string;
  amount_fen: bigint;
  buyers: string[];
  is_guest: boolean;
  delivery_sealed: Buffer;
  /** Nothing was paid through the provider. */
  on_terms: boolean;
}

const ON_TERMS = `exists (select from ordering.purchase_order purchase where purchase.order_id = bought.id
                     and purchase.terms ->> 'payment' = 'onTerms')`;

/** Orders with whom to tell of them: $1 ids. */
export const toldOrders = statement<ToldOrder>(
  'ordering.told_orders',
  `select bought.id as order_id, bought.number as order_number, bought.amount_fen, bought.delivery_sealed,
          ${isGuest('bought')} as is_guest, ${ON_TERMS} as on_terms, ${buyersOf('bought', dutyList('order'))} as buyers
     from ordering.customer_order bought where bought.id = any ($1::uuid[])`,
);

export interface ToldSeller {
  supplier_id: string;
  sellers: string[];
  orders: number;
  packs: number;
  /** The first of them, for whoever has just one. */
  order_number: string;
}

/** Of these orders, what each supplier has to send. What is taken back meanwhile needs nobody. */
export const toldSellers = statement<ToldSeller>(
  'ordering.told_sellers',
  `select told.*, ${sellersOf('told.supplier_id')} as sellers
     from (select part.supplier_id, count(distinct part.id)::integer as orders, sum(line.quantity)::integer as packs,
                  min(bought.number) as order_number
             from ordering.supplier_order part
             join ordering.customer_order bought on bought.id = part.order_id
             join ordering.order_line line on line.supplier_order_id = part.id
            where part.order_id = any ($1::uuid[]) and part.state = 'toShip'
            group by part.supplier_id) told
    order by told.supplier_id`,
);

export interface ToldParcel {
  shipment_id: string;
  order_id: string;
  order_number: string;
  carrier: string;
  tracking_number: string;
  buyers: string[];
  is_guest: boolean;
  delivery_sealed: Buffer;
  /** It goes to a counter, which says itself when it has come. */
  is_pickup: boolean;
  /** Everything of its part that will ever leave has left. */
  is_last: boolean;
  /** It was sent in place of packs that were claimed. */
  is_replacement: boolean;
}

/** Parcels with whom to tell of them: $1 shipments. */
export const toldParcels = statement<ToldParcel>(
  'ordering.told_parcels',
  `select shipment.id as shipment_id, bought.id as order_id, bought.number as order_number, shipment.carrier,
          shipment.tracking_number, bought.delivery_sealed, ${isGuest('bought')} as is_guest,
          ${buyersOf('bought', dutyList('receive'))} as buyers, part.state <> 'toShip' as is_last,
          shipment.case_id is not null as is_replacement,
          exists (select from ordering.pickup where pickup.order_id = bought.id) as is_pickup
     from ordering.shipment
     join ordering.supplier_order part on part.id = shipment.supplier_order_id
     join ordering.customer_order bought on bought.id = part.order_id
    where shipment.id = any ($1::uuid[])`,
);

export interface ToldPart {
  order_id: string;
  supplier_order_id: string;
  order_number: string;
  supplier_id: string;
  sellers: string[];
  buyers: string[];
  release_due: Date | null;
}

/** Parts that were received: $1 ids. */
export const toldParts = statement<ToldPart>(
  'ordering.told_parts',
  `select part.id as supplier_order_id, bought.id as order_id, bought.number as order_number, part.supplier_id, part.release_due,
          ${sellersOf('part.supplier_id')} as sellers, ${buyersOf('bought', dutyList('receive'))} as buyers
     from ordering.supplier_order part join ordering.customer_order bought on bought.id = part.order_id
    where part.id = any ($1::uuid[])`,
);

/** Parts of which papers were missing at the door: $1 ids. */
export const toldMissingPapers = statement<{
  supplier_order_id: string;
  order_number: string;
  missing: string;
  organisation_name: string;
  sellers: string[];
}>(
  'ordering.told_missing_papers',
  `select looked.supplier_order_id, bought.number as order_number, looked.missing, organisation.name_zh as organisation_name,
          ${sellersOf('part.supplier_id')} as sellers
     from ordering.papers_check looked
     join ordering.supplier_order part on part.id = looked.supplier_order_id
     join ordering.customer_order bought on bought.id = part.order_id
     join registry.organisation_v organisation on organisation.id = bought.organisation_id
    where looked.supplier_order_id = any ($1::uuid[])`,
);

/** Payments ($1) that were owed back whole and are back to the last leg, with what that was. */
export const paymentsBack = statement<{ payment_id: string; amount_fen: bigint }>(
  'ordering.payments_back',
  `select source_id as payment_id, sum(amount_fen)::bigint as amount_fen from payment.refund_v
    where source_kind = 'unmatched' and source_id = any ($1::uuid[])
    group by source_id having bool_and(state = 'succeeded')`,
);
