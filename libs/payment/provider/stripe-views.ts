import { money, must } from '@xihuo/kernel';
import type Stripe from 'stripe';
import { mustReleaseBy } from '../rules/leg-room';
import type { ProviderState } from '../rules/provider-state';
import type { BillLine, CombinedPayment, Merchant, RefundState } from './payment-provider';
import { readLegs } from './stripe-metadata';

/** Stripe's objects as the port's plain values. */
const fromSeconds = (seconds: number): Date => new Date(seconds * 1_000);

const stateOf: Partial<Record<Stripe.PaymentIntent.Status, ProviderState>> = {
  requires_payment_method: 'awaitingBuyer',
  requires_confirmation: 'awaitingBuyer',
  requires_action: 'awaitingBuyer',
  processing: 'processing',
  succeeded: 'captured',
  canceled: 'cancelled',
};

/** `toldAt`: an event names the charge only; it was sent when the charge was made. */
export function toPayment(intent: Stripe.PaymentIntent, toldAt: Date | null = null): CombinedPayment {
  const charge = typeof intent.latest_charge === 'object' ? intent.latest_charge : null;
  const isFailed = intent.status === 'requires_payment_method' && intent.last_payment_error !== null;
  const state = isFailed ? 'failed' : stateOf[intent.status];
  must(state, `a payment of ours is never ${intent.status}`);
  must(intent.currency === 'cny', 'a payment of ours is in CNY');
  const chargedAt = charge ? fromSeconds(charge.created) : toldAt;
  const capturedAt = state === 'captured' ? chargedAt : null;
  return {
    paymentRef: intent.id,
    paymentId: intent.metadata.payment_id ?? '',
    orderId: intent.metadata.order_id ?? '',
    state,
    amountFen: money.fen(intent.amount),
    capturedFen: money.fen(state === 'captured' ? intent.amount_received : 0),
    currency: 'CNY',
    legs: readLegs(intent.metadata),
    capturedAt,
    releaseBy: capturedAt && mustReleaseBy(capturedAt),
  };
}

export function toMerchant(account: Stripe.Account): Merchant {
  const transfers = account.capabilities?.transfers;
  return {
    merchantRef: account.id,
    state: transfers === 'active' ? 'open' : transfers === 'pending' ? 'pending' : 'restricted',
    name: account.company?.name ?? account.business_profile?.name ?? null,
    missing: account.requirements?.currently_due ?? [],
  };
}

export function toRefundState(status: string | null): RefundState {
  if (status === 'succeeded') return 'succeeded';
  return status === 'failed' || status === 'canceled' ? 'failed' : 'pending';
}

export function idOf(reference: string | { id: string } | null | undefined): string | null {
  return typeof reference === 'string' ? reference : (reference?.id ?? null);
}

const billKinds: Partial<Record<string, BillLine['kind']>> = {
  charge: 'payment',
  payment: 'payment',
  refund: 'refund',
  payment_refund: 'refund',
  refund_failure: 'refundFailure',
  payment_failure_refund: 'refundFailure',
  transfer: 'transfer',
  transfer_refund: 'transferReversal',
  // What Stripe takes for its work, and what it pays out of our balance to our own account.
  ...Object.fromEntries(
    ['stripe_fee', 'stripe_fx_fee', 'tax_fee', 'network_cost', 'payout', 'payout_cancel', 'payout_failure'].map(
      (type) => [type, 'other' as const],
    ),
  ),
};

/** Charges carry the metadata of their payment, refunds their own; a chargeback names the payment it takes back. */
function namedBy(
  source: Stripe.BalanceTransaction['source'],
): Pick<BillLine, 'paymentRef' | 'paymentId' | 'refundKey'> {
  if (
    typeof source !== 'object' ||
    source === null ||
    (source.object !== 'charge' && source.object !== 'refund' && source.object !== 'dispute')
  )
    return { paymentRef: null, paymentId: null, refundKey: null };
  return {
    paymentRef: idOf(source.payment_intent),
    paymentId: source.object === 'charge' ? (source.metadata.payment_id ?? null) : null,
    refundKey: source.object === 'refund' ? (source.metadata?.refund_id ?? null) : null,
  };
}

export function toBillLine(line: Stripe.BalanceTransaction): BillLine {
  return {
    ref: line.id,
    kind: billKinds[line.type] ?? 'adjustment',
    amountFen: money.fen(line.amount),
    feeFen: money.fen(line.fee),
    sourceRef: idOf(line.source),
    ...namedBy(line.source),
    at: fromSeconds(line.created),
  };
}
