import { statement } from '@xihuo/platform';
import type { machines } from '@xihuo/contract';

export interface PaymentRow {
  id: string;
  order_id: string;
  provider: string;
  provider_payment: string | null;
  state: machines.PaymentState;
  amount_fen: bigint;
  action: unknown;
  created_at: Date;
}

const PAYMENT = `payment.id, payment.order_id, payment.provider, payment.provider_payment, payment.state, payment.amount_fen, payment.action,
   payment.created_at`;

/** It brought the order's money, and that is not owed back. */
const KEPT = "state = 'captured' and refund_due_at is null";

/** How an order's payment stands: the attempt that brought its money, else the last one. */
const STANDS = `order by ${KEPT} desc, attempt desc limit 1`;

/**
 * The order's payment: found as it stands, or, where there is none or the last was called off, made as its next attempt; also where a
 * neighbour makes it at this moment.
 */
export const openPaymentSql = statement<PaymentRow>(
  'payment.open',
  `with standing as (
     select ${PAYMENT} from payment.payment where order_id = $1 and state <> 'cancelled' ${STANDS}
   ), opened as (
     insert into payment.payment (order_id, provider, amount_fen, created_at, order_number, attempt)
     select $1, $2, $3, $4, $5, coalesce((select max(attempt) from payment.payment where order_id = $1), 0) + 1
      where not exists (select from standing)
     on conflict (order_id, attempt) do update set order_id = excluded.order_id
     returning ${PAYMENT}
   )
   select * from standing union all select * from opened`,
);

export const insertLegs = statement(
  'payment.insert_legs',
  `insert into payment.leg (payment_id, supplier_order_id, supplier_id, amount_fen)
   select $1, supplier_order_id, supplier_id, amount_fen
     from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as item (supplier_order_id, supplier_id, amount_fen)
   on conflict do nothing`,
);

/** Before a call that makes a payment: until it is answered, or was found, it may be there. */
export const markCalled = statement('payment.mark_called', 'update payment.payment set called_at = $2 where id = $1');

/** A payment that the provider was asked to make within the last two minutes of business time, and of which it has not told the name. */
export const justCalled = statement<{ id: string }>(
  'payment.just_called',
  `select id from payment.payment
    where id = $1 and provider_payment is null and called_at > platform.business_now() - interval '2 minutes'`,
);

/** What the provider answered to our call; of another payment than the one we know of it tells nothing. A payment that a webhook moved on meanwhile stays where it is. */
export const recordOffer = statement(
  'payment.record_offer',
  `update payment.payment
      set state = case when state = any ($4::text[]) then 'awaitingBuyer' else state end,
          provider_payment = coalesce(provider_payment, $2), action = $3::jsonb, asked_at = $5
    where id = $1 and coalesce(provider_payment, $2) = $2`,
);

export const recordLost = statement(
  'payment.record_lost',
  `update payment.payment set state = 'unknown', asked_at = $2 where id = $1 and state = any ($3::text[])`,
);

export const findPayment = statement<PaymentRow>(
  'payment.find',
  `select ${PAYMENT} from payment.payment where id = $1`,
);
export const findPaymentOfOrder = statement<PaymentRow>(
  'payment.find_of_order',
  `select ${PAYMENT} from payment.payment where order_id = $1 ${STANDS}`,
);

export interface LegRow {
  payment_id: string;
  order_id: string;
  supplier_order_id: string;
  amount_fen: bigint;
  /** Of a payment that brings the order's money a second time: owed back. */
  surplus: boolean;
}

/** All payments of the orders these belong to: of two that bring an order's money one comes first. */
export const holdAttempts = statement(
  'payment.hold_attempts',
  `select id from payment.payment
    where order_id in (select order_id from payment.payment where id = any ($1::uuid[])) order by id for update`,
);

/**
 * The provider says that these payments are captured. Believed only where payment, order, amount and reference are ours
 * and agree; answers the legs of those that really moved, so that each is booked once whoever brings the news. The money of an order
 * that has been paid by another of its payments is owed back from the start.
 */
