import { machines } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import { rejected } from './provider-error';
import type { Leg } from './payment-provider';

/** Stripe keeps 50 entries of metadata; two are ours already. */
const legsMax = machines.PAYMENT_AT_ONCE.suppliers;

/**
 * The legs travel with the payment, so that a release or split is checked against what the buyer paid for and goes to
 * the sub-merchant named then, whatever our own rows say by now.
 */
export function toMetadata(paymentId: string, orderId: string, legs: readonly Leg[]): Record<string, string> {
  if (legs.length === 0 || legs.length > legsMax) throw rejected('legCount');
  if (new Set(legs.map((leg) => leg.legId)).size !== legs.length) throw rejected('legTwice');
  const entries = legs.map((leg, index) => {
    if (leg.amountFen <= 0n) throw rejected('legAmount');
    return [`leg_${String(index).padStart(2, '0')}`, `${leg.legId} ${leg.merchantRef} ${leg.amountFen}`];
  });
  return { payment_id: paymentId, order_id: orderId, ...Object.fromEntries(entries) };
}

export function readLegs(metadata: Record<string, string>): Leg[] {
  const keys = Object.keys(metadata).filter((key) => /^leg_\d\d$/.test(key));
  return keys.sort().map((key) => {
    const [legId = '', merchantRef = '', amount = ''] = (metadata[key] ?? '').split(' ');
    return { legId, merchantRef, amountFen: money.fen(amount) };
  });
}
