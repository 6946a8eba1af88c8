import { statement } from '@xihuo/platform';
import { dutyList, membersFor } from '../who-hears';

export interface ToldPurchase {
  id: string;
  number: string;
  organisation_name: string;
  state: string;
  amount_fen: bigint;
  requested_by: string;
  requested_by_name: string;
  issued_at: Date | null;
  has_chain: boolean;
  pays_first: boolean;
  pay_code: string;
  pay_by: Date | null;
  /** The word of whoever ended it; empty where nobody did. */
  note: string;
  decided_by: string[];
  members: { person_id: string; duties: string[]; level: number | null }[];
}

/** Purchase orders with everybody who acts for their organisations: $1 ids. */
export const toldPurchases = statement<ToldPurchase>(
  'ordering.told_purchases',
  `select purchase.id, purchase.number, organisation.name_zh as organisation_name, purchase.state, purchase.amount_fen,
          purchase.requested_by, requester.display_name as requested_by_name, purchase.issued_at,
          cardinality(purchase.levels) > 0 as has_chain, purchase.terms ->> 'payment' = 'payFirst' as pays_first,
          purchase.pay_code, placed.pay_by, coalesce(ended.note, '') as note,
          array(select step.decided_by from ordering.purchase_step step where step.purchase_order_id = purchase.id) as decided_by,
          (select coalesce(jsonb_agg(jsonb_build_object('person_id', member.person_id, 'duties', member.duties,
                    'level', member.approval_level) order by member.person_id), '[]')
             from ordering.business_member member
            where member.organisation_id = purchase.organisation_id
              and exists (select from identity.role_grant_v held where held.person_id = member.person_id
                             and held.role = 'businessBuyer' and held.organisation_id = member.organisation_id)) as members
     from ordering.purchase_order purchase
     join registry.organisation_v organisation on organisation.id = purchase.organisation_id
     join identity.person_v requester on requester.id = purchase.requested_by
     left join ordering.customer_order placed on placed.id = purchase.order_id
     left join ordering.purchase_step ended on ended.purchase_order_id = purchase.id and ended.decision = 'rejected'
    where purchase.id = any ($1::uuid[])`,
);

export interface ToldTransfer {
  transfer_id: string;
  purchase_order_id: string;
  amount_fen: bigint;
  organisation_name: string;
  purchase_number: string;
  payers: string[];
  finance: string[];
}

/** Transfers $1 with whom they are of, who pays for that organisation, and everybody of finance. */
export const toldTransfers = statement<ToldTransfer>(
  'ordering.told_transfers',
  `select item.id as transfer_id, item.purchase_order_id, item.amount_fen, organisation.name_zh as organisation_name, purchase.number as purchase_number,
          ${membersFor('item.organisation_id', dutyList('pay'))} as payers,
          array(select distinct person_id from identity.role_grant_v where role = 'finance' order by person_id) as finance
     from ordering.bank_transfer item
     join ordering.purchase_order purchase on purchase.id = item.purchase_order_id
     join registry.organisation_v organisation on organisation.id = item.organisation_id
    where item.id = any ($1::uuid[]) order by item.id`,
);

export interface DueReceivable {
  supplier_order_id: string;
  purchase_order_id: string;
  step: number;
  due_on: string;
  open_fen: bigint;
  organisation_name: string;
  supplier_name: string;
  purchase_number: string;
  pay_code: string;
  /** Who pays for the organisation, and who sells for the supplier. */
  payers: string[];
  sellers: string[];
}

/**
 * Takes down and answers payments to remind of, each step once: step 0 from $2 days before the due day ($1 today), step n in the n-th
 * week after it. At most $3, those due first; held, so that two workers do not remind of the same.
 */
export const takeDueReceivables = statement<DueReceivable>(
  'ordering.take_due_receivables',
  `with due as (
     select owed.supplier_order_id, owed.due_on, owed.open_fen, owed.organisation_id, owed.purchase_order_id,
            case when $1::date <= owed.due_on then 0 else ($1::date - owed.due_on + 6) / 7 end::smallint as step
       from ordering.receivable owed
      where owed.open_fen > 0 and owed.due_on <= $1::date + $2::integer
        and not exists (select from ordering.receivable_told told
                         where told.supplier_order_id = owed.supplier_order_id
                           and told.step >= case when $1::date <= owed.due_on then 0 else ($1::date - owed.due_on + 6) / 7 end)
      order by owed.due_on, owed.supplier_order_id limit $3 for update of owed skip locked
   ), told as (
     insert into ordering.receivable_told (supplier_order_id, step, told_at)
     select supplier_order_id, step, $4 from due on conflict do nothing returning supplier_order_id, step
   )
   select due.supplier_order_id, due.purchase_order_id, due.step::integer, due.due_on::text, due.open_fen, organisation.name_zh as organisation_name,
          supplier.name_zh as supplier_name, purchase.number as purchase_number, purchase.pay_code,
          ${membersFor('due.organisation_id', dutyList('pay'))} as payers,
          array(select distinct held.person_id from identity.role_grant_v held
                 where held.role = 'supplier' and held.organisation_id = part.supplier_id order by held.person_id) as sellers
     from told join due using (supplier_order_id, step)
     join ordering.supplier_order part on part.id = due.supplier_order_id
     join registry.organisation_v supplier on supplier.id = part.supplier_id
     join registry.organisation_v organisation on organisation.id = due.organisation_id
     join ordering.purchase_order purchase on purchase.id = due.purchase_order_id
    order by due.due_on, due.supplier_order_id`,
);
