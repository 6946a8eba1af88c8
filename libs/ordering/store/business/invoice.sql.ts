import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { GIVEN_BACK } from './receivable.sql';

export interface InvoiceablePart {
  supplier_order_id: string;
  supplier_id: string;
  supplier_name: string;
  purchase_number: string;
  accepted_on: string;
  fen: bigint;
  /** Asked for already, and neither declined nor taken back. */
  is_asked: boolean;
}

/** What an organisation ($1) accepted in a month ($2 first instant, $3 first of the next): paid or owed, less what went back. */
export const invoiceableParts = statement<InvoiceablePart>(
  'ordering.invoiceable_parts',
  `select part.id as supplier_order_id, part.supplier_id, supplier.name_zh as supplier_name, purchase.number as purchase_number,
          to_char(part.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as accepted_on,
          (part.amount_fen - ${GIVEN_BACK})::bigint as fen,
          exists (select from ordering.invoice_item asked where asked.supplier_order_id = part.id and asked.is_live) as is_asked
     from ordering.customer_order placed
     join ordering.purchase_order purchase on purchase.order_id = placed.id
     join ordering.supplier_order part on part.order_id = placed.id and part.state in ('received', 'released')
     join registry.organisation_v supplier on supplier.id = part.supplier_id
    where placed.organisation_id = $1 and part.received_at >= $2 and part.received_at < $3
    order by supplier.name_zh, part.supplier_id, part.received_at, part.id`,
);

export interface PayerRow {
  kind: machines.invoicing.InvoiceKind;
  title: string;
  taxpayer_number: string;
  address: string;
  phone: string;
  bank_name: string;
  bank_account: string;
}

export const lastPayer = statement<PayerRow>(
  'ordering.last_invoice_payer',
  `select kind, title, taxpayer_number, address, phone, bank_name, bank_account from ordering.invoice_request
    where organisation_id = $1 order by id desc limit 1`,
);

/** $1..$10 the request, $11 who asks, $12 now, $13 the day the supplier answers by; $14 parts and $15 fen, one element each. */
export const insertRequest = statement<{ id: string }>(
  'ordering.insert_invoice_request',
  `with request as (
     insert into ordering.invoice_request (id, organisation_id, supplier_id, month, kind, title, taxpayer_number, address, phone,
       bank_name, bank_account, state, requested_by, requested_at, due_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'requested', $12, $13, $14) returning id
   ), items as (
     insert into ordering.invoice_item (request_id, supplier_order_id, fen)
     select request.id, item.part, item.fen from request, unnest($15::uuid[], $16::bigint[]) as item (part, fen) order by item.part
   )
   select id from request`,
);

export interface InvoiceRow extends PayerRow {
  id: string;
  organisation_id: string | null;
  organisation_name: string | null;
  supplier_id: string;
  supplier_name: string;
  month: string;
  state: machines.invoicing.InvoiceState;
  is_paid: boolean;
  reason: string;
  requested_by_name: string | null;
  requested_at: Date;
  due_on: string | null;
  red_due_on: string | null;
  amount_fen: bigint;
  correction_fen: bigint;
  /** Fen as digits. */
  items: { supplierOrderId: string; purchaseNumber: string; acceptedOn: string | null; fen: string; redFen: string }[];
  papers: {
    id: string;
    kind: 'invoice' | 'redNote';
    number: string;
    issuedOn: string;
    fen: string;
    recordedAt: string;
    isReplaced: boolean;
  }[];
}

/**
 * Asked for at the checkout it waits for the payment; what was never paid is nobody's to invoice. What was issued stays the supplier's to
 * put right, even where all of it was cancelled since.
 */
export const IS_PAID = `(request.state not in ('requested', 'withdrawn', 'declined')
      or exists (select from ordering.invoice_item paid join ordering.supplier_order part on part.id = paid.supplier_order_id
                  where paid.request_id = request.id and part.state not in ('awaitingPayment', 'cancelled')))`;

/** What is left of a part that was asked for: what went back is not invoiced, and is red-noted where it was. */
const LEFT = `(part.amount_fen - ${GIVEN_BACK})`;
const TO_INVOICE = `least(item.fen, ${LEFT})`;

