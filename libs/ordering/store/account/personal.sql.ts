import { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { REGION_NAME } from '../region-name.sql';

/** Money on its way back is awaited too. */
const OPEN_CLAIMS = [...machines.AFTER_SALE_OPEN, 'refunding'].map((state) => `'${state}'`).join(', ');

/**
 * Of people, orders that are not over: unpaid ones that could still be paid, and parts on their way or within the time for claims;
 * and claims somebody still has to act on. What was settled with suppliers later is no matter of the buyer's.
 */
export const openOrders = statement<{ person_id: string; what: 'orders' | 'claims'; count: number }>(
  'ordering.open_orders',
  `select bought.person_id, 'orders' as what, count(*)::integer as count
     from ordering.customer_order bought
    where bought.person_id = any ($1::uuid[]) and bought.state <> 'cancelled'
      and exists (select from ordering.supplier_order part
                   where part.order_id = bought.id and part.state not in ('released', 'cancelled'))
    group by bought.person_id
   union all
   select bought.person_id, 'claims', count(*)::integer
     from ordering.customer_order bought join ordering.after_sale claim on claim.order_id = bought.id
    where bought.person_id = any ($1::uuid[]) and claim.state in (${OPEN_CLAIMS})
    group by bought.person_id`,
);

export interface OwnOrderRow {
  id: string;
  number: string;
  state: string;
  amount_fen: string;
  placed_at: Date;
  paid_at: Date | null;
  region: string;
  delivery_sealed: Buffer;
  lines: { product: string; pack: string; quantity: number; amountFen: string; supplier: string; state: string }[];
  claims: { kind: string; reason: string; words: string; state: string; amountFen: string; at: string }[];
  remarks: { supplier: string; words: string }[];
  invoices: { title: string; taxpayerNumber: string; state: string; at: string }[];
}

/** A page of a person's orders, the oldest first. $1 person, $2 last id of the page before or null, $3 rows. */
export const ordersOfPerson = statement<OwnOrderRow>(
  'ordering.told_own_orders',
  `select bought.id, bought.number, bought.state, bought.amount_fen::text as amount_fen, bought.placed_at, bought.paid_at,
          ${REGION_NAME} as region, bought.delivery_sealed,
          (select json_agg(json_build_object('product', line.product_name, 'pack', line.pack, 'quantity', line.quantity,
                    'amountFen', line.amount_fen::text, 'supplier', supplier.name_zh, 'state', part.state) order by line.id)
             from ordering.order_line line
             join ordering.supplier_order part on part.id = line.supplier_order_id
             join registry.organisation_v supplier on supplier.id = part.supplier_id
            where line.order_id = bought.id) as lines,
          (select coalesce(json_agg(json_build_object('kind', claim.kind, 'reason', claim.reason, 'words', claim.words,
                    'state', claim.state, 'amountFen', claim.amount_fen::text, 'at', claim.requested_at) order by claim.id), '[]')
             from ordering.after_sale claim where claim.order_id = bought.id) as claims,
          (select coalesce(json_agg(json_build_object('supplier', supplier.name_zh, 'words', remark.words) order by part.id), '[]')
             from ordering.supplier_order part
             join ordering.part_remark remark on remark.supplier_order_id = part.id
             join registry.organisation_v supplier on supplier.id = part.supplier_id
            where part.order_id = bought.id) as remarks,
          (select coalesce(json_agg(json_build_object('title', request.title, 'taxpayerNumber', request.taxpayer_number,
                    'state', request.state, 'at', request.requested_at) order by request.id), '[]')
             from ordering.invoice_request request
            where request.organisation_id is null
              and request.id in (select item.request_id from ordering.supplier_order part
                                   join ordering.invoice_item item on item.supplier_order_id = part.id
                                  where part.order_id = bought.id)) as invoices
     from ordering.customer_order bought
     join registry.region_v region on region.code = bought.region_code
     left join registry.region_v city on city.code = region.parent_code
    where bought.person_id = $1 and ($2::uuid is null or bought.id > $2)
    order by bought.id limit $3`,
);

export const cartOfPerson = statement<{ sku_id: string; quantity: number; added_at: Date }>(
  'ordering.cart_of_person',
  `select line.sku_id, line.quantity, line.added_at from ordering.cart join ordering.cart_line line on line.cart_id = cart.id
    where cart.person_id = $1 order by line.added_at`,
);

export const forgetBook = statement(
  'ordering.forget_addresses',
  'delete from ordering.address where person_id = any ($1::uuid[])',
);
export const forgetCarts = statement(
  'ordering.forget_carts',
  'delete from ordering.cart where person_id = any ($1::uuid[])',
);

/** Parts of what people bought for themselves. */
const OWN_PARTS = `ordering.supplier_order part join ordering.customer_order bought on bought.id = part.order_id
    where bought.person_id = any ($1::uuid[]) and bought.organisation_id is null`;

/** What they wrote to sellers may name a person or a place, and is needed by nobody once the order is over. $1 people. */
export const forgetRemarks = statement(
  'ordering.forget_remarks',
  `delete from ordering.part_remark where supplier_order_id in (select part.id from ${OWN_PARTS})`,
);

/** That a price was had stays counted; the phone it was had by would lead to whoever has that phone next. $1 people. */
export const forgetTakers = statement(
  'ordering.forget_takers',
  `update ordering.promotion_take take set phone_index = null
     from ordering.customer_order bought
    where bought.id = take.order_id and bought.person_id = any ($1::uuid[]) and bought.organisation_id is null
      and take.phone_index is not null`,
);

/** Orders people bought for themselves that still say where they went. What an organisation bought is the organisation's. */
export const ordersToForget = statement<{ id: string }>(
  'ordering.orders_to_forget',
  `select id from ordering.customer_order
    where person_id = any ($1::uuid[]) and organisation_id is null and delivery_masked <> $2::jsonb
    order by id for update`,
);

/** $1 orders, $2 a seal each over nothing, $3 what pages show. */
export const forgetDeliveries = statement(
  'ordering.forget_deliveries',
  `update ordering.customer_order
      set delivery_sealed = given.sealed, delivery_masked = $3::jsonb, phone_index = null, asked_from = null
     from unnest($1::uuid[], $2::bytea[]) as given (id, sealed)
    where customer_order.id = given.id`,
);
