import { money } from '@xihuo/kernel';
import Stripe from 'stripe';
import type { ProviderEvent } from './payment-provider';
import { WebhookRefused } from './provider-error';
import { idOf, toMerchant, toPayment, toRefundState } from './stripe-views';

const toleranceS = 300;

/** Only a message that Stripe signed over exactly these bytes, within five minutes, is read at all. */
export function readWebhook(
  stripe: Stripe,
  secret: string,
  rawBody: Buffer,
  signature: string,
  receivedAt?: Date,
): ProviderEvent {
  const event = verified(stripe, secret, rawBody, signature, receivedAt);
  try {
    return toProviderEvent(event);
  } catch (cause) {
    throw new WebhookRefused('malformed', cause);
  }
}

function verified(stripe: Stripe, secret: string, rawBody: Buffer, signature: string, receivedAt?: Date): Stripe.Event {
  try {
    return stripe.webhooks.constructEvent(rawBody, signature, secret, toleranceS, undefined, receivedAt?.getTime());
  } catch (cause) {
    if (!(cause instanceof Stripe.errors.StripeSignatureVerificationError))
      throw new WebhookRefused('malformed', cause);
    throw new WebhookRefused(/tolerance/.test(cause.message) ? 'tooOld' : 'badSignature', cause);
  }
}

function toProviderEvent(event: Stripe.Event): ProviderEvent {
  const head = { eventRef: event.id, at: new Date(event.created * 1_000) };
  switch (event.type) {
    case 'payment_intent.succeeded':
    case 'payment_intent.payment_failed':
    case 'payment_intent.canceled':
    case 'payment_intent.processing':
      // Another product of the same Stripe account may have payments too; ours name our payment.
      if (!event.data.object.metadata.payment_id) return { ...head, kind: 'other', type: event.type };
      return { ...head, kind: 'payment', payment: toPayment(event.data.object, head.at) };
    case 'charge.refunded': {
      const paymentRef = idOf(event.data.object.payment_intent);
      if (!paymentRef) return { ...head, kind: 'other', type: event.type };
      return { ...head, kind: 'refunded', paymentRef, refundedFen: money.fen(event.data.object.amount_refunded) };
    }
    case 'refund.created':
    case 'refund.updated':
    case 'refund.failed':
      return { ...head, ...refundEvent(event.data.object) };
    case 'transfer.created':
    case 'transfer.reversed':
    case 'transfer.updated':
      return { ...head, ...transferEvent(event.data.object) };
    case 'charge.dispute.created':
    case 'charge.dispute.updated':
    case 'charge.dispute.closed':
    case 'charge.dispute.funds_withdrawn':
    case 'charge.dispute.funds_reinstated':
      return { ...head, ...disputeEvent(event) };
    case 'account.updated':
      return { ...head, kind: 'merchant', merchant: toMerchant(event.data.object) };
    default:
      return { ...head, kind: 'other', type: event.type };
  }
}

/** An inquiry (`warning_…`) takes no money yet, and may become a chargeback; closed, it took none. */
function disputeEvent(event: { type: string; data: { object: Stripe.Dispute } }) {
  const { id, status, payment_intent: payment, amount } = event.data.object;
  const paymentRef = idOf(payment);
  if (paymentRef === null) return { kind: 'other' as const, type: event.type };
  const state = status === 'lost' ? 'lost' : status === 'won' || status === 'warning_closed' ? 'won' : 'open';
  return { kind: 'dispute' as const, disputeRef: id, paymentRef, amountFen: money.fen(amount), state } as const;
}

function refundEvent(refund: Stripe.Refund) {
  return {
    kind: 'refund' as const,
    refundRef: refund.id,
    refundId: refund.metadata?.refund_id ?? null,
    paymentRef: idOf(refund.payment_intent),
    state: toRefundState(refund.status),
    amountFen: money.fen(refund.amount),
  };
}

function transferEvent(transfer: Stripe.Transfer) {
  return {
    kind: 'transfer' as const,
    transferRef: transfer.id,
    legId: transfer.metadata.leg_id ?? null,
    amountFen: money.fen(transfer.amount),
    reversedFen: money.fen(transfer.amount_reversed),
  };
}
