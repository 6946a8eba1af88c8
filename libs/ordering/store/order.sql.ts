import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { Way } from './place-orders.sql';
import { REGION_NAME } from './region-name.sql';

export interface OrderLineJson {
  id: string;
  skuId: string;
  productId: string;
  slug: string;
  name: string;
  category: string;
  photo: string | null;
  pack: string;
  /** Of one pack; null for goods that are not sold by weight. */
  netGrams: string | null;
  quantity: number;
  unitPriceFen: string;
  amountFen: string;
  discountFen: string;
  freightFen: string;
  perishable: boolean;
  shippedPacks: number;
  cancelledPacks: number;
  refundFen: string;
  venue: Way | null;
  campaign: Way | null;
}

export interface ParcelJson {
  id: string;
  carrier: string;
  trackingNumber: string;
  shippedAt: string;
  replaces: 'exchange' | 'resend' | null;
  lots: { code: string; productName: string; packs: number }[];
  news: { kind: machines.ParcelKind; place: string | null; note: string | null; at: string }[];
}

export interface SupplierOrderRow {
  id: string;
  order_id: string;
  order_number: string;
  supplier_id: string;
  supplier_name: string;
  state: 'awaitingPayment' | 'toShip' | 'shipped' | 'received' | 'released' | 'cancelled';
  amount_fen: bigint;
  discount_fen: bigint;
  freight_fen: bigint;
  placed_at: Date;
  release_due: Date | null;
  region_name: string;
  delivery_sealed: Buffer;
  remark: string | null;
  invoice_request_id: string | null;
  own_number: string | null;
  lines: OrderLineJson[];
  parcels: ParcelJson[];
}

export interface OrderRow {
  id: string;
  number: string;
  person_id: string | null;
  /** For whom it is bought, and the purchase order it came from; null of what people buy for themselves. */
  organisation_id: string | null;
  purchase_order_id: string | null;
  state: machines.OrderState;
  amount_fen: bigint;
  discount_fen: bigint;
  freight_fen: bigint;
  placed_at: Date;
  pay_by: Date;
  payment_state: machines.PaymentState | null;
  region_name: string;
  delivery_masked: { address: string; name: string; phone: string };
  pickup: Way | null;
}

const REGION = `registry.region_v region on region.code = customer_order.region_code
    left join registry.region_v city on city.code = region.parent_code`;

const SUPPLIER_ORDER = `
  select supplier_order.id, supplier_order.order_id, customer_order.number as order_number, supplier_order.supplier_id,
         supplier.name_zh as supplier_name, supplier_order.state, supplier_order.amount_fen,
         supplier_order.discount_fen, supplier_order.freight_fen, customer_order.placed_at,
         supplier_order.release_due, ${REGION_NAME} as region_name, customer_order.delivery_sealed, remark.words as remark,
         (select asked.request_id from ordering.invoice_item asked
           where asked.supplier_order_id = supplier_order.id and asked.is_live) as invoice_request_id,
         (select nullif(purchase.own_number, '') from ordering.purchase_order purchase
           where purchase.order_id = supplier_order.order_id) as own_number, line.lines,
         coalesce(parcel.parcels, '[]') as parcels
    from ordering.supplier_order
    join ordering.customer_order on customer_order.id = supplier_order.order_id
    join registry.organisation_v supplier on supplier.id = supplier_order.supplier_id
    join ${REGION}
    left join ordering.part_remark remark on remark.supplier_order_id = supplier_order.id
   cross join lateral (
     select jsonb_agg(jsonb_build_object('id', item.id, 'skuId', item.sku_id, 'productId', item.product_id, 'slug', item.product_slug,
              'name', item.product_name, 'category', coalesce(product.category, ''), 'photo', photo.path, 'pack', item.pack, 'netGrams', item.net_grams::text, 'quantity', item.quantity,
              'unitPriceFen', item.unit_price_fen::text, 'amountFen', item.amount_fen::text,
              'discountFen', item.discount_fen::text, 'freightFen', item.freight_fen::text, 'perishable', item.perishable,
              'shippedPacks', coalesce(progress.shipped_packs, 0), 'cancelledPacks', coalesce(progress.cancelled_packs, 0),
              'refundFen', (coalesce(progress.refund_fen, 0)
                + coalesce((select sum(amount_fen) from ordering.late_refund late where late.line_id = item.id), 0))::text,
              'venue', (select jsonb_build_object('slug', venue.slug, 'name', jsonb_build_object('zh', venue.name_zh, 'en', venue.name_en))
                          from catalogue.venue_v venue where venue.id = item.venue_id),
              'campaign', (select jsonb_build_object('slug', campaign.slug,
                                  'name', jsonb_build_object('zh', campaign.name_zh, 'en', campaign.name_en))
                             from catalogue.campaign_v campaign where campaign.id = item.campaign_id))
              order by item.product_name, item.id) as lines
       from ordering.order_line item left join ordering.line_progress progress on progress.line_id = item.id
       left join catalogue.product_v product on product.id = item.product_id
       left join catalogue.seller_photo_v photo on photo.supplier_id = supplier_order.supplier_id and photo.product_id = item.product_id
      where item.supplier_order_id = supplier_order.id) line
    left join lateral (
     select jsonb_agg(jsonb_build_object('id', shipment.id, 'carrier', shipment.carrier,
              'trackingNumber', shipment.tracking_number, 'shippedAt', shipment.shipped_at,
              'replaces', (select claim.kind from ordering.after_sale claim where claim.id = shipment.case_id),
              'news', (select coalesce(jsonb_agg(jsonb_build_object('kind', said.kind, 'place', said.place, 'note', said.note, 'at', said.happened_at)
                                         order by said.happened_at desc, said.id desc), '[]')
                         from ordering.parcel_event said where said.shipment_id = shipment.id),
              'lots', (select coalesce(jsonb_agg(jsonb_build_object('code', movement.lot_code, 'productName', item.product_name,
                              'packs', movement.packs) order by movement.lot_code), '[]')
                         from trace.movement_v movement join ordering.order_line item on item.id = movement.order_line_id
                        where movement.shipment_id = shipment.id)) order by shipment.id) as parcels
       from ordering.shipment where shipment.supplier_order_id = supplier_order.id) parcel on true`;

