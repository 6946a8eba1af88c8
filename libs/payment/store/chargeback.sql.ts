import { statement } from '@xihuo/platform';
import { OR_AGAIN, type FoundRow } from './bill.sql';

export interface ChargebackRow {
  ref: string;
  state: 'open' | 'won' | 'lost';
  amount_fen: bigint;
}

/**
 * Keeps what the provider $1 said of payments that are taken back: ref $2, payment as it names it $3, fen $4, state $5 and when it was
 * said $6, one element each; $7 now. An older word changes nothing, nor does any after the end. Answers those that are new or moved.
 */
export const keepChargebacks = statement<ChargebackRow>(
  'payment.keep_chargebacks',
  `insert into payment.chargeback as known (provider, ref, payment_id, amount_fen, state, told_at, opened_at)
   select distinct on (item.ref) $1, item.ref, paid.id, item.fen, item.state, item.told_at, $7
     from unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::timestamptz[]) as item (ref, payment, fen, state, told_at)
     join payment.payment paid on paid.provider = $1 and paid.provider_payment = item.payment
    order by item.ref, item.state = 'open', item.told_at desc
   on conflict (provider, ref) do update set amount_fen = excluded.amount_fen, state = excluded.state, told_at = excluded.told_at
    where known.state = 'open' and (excluded.state <> 'open' or known.told_at < excluded.told_at)
   returning known.ref, known.state, known.amount_fen`,
);

/** Each of the chargebacks $2 is a case from now ($3) on, before any bill tells of it. */
export const openChargebacks = statement<FoundRow>(
  'payment.open_chargebacks',
  `with opened as (
     insert into payment.difference (provider, subject, kind, here_fen, there_fen, business_date, payment_id, order_id, opened_at)
     select $1, 'dispute:' || back.ref, 'missingHere', 0, -back.amount_fen, ($3::timestamptz at time zone 'Asia/Shanghai')::date,
            paid.id, paid.order_id, $3
       from payment.chargeback back join payment.payment paid on paid.id = back.payment_id
      where back.provider = $1 and back.ref = any ($2::text[]) and back.state = 'open' order by back.ref
     ${OR_AGAIN}
   ), steps as (
     insert into payment.difference_step (difference_id, event, state, here_fen, there_fen, at)
     select id, event, state, here_fen, there_fen, $3 from opened where event is not null
   )
   select id, event from opened where event is not null`,
);

/** What was won is no difference any more, and what was lost stands in the books: their cases close. */
export const closeChargebacks = statement<FoundRow>(
  'payment.close_chargebacks',
  `with healed as (
     update payment.difference
        set state = 'closed', closed_at = $3, closed_how = 'healed', row_version = row_version + 1
      where provider = $1 and subject = any (select 'dispute:' || ref from unnest($2::text[]) ref) and state <> 'closed'
     returning id, state, here_fen, there_fen
   ), steps as (
     insert into payment.difference_step (difference_id, event, state, here_fen, there_fen, at)
     select id, 'heal', state, here_fen, there_fen, $3 from healed
   )
   select id, 'heal' as event from healed`,
);