const REQUEST = `
  select request.id, request.organisation_id, organisation.name_zh as organisation_name, request.supplier_id,
         supplier.name_zh as supplier_name, request.month, request.kind, request.title, request.taxpayer_number, request.address,
         request.phone, request.bank_name, request.bank_account, request.state, ${IS_PAID} as is_paid, request.reason,
         requester.display_name as requested_by_name, request.requested_at, request.due_on::text, request.red_due_on::text,
         sums.amount_fen, sums.correction_fen, sums.items, coalesce(issued.papers, '[]') as papers
    from ordering.invoice_request request
    left join registry.organisation_v organisation on organisation.id = request.organisation_id
    join registry.organisation_v supplier on supplier.id = request.supplier_id
    left join identity.person_v requester on requester.id = request.requested_by
   cross join lateral (
     select sum(counted.fen)::bigint as amount_fen,
            (case when request.state in ('issued', 'confirmed') then sum(greatest(counted.fen - counted.red_fen - counted.left_fen, 0))
                  else 0 end)::bigint as correction_fen,
            jsonb_agg(jsonb_build_object('supplierOrderId', counted.id, 'purchaseNumber', counted.number,
              'acceptedOn', counted.accepted_on, 'fen', counted.fen::text, 'redFen', counted.red_fen::text)
              order by counted.accepted_on, counted.id) as items
       from (select part.id, coalesce(purchase.number, placed.number) as number, item.red_fen, ${LEFT} as left_fen,
                    case when request.state in ('requested', 'contested') then ${TO_INVOICE} else item.fen end as fen,
                    to_char(part.received_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as accepted_on
               from ordering.invoice_item item
               join ordering.supplier_order part on part.id = item.supplier_order_id
               join ordering.customer_order placed on placed.id = part.order_id
               left join ordering.purchase_order purchase on purchase.order_id = part.order_id
              where item.request_id = request.id) counted) sums
   cross join lateral (
     select jsonb_agg(jsonb_build_object('id', paper.id, 'kind', paper.kind, 'number', paper.number, 'issuedOn', paper.issued_on,
              'fen', paper.amount_fen::text, 'recordedAt', paper.recorded_at, 'isReplaced', paper.replaced_at is not null)
              order by paper.id) as papers
       from ordering.invoice_paper paper where paper.request_id = request.id) issued`;

export const requestById = statement<InvoiceRow>('ordering.invoice_request_by_id', `${REQUEST} where request.id = $1`);

/** The newest first; $2 the last of the page before, or null. */
export const requestsOfOrganisation = statement<InvoiceRow>(
  'ordering.invoice_requests_of_organisation',
  `${REQUEST} where request.organisation_id = $1 and ($2::uuid is null or request.id < $2) order by request.id desc limit $3`,
);

/** Of these suppliers; $4 whether only those they have to do something about. */
export const requestsOfSuppliers = statement<InvoiceRow>(
  'ordering.invoice_requests_of_suppliers',
  `${REQUEST} where request.supplier_id = any ($1::uuid[]) and ($2::uuid is null or request.id < $2) and ${IS_PAID}
      and (not $4::boolean or request.state in ('requested', 'contested') or request.red_due_on is not null)
    order by request.id desc limit $3`,
);

/** Those over parts of an order ($1), the newest first: of what somebody bought for themselves each is over one part. */
export const requestsOfOrder = statement<InvoiceRow>(
  'ordering.invoice_requests_of_order',
  `${REQUEST} where request.organisation_id is null
      and request.id in (select item.request_id from ordering.invoice_item item
                           join ordering.supplier_order part on part.id = item.supplier_order_id where part.order_id = $1)
    order by request.id desc`,
);

/** Of what a person ($1) bought for themselves, the newest first; $2 the last of the page before, or null, $3 rows. */
export const requestsOfPerson = statement<InvoiceRow & { order_id: string; order_number: string }>(
  'ordering.invoice_requests_of_person',
  `select asked.*, placed.id as order_id, placed.number as order_number
     from (${REQUEST} where request.organisation_id is null
              and request.id in (select item.request_id from ordering.customer_order bought
                                   join ordering.supplier_order part on part.order_id = bought.id
                                   join ordering.invoice_item item on item.supplier_order_id = part.id
                                  where bought.person_id = $1 and bought.organisation_id is null)
              and ($2::uuid is null or request.id < $2) order by request.id desc limit $3) asked
     join ordering.supplier_order part on part.id = (asked.items -> 0 ->> 'supplierOrderId')::uuid
     join ordering.customer_order placed on placed.id = part.order_id
    order by asked.id desc`,
);

/** Parts of an order ($1) of which something stays bought, what is left of each, and whether an invoice is asked for it. */
export const invoiceableOfOrder = statement<{
  supplier_order_id: string;
  supplier_id: string;
  supplier_name: string;
  fen: bigint;
  is_asked: boolean;
}>(
  'ordering.invoiceable_of_order',
  `select part.id as supplier_order_id, part.supplier_id, supplier.name_zh as supplier_name, ${LEFT}::bigint as fen,
          exists (select from ordering.invoice_item asked where asked.supplier_order_id = part.id and asked.is_live) as is_asked
     from ordering.supplier_order part join registry.organisation_v supplier on supplier.id = part.supplier_id
    where part.order_id = $1 and part.state <> 'cancelled' and ${LEFT} > 0 order by supplier.name_zh, part.id`,
);

