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
}

const PAYMENT =
  'payment.id, payment.order_id, payment.provider, payment.provider_payment, payment.state, payment.amount_fen, payment.action';

/** The order's one payment: made now, or found as it stands, also where a neighbour makes it at this moment. */
export const openPaymentSql = statement<PaymentRow>(
  'payment.open',
  `insert into payment.payment (order_id, provider, amount_fen, created_at) values ($1, $2, $3, $4)
   on conflict (order_id) do update set order_id = excluded.order_id
   returning ${PAYMENT}`,
);

export const insertLegs = statement(
  'payment.insert_legs',
  `insert into payment.leg (payment_id, supplier_order_id, supplier_id, amount_fen)
   select $1, supplier_order_id, supplier_id, amount_fen
     from unnest($2::uuid[], $3::uuid[], $4::bigint[]) as item (supplier_order_id, supplier_id, amount_fen)
   on conflict do nothing`,
);

/** What the provider answered to our call; a payment that a webhook moved on meanwhile stays where it is. */
export const recordOffer = statement(
  'payment.record_offer',
  `update payment.payment
      set state = case when state = any ($4::text[]) then 'awaitingBuyer' else state end,
          provider_payment = coalesce(provider_payment, $2), action = $3::jsonb, asked_at = $5
    where id = $1`,
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
  `select ${PAYMENT} from payment.payment where order_id = $1`,
);

export interface LegRow {
  payment_id: string;
  order_id: string;
  supplier_order_id: string;
  amount_fen: bigint;
}

/**
 * The provider says that these payments are captured. Believed only where payment, order, amount and reference are ours
 * and agree; answers the legs of those that really moved, so that each is booked once whoever brings the news.
 */
export const captureClaimed = statement<LegRow>(
  'payment.capture_claimed',
  `with claim as (
     select distinct on (payment_id) * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::bigint[])
       as item (payment_id, order_id, provider_payment, amount_fen)
   ), moved as (
     update payment.payment set state = 'captured', captured_at = $5, provider_payment = claim.provider_payment
       from claim
      where payment.id = claim.payment_id and payment.order_id = claim.order_id and payment.amount_fen = claim.amount_fen
        and coalesce(payment.provider_payment, claim.provider_payment) = claim.provider_payment
        and payment.state = any ($6::text[])
     returning payment.id, payment.order_id
   )
   select moved.id as payment_id, moved.order_id, leg.supplier_order_id, leg.amount_fen
     from moved join payment.leg on leg.payment_id = moved.id
    order by leg.supplier_order_id`,
);

/** Failed attempts and cancellations: same questions, no money. */
export const moveClaimed = statement<{ id: string }>(
  'payment.move_claimed',
  `update payment.payment set state = $3
     from unnest($1::uuid[], $2::text[]) as claim (payment_id, provider_payment)
    where payment.id = claim.payment_id and coalesce(payment.provider_payment, claim.provider_payment) = claim.provider_payment
      and payment.state = any ($4::text[])
   returning payment.id`,
);

/** Payments nobody has heard of for a while; taken by one poller at a time. */
export const staleOnes = statement<PaymentRow>(
  'payment.stale_ones',
  `update payment.payment set asked_at = $1
    where id in (select id from payment.payment
                  where state in ('created', 'awaitingBuyer', 'unknown', 'failed') and provider = $3
                    and coalesce(asked_at, created_at) < $1::timestamptz - interval '20 seconds'
                    and created_at > $1::timestamptz - interval '2 days'
                  order by asked_at nulls first, id limit $2 for update skip locked)
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
