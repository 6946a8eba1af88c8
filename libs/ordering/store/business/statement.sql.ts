import { statement } from '@xihuo/platform';

export interface EntryRow {
  kind: 'accepted' | 'credited' | 'transferred' | 'sentBack';
  id: string;
  at: Date;
  /** Microseconds since 1970, which with the id names a place in the statement. */
  micros: bigint;
  /** What it adds to what is owed; less than nothing for what lessens it. */
  fen: bigint;
  reference: string;
  about: string;
  due_on: string | null;
}

/** All that ever changed what an organisation owes: goods accepted, credit notes, transfers, and what of those was reversed or sent back. */
const ENTRY = `
  select 'accepted' as kind, owed.supplier_order_id as id, owed.accepted_at as at, owed.amount_fen as fen, purchase.number as reference,
         supplier.name_zh as about, owed.due_on::text as due_on
    from ordering.receivable owed
    join ordering.purchase_order purchase on purchase.id = owed.purchase_order_id
    join ordering.supplier_order part on part.id = owed.supplier_order_id
    join registry.organisation_v supplier on supplier.id = part.supplier_id
   where owed.organisation_id = $1
  union all
  select 'credited', note.id, note.made_at, -note.amount_fen, note.number, supplier.name_zh, null
    from ordering.credit_note note
    join ordering.receivable owed using (supplier_order_id)
    join ordering.supplier_order part on part.id = note.supplier_order_id
    join registry.organisation_v supplier on supplier.id = part.supplier_id
   where owed.organisation_id = $1
  union all
  select 'transferred', item.id, item.matched_at, -item.amount_fen, item.bank_reference, item.payer_name, null
    from ordering.bank_transfer item where item.organisation_id = $1
  union all
  select 'sentBack', back.id, back.decided_at, back.amount_fen, coalesce(item.bank_reference, back.bank_reference, ''), back.reason, null
    from ordering.transfer_return back left join ordering.bank_transfer item on item.id = back.transfer_id
   where back.organisation_id = $1 and back.state in ('approved', 'sent')`;

/** Of a month ($2 first instant, $3 first of the next), oldest first; $4 and $5 the place of the page before, or null; $6 how many. */
export const statementEntries = statement<EntryRow>(
  'ordering.business_statement_entries',
  `select entry.*, (extract(epoch from entry.at) * 1000000)::bigint as micros from (${ENTRY}) entry
    where entry.at >= $2 and entry.at < $3
      and ($4::bigint is null or ((extract(epoch from entry.at) * 1000000)::bigint, entry.id) > ($4::bigint, $5::uuid))
    order by micros, entry.id limit $6`,
);

export interface StatementSums {
  opening_fen: bigint;
  accepted_fen: bigint;
  credited_fen: bigint;
  transferred_fen: bigint;
}

export const statementSums = statement<StatementSums>(
  'ordering.business_statement_sums',
  `select coalesce(sum(fen) filter (where at < $2), 0)::bigint as opening_fen,
          coalesce(sum(fen) filter (where at >= $2 and kind = 'accepted'), 0)::bigint as accepted_fen,
          coalesce(-sum(fen) filter (where at >= $2 and kind = 'credited'), 0)::bigint as credited_fen,
          coalesce(-sum(fen) filter (where at >= $2 and kind in ('transferred', 'sentBack')), 0)::bigint as transferred_fen
     from (${ENTRY}) entry where at < $3`,
);
