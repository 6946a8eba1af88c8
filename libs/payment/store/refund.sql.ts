import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

export interface RefundableLeg {
  supplier_order_id: string;
  payment_id: string;
  amount_fen: bigint;
  refund_fen: bigint;
}

/**
 * Captured legs of parts with what is promised back of them, locked in the order of their ids: two refunds of one order come one after
 * the other. Of a part whose order was paid twice the leg that is kept comes last.
 */
export const lockLegs = statement<RefundableLeg>(
  'payment.lock_legs',
  `select leg.supplier_order_id, leg.payment_id, leg.amount_fen, leg.refund_fen
     from payment.leg join payment.payment on payment.id = leg.payment_id and payment.state = 'captured'
    where leg.supplier_order_id = any ($1::uuid[])
    order by leg.supplier_order_id, payment.refund_due_at is null, leg.payment_id for update of leg`,
);

export interface RefundRow {
  id: string;
  payment_id: string;
  supplier_order_id: string;
  amount_fen: bigint;
  source_kind: string;
  source_id: string;
  state: machines.RefundState;
  attempt: number;
}

const REFUND = `refund.id, refund.payment_id, refund.supplier_order_id, refund.amount_fen, refund.source_kind, refund.source_id,
  refund.state, refund.attempt`;

export const findRefunds = statement<RefundRow>(
  'payment.find_refunds',
  `select ${REFUND} from payment.refund
     join unnest($1::text[], $2::uuid[], $3::uuid[]) as item (source_kind, source_id, supplier_order_id)
       on (refund.source_kind, refund.source_id, refund.supplier_order_id) = (item.source_kind, item.source_id, item.supplier_order_id)
    order by refund.id`,
);

/** Writes intents and counts them on their legs; the leg's own constraint refuses more than was captured. */
export const insertRefunds = statement<RefundRow>(
  'payment.insert_refunds',
  `with new as (
     insert into payment.refund (payment_id, supplier_order_id, amount_fen, source_kind, source_id, requested_at)
     select payment_id, supplier_order_id, amount_fen, source_kind, source_id, $5
       from unnest($6::uuid[], $1::uuid[], $2::bigint[], $3::text[], $4::uuid[])
         as item (payment_id, supplier_order_id, amount_fen, source_kind, source_id)
     returning ${REFUND.replaceAll('refund.', '')}
   ), counted as (
     update payment.leg set refund_fen = refund_fen + wanted.fen
       from (select payment_id, supplier_order_id, sum(amount_fen)::bigint as fen from new group by 1, 2) wanted
      where (leg.payment_id, leg.supplier_order_id) = (wanted.payment_id, wanted.supplier_order_id)
   )
   select * from new order by id`,
);

export interface RefundToSend extends RefundRow {
  provider_payment: string;
}

/** Seconds after which an answer that did not come is asked for again. */
const STALE = "interval '30 seconds'";

/**
 * Takes refunds that are to be sent, those not asked about for longest first: new ones, those whose answer never came, and failed
 * ones whose time has come again, under the next attempt. Marked before the provider is asked; one worker at a time takes one.
 */
export const takeRefunds = statement<RefundToSend>(
  'payment.take_refunds',
  `with taken as (
     update payment.refund
        set state = 'sent', asked_at = $1, attempt = attempt + case when state = 'failed' then 1 else 0 end,
            try_again_at = null, failure = case when state = 'failed' then null else failure end,
            ended_at = null
      where id = any(array(select refund.id from payment.refund join payment.payment on payment.id = refund.payment_id
                    where payment.provider = $3
                      and (refund.state = 'requested'
                           or (refund.state in ('sent', 'unknown') and refund.asked_at < $1::timestamptz - ${STALE})
                           or (refund.state = 'failed' and refund.try_again_at <= $1))
                    order by refund.asked_at nulls first, refund.id limit $2 for update of refund skip locked))
     returning ${REFUND}
   )
   select taken.*, payment.provider_payment from taken join payment.payment on payment.id = taken.payment_id order by taken.id`,
);

export const markLost = statement(
  'payment.mark_refunds_lost',
  `update payment.refund set state = 'unknown'
     from unnest($1::uuid[], $2::integer[]) as item (id, attempt)
    where refund.id = item.id and refund.attempt = item.attempt and refund.state = any ($3::text[])`,
);

export interface MovedRefund extends RefundRow {
  order_id: string;
  /** Booked as gone before this; a failure takes that back. */
  was: machines.RefundState;
}

/**
 * Refunds the provider says have ended, in this attempt, or by the earlier one that was found to have paid them, and of this amount;
 * answers those that really moved. $6 is the state they end in, $7 the states from which they may. Failed ones are tried again, later each time, at most a day.
 */
export const endRefunds = statement<MovedRefund>(
  'payment.end_refunds',
  `with claim as (
     select distinct on (id) * from unnest($1::uuid[], $2::integer[], $3::text[], $4::bigint[], $5::text[])
       as item (id, attempt, provider_refund, amount_fen, failure)
   ), standing as (
     select refund.id, refund.state as was from payment.refund join claim using (id)
      where (refund.attempt = claim.attempt or refund.provider_refund = claim.provider_refund)
        and refund.amount_fen = claim.amount_fen and refund.state = any ($7::text[])
        and coalesce(refund.provider_refund, claim.provider_refund) is not distinct from claim.provider_refund
      order by refund.id for update of refund
   )
   update payment.refund
      set state = $6, ended_at = $8, failure = claim.failure,
          provider_refund = case when $6 = 'failed' then null else claim.provider_refund end,
          try_again_at = case when $6 = 'failed'
            then $8::timestamptz + least(interval '1 minute' * (2 ^ least(refund.attempt, 11)), interval '1 day') end
     from standing join claim using (id) join payment.payment on true
    where refund.id = standing.id and payment.id = refund.payment_id
   returning ${REFUND}, payment.order_id, standing.was`,
);

/** The provider's own sums, the same however often it is asked. */
export const keepRecovered = statement(
  'payment.keep_recovered',
  `update payment.refund set recovered_fen = item.recovered_fen, shortfall_fen = item.shortfall_fen
     from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as item (id, recovered_fen, shortfall_fen) where refund.id = item.id`,
);

/** Captured payments whose orders cannot take them any more: marked, and what is left of each leg answered, locked. */
export const oweBack = statement<{ id: string; order_id: string }>(
  'payment.owe_back',
  `update payment.payment set refund_due_at = $2
    where order_id = any ($1::uuid[]) and state = 'captured' and refund_due_at is null returning id, order_id`,
);

export const legsLeft = statement<{ payment_id: string; supplier_order_id: string; left_fen: bigint }>(
  'payment.legs_left',
  `select payment_id, supplier_order_id, amount_fen - refund_fen as left_fen from payment.leg
    where payment_id = any ($1::uuid[]) and amount_fen > refund_fen order by supplier_order_id for update`,
);

/** Payments of which everything that was owed back is back. */
export const markRefunded = statement<{ id: string }>(
  'payment.mark_refunded',
  `update payment.payment set refunded_at = $2
    where id = any ($1::uuid[]) and refunded_at is null and refund_due_at is not null
      and not exists (select from payment.refund where refund.payment_id = payment.id and refund.source_kind = 'unmatched'
                        and refund.state <> 'succeeded')
   returning id`,
);

/** Money that came back to us after all: owed again. */
export const markOwedAgain = statement(
  'payment.mark_owed_again',
  'update payment.payment set refunded_at = null where id = any ($1::uuid[])',
);
