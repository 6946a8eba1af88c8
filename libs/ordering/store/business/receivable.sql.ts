import { statement } from '@xihuo/platform';

/** Fen of `part` that were given back: by claims, by awards of what was held, and after settlement. */
export const GIVEN_BACK = `
  (coalesce((select sum(progress.refund_fen) from ordering.line_progress progress where progress.supplier_order_id = part.id), 0)
   + coalesce((select sum(hold.refund_fen) from ordering.line_hold hold where hold.supplier_order_id = part.id), 0)
   + coalesce((select sum(late.amount_fen) from ordering.late_refund late where late.supplier_order_id = part.id), 0))`;

export interface OpenedReceivable {
  supplier_order_id: string;
  organisation_id: string;
  amount_fen: bigint;
}

/**
 * Parts on terms that were received just now are owed from now on: what they cost less what was given back before. Each once; the
 * term counts in calendar days from the day of acceptance (Asia/Shanghai).
 */
export const openReceivables = statement<OpenedReceivable>(
  'ordering.open_receivables',
  `insert into ordering.receivable (supplier_order_id, organisation_id, purchase_order_id, amount_fen, accepted_at, due_on)
   select part.id, purchase.organisation_id, purchase.id, part.amount_fen - back.fen, part.received_at,
          (part.received_at at time zone 'Asia/Shanghai')::date + (purchase.terms ->> 'termDays')::integer
     from ordering.supplier_order part
     join ordering.customer_order placed on placed.id = part.order_id and placed.state = 'onTerms'
     join ordering.purchase_order purchase on purchase.order_id = placed.id
    cross join lateral (select ${GIVEN_BACK} as fen) back
    where part.id = any ($1::uuid[]) and part.state = 'received'
    order by part.id
   on conflict (supplier_order_id) do nothing
   returning supplier_order_id, organisation_id, amount_fen`,
);

/** Which of these parts stand on an organisation's account, on terms or paid first by transfer, and whose; the others were paid through the provider. */
export const partsOnAccount = statement<{ supplier_order_id: string; organisation_id: string }>(
  'ordering.parts_on_account',
  `select part.id as supplier_order_id, purchase.organisation_id
     from ordering.supplier_order part join ordering.purchase_order purchase on purchase.order_id = part.order_id
    where part.id = any ($1::uuid[])
      and (purchase.terms ->> 'payment' = 'onTerms' or exists (select from ordering.receivable owed where owed.supplier_order_id = part.id))
    order by part.id`,
);

/**
 * The order of purchase $1 of organisation $2 where it is paid first, stands in one of the states $3 in which it may be, and what is
 * to the organisation's credit is enough for it; held. The account is held already, so nobody else uses the credit.
 */
export const payableAhead = statement<{ id: string }>(
  'ordering.payable_ahead',
  `select placed.id
     from ordering.purchase_order purchase join ordering.customer_order placed on placed.id = purchase.order_id
    where purchase.id = $1 and purchase.organisation_id = $2 and purchase.terms ->> 'payment' = 'payFirst'
      and placed.state = any ($3::text[])
      and placed.amount_fen <= (select coalesce(sum(balance.balance_fen), 0)
                                  from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
                                 where account.code = 'buyerCredit' and account.owner_id = $2)
      for update of placed`,
);

/** Bills every part of order $1 at $2, due on that day (Asia/Shanghai). */
export const billAhead = statement<OpenedReceivable>(
  'ordering.bill_ahead',
  `insert into ordering.receivable (supplier_order_id, organisation_id, purchase_order_id, amount_fen, accepted_at, due_on)
   select part.id, purchase.organisation_id, purchase.id, part.amount_fen, $2, ($2 at time zone 'Asia/Shanghai')::date
     from ordering.supplier_order part join ordering.purchase_order purchase on purchase.order_id = part.order_id
    where part.order_id = $1
    order by part.id
   returning supplier_order_id, organisation_id, amount_fen`,
);

/** Of these orders those that were paid by transfer: a payment through the provider was made for them a second time. */
export const paidByTransferAmong = statement<{ id: string }>(
  'ordering.paid_by_transfer_among',
  `select placed.id from ordering.customer_order placed
    where placed.id = any ($1::uuid[]) and placed.state = 'paid'
      and exists (select from ordering.purchase_order purchase join ordering.receivable billed on billed.purchase_order_id = purchase.id
                   where purchase.order_id = placed.id and purchase.terms ->> 'payment' = 'payFirst')`,
);

