import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

/** Cases with whom to tell of them: the supplier's people, and the buyer's account or the phone the parcel goes to. */
export const toldCases = statement<{
  id: string;
  order_id: string;
  order_number: string;
  person_id: string | null;
  delivery_sealed: Buffer;
  supplier_people: string[];
  kind: string;
  amount_fen: bigint;
  answer: string | null;
  /** Nothing was paid through the provider: what goes back is credited. */
  on_terms: boolean;
}>(
  'ordering.told_cases',
  `select item.id, item.order_id, bought.number as order_number, bought.person_id, bought.delivery_sealed, item.kind, item.amount_fen,
          item.answer,
          exists (select from ordering.purchase_order purchase where purchase.order_id = bought.id
                     and purchase.terms ->> 'payment' = 'onTerms') as on_terms,
          array(select distinct person_id from identity.role_grant_v
                 where role = 'supplier' and organisation_id = item.supplier_id order by person_id) as supplier_people
     from ordering.after_sale item join ordering.customer_order bought on bought.id = item.order_id
    where item.id = any ($1::uuid[])`,
);

/** Cases by the refunds they asked for. */
export const casesById = statement<{ id: string; kind: machines.AfterSaleKind }>(
  'ordering.cases_by_id',
  'select id, kind from ordering.after_sale where id = any ($1::uuid[]) order by kind, id',
);
