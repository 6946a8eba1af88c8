import type { money } from '@xihuo/kernel';
import type { ProviderState } from '../rules/provider-state';

type Fen = money.Fen;

/**
 * The port to a licensed payment institution, in the shape the law gives it on the mainland: the institution holds the
 * money, one combined payment has a leg per supplier order, each leg belongs to a sub-merchant, at most 30 % of a leg is
 * split to others, the rest is released within 180 days.
 *
 * Every call that changes something takes an `idempotencyKey` made by us from our own rows: repeating it, after a crash or
 * an unknown outcome, never acts twice. Calls throw only the errors of provider-error.ts.
 */
export interface PaymentProvider {
  openMerchant(input: OpenMerchant): Promise<Merchant>;
  merchantState(merchantRef: string): Promise<Merchant>;

  /** One payment, a leg per supplier order. After an unknown outcome call it again with the same key and content. */
  createCombined(input: CreateCombined): Promise<StartedPayment>;
  /** What the browser does next, also for a payment resumed later. */
  clientAction(paymentRef: string, returnUrl: string): Promise<ClientAction>;
  /** The provider's truth. By our own id for a payment whose reference was never learnt; null when there is none. */
  query(by: { paymentRef: string } | { paymentId: string }): Promise<CombinedPayment | null>;
  /** Answers the state it found: `captured` when the buyer was faster, and then nothing was cancelled. */
  cancel(input: CancelPayment): Promise<CombinedPayment>;

  /** Part of a leg to another receiver, at most 30 % of the leg in all. */
  split(input: Split): Promise<Movement>;
  /** Takes a split, or part of it, back into the leg, from where `release` may pay it out. */
  unsplit(input: Unsplit): Promise<Movement>;
  /** Pays held money of a leg to its sub-merchant: due before `CombinedPayment.releaseBy`. */
  release(input: Release): Promise<Movement>;
  /** Pays the buyer back, then takes from the sub-merchant what had been released to it already. */
  refund(input: RefundLeg): Promise<RefundResult>;

  /** Every line of the provider's bill in [from, to), for the daily reconciliation. */
  bill(from: Date, to: Date): AsyncIterable<BillLine>;
  /** Verifies the signature over the raw bytes; throws WebhookRefused. `receivedAt` is the real time, never the business clock. */
  parseWebhook(rawBody: Buffer, signature: string, receivedAt?: Date): ProviderEvent;
}

export interface OpenMerchant {
  /** Our supplier id. */
  merchantId: string;
  name: string;
  uscc: string;
  idempotencyKey: string;
}

export interface Merchant {
  merchantRef: string;
  state: 'open' | 'pending' | 'restricted';
  /** In whose name the institution holds it; null where it does not say. */
  name: string | null;
  /** What the institution still asks for, in its own words. */
  missing: string[];
}

export interface Leg {
  /** Our supplier order id. */
  legId: string;
  merchantRef: string;
  amountFen: Fen;
}

export interface CreateCombined {
  paymentId: string;
  orderId: string;
  /** Shown to the payer: the shop and the order number, no personal data. */
  description: string;
  legs: readonly Leg[];
  returnUrl: string;
  idempotencyKey: string;
}

export interface CombinedPayment {
  paymentRef: string;
  paymentId: string;
  orderId: string;
  state: ProviderState;
  amountFen: Fen;
  capturedFen: Fen;
  currency: 'CNY';
  legs: Leg[];
  capturedAt: Date | null;
  /** 180 days after capture. */
  releaseBy: Date | null;
}

export type StartedPayment = CombinedPayment & { clientAction: ClientAction };

export type ClientAction =
  { kind: 'redirect'; url: string } | { kind: 'stripe'; clientSecret: string; publishableKey: string | null };

export interface CancelPayment {
  paymentRef: string;
  idempotencyKey: string;
}

interface OnLeg {
  paymentRef: string;
  legId: string;
  amountFen: Fen;
  idempotencyKey: string;
}

export type Split = OnLeg & { splitId: string; receiverRef: string };
export type Unsplit = { splitRef: string; amountFen: Fen; idempotencyKey: string };
export type Release = OnLeg & { releaseId: string };
export type RefundLeg = OnLeg & { refundId: string };

export interface Movement {
  /** The provider's own reference. */
  ref: string;
  amountFen: Fen;
}

export interface RefundResult {
  refundRef: string;
  state: RefundState;
  amountFen: Fen;
  /** Released money that this call took back from the sub-merchant, and what it could not: the supplier's debt. */
  recoveredFen: Fen;
  shortfallFen: Fen;
}

export type RefundState = 'succeeded' | 'pending' | 'failed';

export interface BillLine {
  ref: string;
  /** `other` is known to be none of our business (fees, payouts to our own account); `adjustment` is all that nobody foresaw, a chargeback among it. */
  kind: 'payment' | 'refund' | 'refundFailure' | 'transfer' | 'transferReversal' | 'adjustment' | 'other';
  /** Signed: into our account is positive. */
  amountFen: Fen;
  feeFen: Fen;
  /** The provider's reference of the payment, refund or movement behind the line. */
  sourceRef: string | null;
  /** Of the payment it belongs to, where the provider says so. */
  paymentRef: string | null;
  /** As we named what it is about to the provider: our payment's id, or the key of a refund's attempt; null where it is not ours. */
  paymentId: string | null;
  refundKey: string | null;
  at: Date;
}

interface EventHead {
  eventRef: string;
  at: Date;
}

/** A claim by the provider. The consumer still compares amount, currency, order and legs with its own rows. */
export type ProviderEvent = EventHead &
  (
    | { kind: 'payment'; payment: CombinedPayment }
    | { kind: 'refunded'; paymentRef: string; refundedFen: Fen }
    | {
        kind: 'refund';
        refundRef: string;
        refundId: string | null;
        paymentRef: string | null;
        state: RefundState;
        amountFen: Fen;
      }
    | { kind: 'transfer'; transferRef: string; legId: string | null; amountFen: Fen; reversedFen: Fen }
    | { kind: 'merchant'; merchant: Merchant }
    | { kind: 'dispute'; disputeRef: string; paymentRef: string; amountFen: Fen; state: 'open' | 'won' | 'lost' }
    | { kind: 'other'; type: string }
  );