const ORDER = `
   select customer_order.id, customer_order.number, customer_order.person_id, customer_order.organisation_id,
          customer_order.state, customer_order.amount_fen, customer_order.discount_fen, customer_order.freight_fen,
          customer_order.placed_at, customer_order.pay_by, customer_order.delivery_masked, paying.state as payment_state,
          ${REGION_NAME} as region_name,
          (select jsonb_build_object('slug', venue.slug, 'name', jsonb_build_object('zh', venue.name_zh, 'en', venue.name_en))
             from ordering.pickup join catalogue.venue_v venue on venue.id = pickup.venue_id
            where pickup.order_id = customer_order.id) as pickup,
          (select purchase.id from ordering.purchase_order purchase
            where purchase.order_id = customer_order.id) as purchase_order_id
     from ordering.customer_order
     join ${REGION}
     left join payment.payment_v paying on paying.order_id = customer_order.id`;

/** The duties of a person for an organisation, as long as the grant to act for it stands. */
export const dutiesFor = (organisationId: string, personId: string): string => `
  select member.duties from ordering.business_member member
   where member.organisation_id = ${organisationId} and member.person_id = ${personId}
     and exists (select from identity.role_grant_v held where held.person_id = member.person_id
                    and held.role = 'businessBuyer' and held.organisation_id = member.organisation_id)`;

/**
 * An order the caller may see: by account ($2), or by the hash of its token ($3). What an organisation bought is its members', with
 * what each may do for it, and whoever asked for it is one of them or nobody.
 */
export const findOrder = statement<OrderRow & { duties: machines.buying.Duty[] | null }>(
  'ordering.find_order',
  `select bought.*, acting.duties
     from (${ORDER} where customer_order.id = $1
              and (customer_order.organisation_id is not null or customer_order.person_id = $2 or customer_order.token_hash = $3)) bought
     left join lateral (${dutiesFor('bought.organisation_id', '$2::uuid')}) acting on true
    where bought.organisation_id is null or acting.duties is not null`,
);

/** An order whoever asks was let to by what it belongs to. */
export const orderById = statement<OrderRow>('ordering.order_by_id', `${ORDER} where customer_order.id = $1`);

export const supplierOrdersOfOrder = statement<SupplierOrderRow>(
  'ordering.supplier_orders_of_order',
  `${SUPPLIER_ORDER} where supplier_order.order_id = $1 order by supplier.name_zh, supplier_order.id`,
);

const PART_IN = (...partStates: string[]) =>
  `exists (select from ordering.supplier_order part where part.order_id = customer_order.id
                      and part.state in (${partStates.map((state) => `'${state}'`).join(', ')}))`;

const STANDS: Record<machines.OrderStanding, string> = {
  toPay: `customer_order.state in ('awaitingPayment', 'expiring')`,
  toShip: `customer_order.state in ('paid', 'onTerms') and ${PART_IN('toShip')}`,
  toReceive: PART_IN('shipped'),
  toReview: `exists (select from ordering.supplier_order part join ordering.order_line line on line.supplier_order_id = part.id
               where part.order_id = customer_order.id and part.state in ('received', 'released')
                 and not exists (select from ordering.reviewed_line reviewed where reviewed.line_id = line.id))`,
  done: `${PART_IN('received', 'released')} and not ${PART_IN('toShip', 'shipped')}`,
  cancelled: `not ${PART_IN('awaitingPayment', 'toShip', 'shipped', 'received', 'released')}`,
  afterSale: `exists (select from ordering.after_sale item where item.order_id = customer_order.id)`,
};