export const captureClaimed = statement<LegRow>(
  'payment.capture_claimed',
  `with claim as (
     select distinct on (payment_id) * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[])
       as item (payment_id, order_id, provider_payment, amount_fen)
   ), believed as (
     select payment.id, claim.provider_payment, row_number() over (partition by payment.order_id order by attempt) as place
       from claim join payment.payment on payment.id = claim.payment_id
      where payment.order_id = claim.order_id and payment.amount_fen = claim.amount_fen
        and coalesce(payment.provider_payment, claim.provider_payment) = claim.provider_payment
        and payment.state = any ($6::text[])
   ), moved as (
     update payment.payment
        set state = 'captured', captured_at = $5, provider_payment = believed.provider_payment,
            refund_due_at = case
              when believed.place > 1
                or exists (select from payment.payment kept where kept.order_id = payment.order_id and ${KEPT}) then $5::timestamptz end
       from believed where payment.id = believed.id
     returning payment.id, payment.order_id, payment.refund_due_at is not null as surplus
   )
   select moved.id as payment_id, moved.order_id, leg.supplier_order_id, leg.amount_fen, moved.surplus
     from moved join payment.leg on leg.payment_id = moved.id
    order by leg.supplier_order_id`,
);

/** Failed attempts and cancellations: same questions, no money. What failed is there to be paid, and known by its name from then on. */
export const moveClaimed = statement<{ id: string }>(
  'payment.move_claimed',
  `update payment.payment
      set state = $3, provider_payment = case when $3 = 'failed' then claim.provider_payment else payment.provider_payment end
     from unnest($1::uuid[], $2::text[]) as claim (payment_id, provider_payment)
    where payment.id = claim.payment_id and coalesce(payment.provider_payment, claim.provider_payment) = claim.provider_payment
      and payment.state = any ($4::text[])
   returning payment.id`,
);

/**
 * The provider has refused to make it: there is nothing that could be paid. $3 the states from which it may fail.
 */
export const recordRefused = statement(
  'payment.record_refused',
  `update payment.payment set state = 'failed', called_at = null, asked_at = $2
    where id = $1 and provider_payment is null and state = any ($3::text[])`,
);

/**
 * Payments nobody has heard of for a while; taken by one poller at a time. An order ends by cancelling its payment, so that what waits
 * here may still be paid, however old it is; after two days it is asked about less often.
 */
export const staleOnes = statement<PaymentRow>(
  'payment.stale_ones',
  `update payment.payment set asked_at = $1
    where id = any(array(select id from payment.payment
                  where state in ('created', 'awaitingBuyer', 'unknown', 'failed') and provider = $3
                    and coalesce(asked_at, created_at) < $1::timestamptz
                          - case when created_at > $1::timestamptz - interval '2 days' then interval '20 seconds'
                                 else interval '10 minutes' end
                  order by asked_at nulls first, id limit $2 for update skip locked))
   returning ${PAYMENT}`,
);

export interface MerchantRow {
  supplier_id: string;
  provider_account: string;
}

export const findMerchants = statement<MerchantRow>(
  'payment.find_merchants',
  `select supplier_id, provider_account from payment.merchant
    where provider = $1 and supplier_id = any ($2::uuid[])`,
);

/** What the provider said of its merchants, $4 when (null: just now, when asked), the newest of each; an older word that comes late changes nothing. */
export const moveMerchants = statement<{ provider_account: string | null }>(
  'payment.move_merchants',
  `update payment.merchant set state = word.state, told_at = word.told_at, updated_at = $5
     from (select distinct on (provider_account) provider_account, state, coalesce(told_at, clock_timestamp()) as told_at
             from unnest($2::text[], $3::text[], $4::timestamptz[]) as item (provider_account, state, told_at)
            order by provider_account, told_at desc nulls first) word
    where merchant.provider = $1 and merchant.provider_account = word.provider_account
      and (merchant.told_at is null or merchant.told_at <= word.told_at)
   returning case when old.state <> new.state then merchant.provider_account end as provider_account`,
);

export const keepMerchants = statement(
  'payment.keep_merchants',
  `insert into payment.merchant (supplier_id, provider, provider_account, state, updated_at)
   select supplier_id, $1, provider_account, state, $5
     from unnest($2::uuid[], $3::text[], $4::text[]) as item (supplier_id, provider_account, state)
   on conflict (supplier_id) do update
     set provider = excluded.provider, provider_account = excluded.provider_account, state = excluded.state,
         updated_at = excluded.updated_at`,
);
