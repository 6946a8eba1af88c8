import { money } from '@xihuo/kernel';
import type Stripe from 'stripe';
import type { LegState } from '../rules/leg-room';
import type { Leg } from './payment-provider';
import { rejected } from './provider-error';
import { stripeCall } from './stripe-call';
import { readLegs } from './stripe-metadata';
import { idOf } from './stripe-views';

export type TransferKind = 'split' | 'release';

/** Everything Stripe knows of one leg: the base of every check before money moves on it. */
export interface LegRecord {
  leg: Leg;
  chargeRef: string;
  transferGroup: string;
  /** Of the whole payment. */
  refunds: Stripe.Refund[];
  /** Of this leg, oldest first. */
  transfers: Stripe.Transfer[];
  state: LegState;
}

export async function readLeg(stripe: Stripe, paymentRef: string, legId: string): Promise<LegRecord> {
  const intent = await stripeCall(() => stripe.paymentIntents.retrieve(paymentRef));
  const chargeRef = idOf(intent.latest_charge);
  if (intent.status !== 'succeeded' || !chargeRef || !intent.transfer_group) throw rejected('notCaptured');
  const leg = readLegs(intent.metadata).find((candidate) => candidate.legId === legId);
  if (!leg) throw rejected('noSuchLeg');
  const transferGroup = intent.transfer_group;
  const [refunds, transfers] = await stripeCall(() =>
    Promise.all([
      all(stripe.refunds.list({ payment_intent: paymentRef, limit: 100 })),
      all(stripe.transfers.list({ transfer_group: transferGroup, limit: 100 })),
    ]),
  );
  const ofLeg = transfers.filter((transfer) => transfer.metadata.leg_id === legId).reverse();
  return { leg, chargeRef, transferGroup, refunds, transfers: ofLeg, state: stateOfLeg(leg, refunds, ofLeg) };
}

export const remainingFen = (transfer: Stripe.Transfer): money.Fen =>
  money.fen(transfer.amount - transfer.amount_reversed);

export const isRefundOf = (refund: Stripe.Refund, legId: string): boolean =>
  refund.metadata?.leg_id === legId && refund.status !== 'failed' && refund.status !== 'canceled';

function stateOfLeg(leg: Leg, refunds: Stripe.Refund[], transfers: Stripe.Transfer[]): LegState {
  const moved = (kind: TransferKind): money.Fen =>
    money.sum(transfers.filter((transfer) => transfer.metadata.kind === kind).map(remainingFen));
  const refunded = refunds.filter((refund) => isRefundOf(refund, leg.legId)).map((refund) => money.fen(refund.amount));
  return {
    amountFen: leg.amountFen,
    refundedFen: money.sum(refunded),
    splitFen: moved('split'),
    releasedFen: moved('release'),
  };
}

export async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const rows: T[] = [];
  for await (const row of pages) rows.push(row);
  return rows;
}
