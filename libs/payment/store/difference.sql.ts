import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface BillDayRow {
  day: string;
  read_at: Date;
  lines: number;
  payments_fen: bigint;
  refunds_fen: bigint;
  other_fen: bigint;
  fees_fen: bigint;
  found: number;
  open: number;
}

export const billDays = statement<BillDayRow>(
  'payment.bill_days',
  `select to_char(bill_day.day, 'YYYY-MM-DD') as day, read_at, lines, payments_fen, refunds_fen, other_fen, fees_fen,
          count(difference.id)::integer as found, (count(*) filter (where difference.state <> 'closed'))::integer as open
     from (select * from payment.bill_day where provider = $1 and ($2::date is null or day < $2) and ($3::date is null or day = $3)
            order by day desc limit $4) bill_day
     left join payment.difference on difference.provider = $1 and difference.business_date = bill_day.day
    group by bill_day.day, read_at, lines, payments_fen, refunds_fen, other_fen, fees_fen
    order by bill_day.day desc`,
);

export interface DifferenceRow {
  id: string;
  provider: string;
  subject: string;
  kind: machines.DifferenceKind;
  state: machines.DifferenceState;
  here_fen: bigint;
  there_fen: bigint;
  day: string;
  payment_id: string | null;
  refund_id: string | null;
  order_id: string | null;
  order_number: string | null;
  opened_at: Date;
  owner_id: string | null;
  owner_name: string | null;
  told_by: string | null;
  closed_at: Date | null;
  closed_how: 'healed' | 'person' | null;
  row_version: number;
}

const DIFFERENCE = `difference.id, difference.provider, difference.subject, difference.kind, difference.state, difference.here_fen,
  difference.there_fen, to_char(difference.business_date, 'YYYY-MM-DD') as day, difference.payment_id, difference.refund_id,
  difference.order_id, (select max(paid.order_number) from payment.payment paid where paid.order_id = difference.order_id) as order_number,
  difference.opened_at, difference.owner_id, owner.display_name as owner_name, difference.told_by,
  difference.closed_at, difference.closed_how, difference.row_version
  from payment.difference left join identity.person_v owner on owner.id = difference.owner_id`;

/** $2: closed ones or those that wait; $3 one owner's; $4 of one day. The newest first. */
export const listDifferences = statement<DifferenceRow>(
  'payment.list_differences',
  `select ${DIFFERENCE}
    where provider = $1 and (state = 'closed') = $2 and ($3::uuid is null or owner_id = $3)
      and ($4::date is null or business_date = $4) and ($5::uuid is null or difference.id < $5)
    order by difference.id desc limit $6`,
);

/** How far everything that is not closed is apart, of all providers, until a day. */
export const openUntil = statement<{ fen: bigint; differences: number }>(
  'payment.open_until',
  `select coalesce(sum(abs(here_fen - there_fen)), 0)::bigint as fen, count(*)::integer as differences
     from payment.difference where state <> 'closed' and business_date <= $1::date`,
);

export const findDifference = statement<DifferenceRow>(
  'payment.find_difference',
  `select ${DIFFERENCE} where difference.id = $1 and provider = $2`,
);

export const lockDifference = statement<DifferenceRow>(
  'payment.lock_difference',
  `select ${DIFFERENCE} where difference.id = $1 and provider = $2 for update of difference`,
);

export const billOf = statement<{
  ref: string;
  kind: string;
  amount_fen: bigint;
  fee_fen: bigint;
  day: string;
  happened_at: Date;
  gone_at: Date | null;
}>(
  'payment.bill_of',
  `select ref, kind, amount_fen, fee_fen, to_char(day, 'YYYY-MM-DD') as day, happened_at, gone_at
     from payment.bill_line where provider = $1 and subject = $2 order by happened_at, ref limit 50`,
);

export const paymentOf = statement<{
  id: string;
  state: string;
  amount_fen: bigint;
  captured_at: Date | null;
  provider_payment: string | null;
}>(
  'payment.payment_of_difference',
  `select id, state, amount_fen, captured_at, provider_payment from payment.payment where id = $1`,
);

export const refundOf = statement<{
  id: string;
  state: string;
  amount_fen: bigint;
  ended_at: Date | null;
  provider_refund: string | null;
}>(
  'payment.refund_of_difference',
  `select id, state, amount_fen, ended_at, provider_refund from payment.refund where id = $1`,
);

/** What the books have of the parts the payment, or the leg, is of. */
export const booksOf = statement<{ group_id: string; code: string; amount_fen: bigint; day: string }>(
  'payment.books_of_difference',
  `select group_id, code, amount_fen, to_char(business_date, 'YYYY-MM-DD') as day
     from ledger.transfer_v
    where source_kind = 'supplierOrder' and code in ('payment.capture', 'payment.refund', 'payment.refundFailed')
      and source_id in (select supplier_order_id from payment.leg where payment_id = $1)
    order by id limit 100`,
);

export const stepsOf = statement<{
  event: string;
  state: machines.DifferenceState;
  by_name: string | null;
  note: string | null;
  here_fen: bigint;
  there_fen: bigint;
  at: Date;
}>(
  'payment.steps_of_difference',
  `select event, state, person.display_name as by_name, note, here_fen, there_fen, at
     from payment.difference_step left join identity.person_v person on person.id = by_person
    where difference_id = $1 order by difference_step.id limit 200`,
);

/** Compare-and-set by the version that was read: $3 the event, $4 the state it leads to, $5 by whom. */
export const moveDifference = statement<{ id: string }>(
  'payment.move_difference',
  `update payment.difference
      set state = $4, row_version = row_version + 1,
          owner_id = case $3 when 'assign' then $5::uuid else owner_id end,
          told_by = case when $3 in ('explain', 'repair') then $5::uuid when $3 = 'assign' then null else told_by end,
          closed_at = case $3 when 'close' then $6::timestamptz end,
          closed_how = case $3 when 'close' then 'person' end, closed_by = case $3 when 'close' then $5::uuid end
    where id = $1 and row_version = $2 returning id`,
);

export const keepStep = statement(
  'payment.keep_difference_step',
  `insert into payment.difference_step (difference_id, event, state, by_person, note, here_fen, there_fen, at)
   select id, $2, $3, $4, $5, here_fen, there_fen, $6 from payment.difference where id = $1`,
);

/** Everybody of finance. */
export const financePeople = statement<{ person_id: string }>(
  'payment.finance_people',
  `select distinct person_id from identity.role_grant_v where role = 'finance' order by person_id`,
);
