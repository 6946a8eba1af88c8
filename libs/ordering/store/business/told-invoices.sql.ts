import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { IS_PAID } from './invoice.sql';

/** The order over a part of which a `request` is, where somebody bought for themselves. */
const BOUGHT = `(select placed.id, placed.person_id, placed.number from ordering.invoice_item item
                   join ordering.supplier_order part on part.id = item.supplier_order_id
                   join ordering.customer_order placed on placed.id = part.order_id
                  where item.request_id = request.id and request.organisation_id is null limit 1)`;

/** As whom the one is named that asks: no name of a person leaves the request. */
const ASKER = `coalesce(organisation.name_zh, (select '订单 ' || bought.number || ' 的买家' from ${BOUGHT} bought)) as organisation_name`;

/** The page of whoever pays: of the order where somebody bought for themselves, else of the invoice. */
const ABOUT = `coalesce((select 'order:' || bought.id from ${BOUGHT} bought), 'invoice:' || request.id) as about`;

/** Who pays for an organisation, or bought for themselves with an account, and who sells for a supplier, of a `request`. */
const PEOPLE = `
          array(select bought.person_id from ${BOUGHT} bought where bought.person_id is not null
                union all select member.person_id from ordering.business_member member
                 where member.organisation_id = request.organisation_id and 'pay' = any (member.duties)
                   and exists (select from identity.role_grant_v held where held.person_id = member.person_id
                                  and held.role = 'businessBuyer' and held.organisation_id = member.organisation_id)
                 order by 1) as payers,
          array(select distinct held.person_id from identity.role_grant_v held
                 where held.role = 'supplier' and held.organisation_id = request.supplier_id order by held.person_id) as sellers`;

export interface ToldInvoice {
  id: string;
  month: string;
  reason: string;
  due_on: string | null;
  red_due_on: string | null;
  organisation_name: string;
  supplier_name: string;
  /** For payers. */
  about: machines.NoticeAbout;
  payers: string[];
  sellers: string[];
}

export const toldInvoices = statement<ToldInvoice>(
  'ordering.told_invoices',
  `select request.id, request.month, request.reason, request.due_on::text, request.red_due_on::text,
          ${ABOUT}, ${ASKER}, supplier.name_zh as supplier_name, ${PEOPLE}
     from ordering.invoice_request request
     left join registry.organisation_v organisation on organisation.id = request.organisation_id
     join registry.organisation_v supplier on supplier.id = request.supplier_id
    where request.id = any ($1::uuid[]) and ${IS_PAID}`,
);

/** Own requests over parts of orders ($1) that are paid now: they are to be answered by $2, from the payment on. */
export const wakeRequests = statement<{ id: string }>(
  'ordering.wake_own_invoice_requests',
  `update ordering.invoice_request request set due_on = $2::date
    where request.state = 'requested' and request.organisation_id is null
      and request.id in (select item.request_id from ordering.invoice_item item
                           join ordering.supplier_order part on part.id = item.supplier_order_id where part.order_id = any ($1::uuid[]))
   returning request.id`,
);

/** Invoices nobody has said anything about by their day ($1 today) are right. At most $2; held, so that two workers take different ones. */
export const confirmSilent = statement<{ id: string }>(
  'ordering.confirm_silent_invoices',
  `update ordering.invoice_request set state = 'confirmed', due_on = null
    where id = any(array(select id from ordering.invoice_request where state = 'issued' and due_on < $1::date
                  order by due_on, id limit $2 for update skip locked))
   returning id`,
);

export interface LateInvoice extends ToldInvoice {
  step: number;
  late_since: string;
  /** A red note, where not the invoice itself. */
  is_red: boolean;
}

/**
 * Suppliers that are late ($1 today) with an invoice or a red note, once a week: step n in the n-th week after the day. At most $2;
 * held, so that two workers do not tell of the same.
 */
export const takeLateInvoices = statement<LateInvoice>(
  'ordering.take_late_invoices',
  `with late as (
     select request.id, coalesce(due.red, due.answer) as late_since, due.red is not null as is_red,
            (($1::date - coalesce(due.red, due.answer) + 6) / 7)::smallint as step
       from ordering.invoice_request request
      cross join lateral (select case when request.red_due_on < $1::date then request.red_due_on end as red,
                                 case when request.state in ('requested', 'contested') and request.due_on < $1::date
                                      then request.due_on end as answer) due
      where (request.due_on < $1::date or request.red_due_on < $1::date) and coalesce(due.red, due.answer) is not null and ${IS_PAID}
        and not exists (select from ordering.invoice_told told
                         where told.request_id = request.id and told.due_on = coalesce(due.red, due.answer)
                           and told.step >= ($1::date - coalesce(due.red, due.answer) + 6) / 7)
      order by request.id limit $2 for update of request skip locked
   ), told as (
     insert into ordering.invoice_told (request_id, due_on, step, told_at)
     select id, late_since, step, $3 from late on conflict do nothing returning request_id, step
   )
   select request.id, request.month, request.reason, request.due_on::text, request.red_due_on::text,
          ${ABOUT}, ${ASKER}, supplier.name_zh as supplier_name, late.step::integer, late.is_red,
          late.late_since::text, ${PEOPLE}
     from told join late on late.id = told.request_id and late.step = told.step
     join ordering.invoice_request request on request.id = late.id
     left join registry.organisation_v organisation on organisation.id = request.organisation_id
     join registry.organisation_v supplier on supplier.id = request.supplier_id
    order by request.id`,
);