/** Orders paid by transfer in the 30 days before $1 for which a payment through the provider is still open; at most $2. */
export const paidElsewhere = statement<{ id: string }>(
  'ordering.paid_elsewhere',
  `select placed.id
     from payment.payment_v paying join ordering.customer_order placed on placed.id = paying.order_id
    where paying.state in ('created', 'unknown', 'awaitingBuyer', 'failed') and paying.created_at > $1::timestamptz - interval '33 days'
      and placed.state = 'paid' and placed.organisation_id is not null and placed.paid_at > $1::timestamptz - interval '30 days'
    order by placed.paid_at limit $2`,
);

export interface CreditedPart {
  supplier_order_id: string;
  organisation_id: string;
  /** Taken off what is still owed, and what had been paid and stands to the organisation's credit from now on. */
  owed_fen: bigint;
  paid_fen: bigint;
  note_id: string;
}

/** Takes credit notes off what is owed. $1 part, $2 kind and $3 id of the decision, $4 fen, $5 number of the note, one element each; $6 now. */
export const creditParts = statement<CreditedPart>(
  'ordering.credit_parts',
  `with note as (
     insert into ordering.credit_note (supplier_order_id, source_kind, source_id, amount_fen, number, made_at)
     select item.supplier_order_id, item.source_kind, item.source_id, item.amount_fen, item.number, $6
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::bigint[], $5::text[])
            as item (supplier_order_id, source_kind, source_id, amount_fen, number)
       join ordering.receivable owed using (supplier_order_id)
     on conflict (source_kind, source_id, supplier_order_id) do nothing
     returning id, supplier_order_id, amount_fen
   ), ahead as (
     select note.*, sum(note.amount_fen) over (partition by note.supplier_order_id order by note.id) - note.amount_fen as before
       from note
   ), split as (
     select ahead.id, ahead.supplier_order_id, owed.organisation_id,
            least(ahead.amount_fen, greatest(owed.open_fen - ahead.before, 0))::bigint as owed_fen,
            (ahead.amount_fen - least(ahead.amount_fen, greatest(owed.open_fen - ahead.before, 0)))::bigint as paid_fen
       from ahead join ordering.receivable owed using (supplier_order_id)
   ), taken as (
     update ordering.receivable
        set credited_fen = credited_fen + part.owed_fen, credited_paid_fen = credited_paid_fen + part.paid_fen
       from (select supplier_order_id, sum(owed_fen) as owed_fen, sum(paid_fen) as paid_fen from split group by 1) part
      where receivable.supplier_order_id = part.supplier_order_id
   )
   select supplier_order_id, organisation_id, owed_fen, paid_fen, id as note_id from split order by id`,
);

export interface UsedCredit {
  supplier_order_id: string;
  amount_fen: bigint;
}

/**
 * Uses what stands to an organisation's credit for what it owes: the named order first, then what is due soonest. $1 organisation,
 * $2 order or null, $3 transfer or null, $4 now. The account is held.
 */
export const useCredit = statement<UsedCredit>(
  'ordering.use_credit',
  `with held as (
     select coalesce(sum(balance.balance_fen), 0) as fen
       from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
      where account.code = 'buyerCredit' and account.owner_id = $1
   ), owed as (
     select supplier_order_id, open_fen,
            sum(open_fen) over (order by purchase_order_id is distinct from $2::uuid, due_on, supplier_order_id) - open_fen as before
       from ordering.receivable where organisation_id = $1 and open_fen > 0
   ), used as (
     select owed.supplier_order_id, least(owed.open_fen, held.fen - owed.before)::bigint as amount_fen
       from owed cross join held where held.fen > owed.before
   ), paid as (
     update ordering.receivable set paid_fen = paid_fen + used.amount_fen from used
      where receivable.supplier_order_id = used.supplier_order_id
   ), kept as (
     insert into ordering.receivable_payment (supplier_order_id, transfer_id, amount_fen, paid_at)
     select supplier_order_id, $3::uuid, amount_fen, $4 from used order by supplier_order_id
   )
   select supplier_order_id, amount_fen from used order by supplier_order_id`,
);

