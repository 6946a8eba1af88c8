import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { buyersOf, dutyList, isGuest, sellersOf } from './who-hears';

/** Cases with whom to tell of them: the supplier's people, and who may go on with it for the buyer, or the phone the parcel goes to. */
export const toldCases = statement<{
  id: string;
  order_id: string;
  order_number: string;
  buyers: string[];
  is_guest: boolean;
  delivery_sealed: Buffer;
  supplier_people: string[];
  kind: machines.AfterSaleKind;
  amount_fen: bigint;
  answer: string | null;
  /** The parcel that was sent in place of others. */
  parcel: string | null;
  /** Nothing was paid through the provider: what goes back is credited. */
  on_terms: boolean;
}>(
  'ordering.told_cases',
  `select item.id, item.order_id, bought.number as order_number, bought.delivery_sealed, item.kind, item.amount_fen,
          item.answer,
          (select parcel.carrier || ' ' || parcel.tracking_number from ordering.shipment parcel where parcel.case_id = item.id) as parcel,
          exists (select from ordering.purchase_order purchase where purchase.order_id = bought.id
                     and (purchase.terms ->> 'payment' = 'onTerms'
                          or exists (select from ordering.receivable billed where billed.purchase_order_id = purchase.id))) as on_terms,
          ${isGuest('bought')} as is_guest, ${sellersOf('item.supplier_id')} as supplier_people,
          ${buyersOf('bought', `case when item.kind = 'cancel' then ${dutyList('order')} else ${dutyList('receive')} end`)} as buyers
     from ordering.after_sale item join ordering.customer_order bought on bought.id = item.order_id
    where item.id = any ($1::uuid[])`,
);

/** Cases by the refunds they asked for. */
export const casesById = statement<{ id: string; kind: machines.AfterSaleKind }>(
  'ordering.cases_by_id',
  'select id, kind from ordering.after_sale where id = any ($1::uuid[]) order by kind, id',
);