/** Requests of somebody who bought for themselves, one a part: $1 ids, $2 suppliers, $3 parts, $4 fen; $5 month, $6 kind of payer, $7 title, $8 number, $9 who asks or null, $10 now, $11 due. */
export const insertOwnRequests = statement(
  'ordering.insert_own_invoice_requests',
  `with wanted as (
     select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[]) as item (id, supplier_id, part_id, fen)
   ), request as (
     insert into ordering.invoice_request (id, supplier_id, month, kind, payer_kind, title, taxpayer_number, address, phone, bank_name,
       bank_account, state, requested_by, requested_at, due_on)
     select id, supplier_id, $5, 'ordinary', $6, $7, $8, '', '', '', '', 'requested', $9, $10, $11 from wanted
   )
   insert into ordering.invoice_item (request_id, supplier_order_id, fen) select id, part_id, fen from wanted order by part_id`,
);

/** Held until the end of the transaction: whoever issues, corrects or gives back waits for the other. */
export const lockRequest = statement<{ state: machines.invoicing.InvoiceState; supplier_id: string }>(
  'ordering.lock_invoice_request',
  'select state, supplier_id from ordering.invoice_request where id = $1 for update',
);

/** $2 the next state, $3 due day or null, $4 a reason or null for none said. */
export const stepRequest = statement(
  'ordering.step_invoice_request',
  `update ordering.invoice_request set state = $2, due_on = $3, reason = coalesce($4, reason) where id = $1`,
);

/** What was declined or taken back may be asked for again. */
export const freeItems = statement(
  'ordering.free_invoice_items',
  'update ordering.invoice_item set is_live = false where request_id = $1',
);

/** From now on what was invoiced: all that is left of each part. One that comes in the place of another begins anew. */
export const freezeItems = statement(
  'ordering.freeze_invoice_items',
  `update ordering.invoice_item set fen = counted.fen, red_fen = 0
     from (select item.supplier_order_id, ${TO_INVOICE} as fen
             from ordering.invoice_item item join ordering.supplier_order part on part.id = item.supplier_order_id
            where item.request_id = $1) counted
    where invoice_item.request_id = $1 and invoice_item.supplier_order_id = counted.supplier_order_id`,
);

/** What went back of what was invoiced is red-noted from now on. */
export const redNoteItems = statement(
  'ordering.red_note_invoice_items',
  `update ordering.invoice_item set red_fen = counted.fen - counted.left_fen
     from (select item.supplier_order_id, item.fen, item.red_fen, ${LEFT} as left_fen
             from ordering.invoice_item item join ordering.supplier_order part on part.id = item.supplier_order_id
            where item.request_id = $1) counted
    where invoice_item.request_id = $1 and invoice_item.supplier_order_id = counted.supplier_order_id
      and counted.fen - counted.red_fen > counted.left_fen`,
);

export const replaceInvoice = statement(
  'ordering.replace_invoice',
  `update ordering.invoice_paper set replaced_at = $2 where request_id = $1 and replaced_at is null`,
);

export const insertInvoicePaper = statement<{ id: string }>(
  'ordering.insert_invoice_paper',
  `insert into ordering.invoice_paper (id, request_id, supplier_id, kind, number, issued_on, amount_fen, file_id, recorded_by, recorded_at)
   select $1, $2, $3, $4, $5, $6, $7, file.file_id, $9, $10 from ordering.invoice_file file
    where file.file_id = $8 and file.request_id = $2 returning id`,
);

/** Nothing is red-noted any more where everything is: $2 null, or the day it is due. */
export const setRedDue = statement(
  'ordering.set_red_note_due',
  'update ordering.invoice_request set red_due_on = $2 where id = $1',
);

/** Requests over these parts, held: whoever issues one meanwhile comes before or after. */
export const lockRequestsOfParts = statement<{ id: string }>(
  'ordering.lock_invoice_requests_of_parts',
  `select request.id from ordering.invoice_request request
    where request.id in (select item.request_id from ordering.invoice_item item
                          where item.supplier_order_id = any ($1::uuid[]) and item.is_live)
    order by request.id for update`,
);

/** Of those ($1) with an invoice out: its red note is due on $2, if none was before. */
export const markRedDue = statement<{ id: string }>(
  'ordering.mark_red_notes_due',
  `update ordering.invoice_request set red_due_on = $2
    where id = any ($1::uuid[]) and state in ('issued', 'contested', 'confirmed') and red_due_on is null returning id`,
);

export const countInvoiceFiles = statement<{ files: number }>(
  'ordering.count_invoice_files',
  'select count(*)::int as files from ordering.invoice_file where request_id = $1',
);

export const insertInvoiceFile = statement(
  'ordering.insert_invoice_file',
  'insert into ordering.invoice_file (file_id, request_id, uploaded_at) values ($1, $2, $3)',
);

export const invoiceFileOf = statement<{ file_id: string; kind: 'invoice' | 'redNote'; number: string }>(
  'ordering.invoice_file_of',
  'select file_id, kind, number from ordering.invoice_paper where request_id = $1 and id = $2',
);