/**
 * Of what organisation $1 has paid, $2 fen are owed again, because transfer $3 never came: what it paid itself first, then what falls due
 * last. What of a part was paid and credited since stands to the credit, and is not taken twice. $4 now. The account is held.
 */
export const owePaidAgain = statement<UsedCredit>(
  'ordering.owe_paid_again',
  `with paid as (
     select owed.supplier_order_id, owed.paid_fen - owed.credited_paid_fen as fen,
            sum(owed.paid_fen - owed.credited_paid_fen) over (order by own.paid desc, owed.due_on desc, owed.supplier_order_id)
              - (owed.paid_fen - owed.credited_paid_fen) as before
       from ordering.receivable owed
      cross join lateral (select exists (select from ordering.receivable_payment paid_by
                                          where paid_by.supplier_order_id = owed.supplier_order_id and paid_by.transfer_id = $3) as paid) own
      where owed.organisation_id = $1 and owed.paid_fen > owed.credited_paid_fen
   ), again as (
     select supplier_order_id, least(fen, $2::bigint - before)::bigint as amount_fen from paid where before < $2::bigint
   ), owed as (
     update ordering.receivable set paid_fen = paid_fen - again.amount_fen from again
      where receivable.supplier_order_id = again.supplier_order_id
   ), kept as (
     insert into ordering.receivable_payment (supplier_order_id, transfer_id, amount_fen, paid_at)
     select supplier_order_id, $3::uuid, -amount_fen, $4 from again order by supplier_order_id
   )
   select supplier_order_id, amount_fen from again order by supplier_order_id`,
);

/** Orders on terms of organisation $1 that were paid in full and are not any more. */
export const oweOrders = statement<{ id: string }>(
  'ordering.owe_orders_on_terms',
  `update ordering.customer_order placed set state = 'onTerms', paid_at = null
    where placed.organisation_id = $1 and placed.state = 'paid'
      and exists (select from ordering.purchase_order purchase join ordering.receivable owed on owed.purchase_order_id = purchase.id
                   where purchase.order_id = placed.id and purchase.terms ->> 'payment' = 'onTerms' and owed.open_fen > 0)
   returning placed.id`,
);

/** Orders on terms of this organisation of which nothing is under way and nothing owed any more: they are paid. */
export const settleOrders = statement<{ id: string }>(
  'ordering.settle_orders_on_terms',
  `update ordering.customer_order placed set state = 'paid', paid_at = $2
    where placed.organisation_id = $1 and placed.state = 'onTerms'
      and exists (select from ordering.purchase_order purchase where purchase.order_id = placed.id
                     and purchase.terms ->> 'payment' = 'onTerms')
      and not exists (select from ordering.supplier_order part left join ordering.receivable owed on owed.supplier_order_id = part.id
                       where part.order_id = placed.id and part.state <> 'cancelled'
                         and (part.state in ('awaitingPayment', 'toShip', 'shipped') or coalesce(owed.open_fen, 1) > 0))
   returning placed.id`,
);

export interface ReceivableRow {
  supplier_order_id: string;
  accepted_at: Date;
  due_on: string;
  amount_fen: bigint;
  paid_fen: bigint;
  credited_fen: bigint;
  credited_paid_fen: bigint;
  open_fen: bigint;
}

export const receivablesOfPurchase = statement<ReceivableRow>(
  'ordering.receivables_of_purchase',
  `select supplier_order_id, accepted_at, due_on::text, amount_fen, paid_fen, credited_fen, credited_paid_fen, open_fen
     from ordering.receivable where purchase_order_id = $1 order by accepted_at, supplier_order_id`,
);

export interface CreditNoteRow {
  id: string;
  number: string;
  supplier_order_id: string;
  amount_fen: bigint;
  made_at: Date;
}

export const creditNotesOfPurchase = statement<CreditNoteRow>(
  'ordering.credit_notes_of_purchase',
  `select note.id, note.number, note.supplier_order_id, note.amount_fen, note.made_at
     from ordering.credit_note note join ordering.receivable owed using (supplier_order_id)
    where owed.purchase_order_id = $1 order by note.made_at, note.id`,
);