/** Whether the account ($1) that placed an order follows it: of what an organisation bought only while one acts for it. */
const FOLLOWED = `customer_order.person_id = $1
      and (customer_order.organisation_id is null or exists (${dutiesFor('customer_order.organisation_id', '$1')}))`;

/** How many of an account's orders ($1) stand how. */
export const standingsOfPerson = statement<Record<machines.OrderStanding, number>>(
  'ordering.standings_of_person',
  `select ${Object.entries(STANDS)
    .map(([standing, holds]) => `count(*) filter (where ${holds})::integer as "${standing}"`)
    .join(', ')}
     from ordering.customer_order where ${FOLLOWED}`,
);

/**
 * Orders of an account, newest first; $2 is the last id of the page before. For an organisation only while one acts for it. $4 is a
 * standing, $5 what was typed: a number as it is written or read out, words of the goods or of who sells them.
 */
export const ordersOfPerson = statement<OrderRow>(
  'ordering.orders_of_person',
  `${ORDER}
    where ${FOLLOWED} and ($2::uuid is null or customer_order.id < $2)
      and ($4::text is null or case $4 ${Object.entries(STANDS)
        .map(([standing, holds]) => `when '${standing}' then ${holds}`)
        .join(' ')} end)
      and ($5::text is null or strpos(customer_order.number, upper(translate($5, ' -', ''))) > 0
           or exists (select from ordering.order_line line
                        join ordering.supplier_order part on part.id = line.supplier_order_id
                        join registry.organisation_v seller on seller.id = part.supplier_id
                       where part.order_id = customer_order.id
                         and (strpos(lower(line.product_name), lower($5)) > 0 or strpos(lower(seller.name_zh), lower($5)) > 0)))
    order by customer_order.id desc limit $3`,
);

export const supplierOrdersOfOrders = statement<SupplierOrderRow>(
  'ordering.supplier_orders_of_orders',
  `${SUPPLIER_ORDER} where supplier_order.order_id = any ($1::uuid[]) order by supplier.name_zh, supplier_order.id`,
);

/** A supplier's own orders; the supplier is part of the question, so another's id finds nothing. */
export const supplierOrderOf = statement<SupplierOrderRow>(
  'ordering.supplier_order_of',
  `${SUPPLIER_ORDER} where supplier_order.id = $1 and supplier_order.supplier_id = any ($2::uuid[])
    and supplier_order.state <> 'awaitingPayment'`,
);

/** Several of them, for who ships them. */
export const supplierOrdersOf = statement<SupplierOrderRow>(
  'ordering.supplier_orders_of',
  `${SUPPLIER_ORDER} where supplier_order.id = any ($1::uuid[]) and supplier_order.supplier_id = any ($2::uuid[])
    and supplier_order.state <> 'awaitingPayment' order by supplier_order.id`,
);

/**
 * Found by the queue of each supplier and state, so that a page costs the same however many orders lie before it. What is looked for is held
 * against the kept words of one part after the other (`offset 0` keeps it so), until there are enough.
 */
const partsInTurn = (name: string, descending: boolean) => {
  const order = `order by part.id ${descending ? 'desc' : ''} limit $4`;
  const beyond = descending
    ? `part.id < coalesce($3::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff')`
    : `part.id > coalesce($3::uuid, '00000000-0000-0000-0000-000000000000')`;
  return statement<SupplierOrderRow>(
    name,
    `${SUPPLIER_ORDER} where supplier_order.id = any (array(
       select part.id from unnest($1::uuid[]) seller, unnest($2::text[]) standing
        cross join lateral (
          select part.id
            from (select part.id, part.sought from ordering.supplier_order part
                   where part.supplier_id = seller and part.state = standing and ${beyond}
                   order by part.id ${descending ? 'desc' : ''} offset 0) part
           where $5::text is null or strpos(part.sought, (select upper(translate($5, ' -', '')))) > 0
              or strpos(part.sought, (select lower($5))) > 0
           limit $4) part
        ${order}))
     order by supplier_order.id ${descending ? 'desc' : ''}`,
  );
};

/** A supplier's own orders: $1 suppliers, $2 states, $3 the last one's id, $4 rows, $5 words of the number or the goods. */
export const supplierOrderLists = {
  placed: partsInTurn('ordering.supplier_order_list', false),
  '-placed': partsInTurn('ordering.supplier_order_list_down', true),
} as const;

/** Lines of an order whose goods may not be sold any more, with their place among its lines. */
export const linesNotForSale = statement<{ place: number; product_name: string }>(
  'ordering.lines_not_for_sale',
  `select line.place, line.product_name
     from (select sku_id, product_name, row_number() over (order by id)::integer as place
             from ordering.order_line where order_id = $1) line
     left join catalogue.offer_v offer on offer.sku_id = line.sku_id
    where offer.for_sale is not true order by line.place`,
);
