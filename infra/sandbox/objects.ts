import { randomBytes } from 'node:crypto';

/** The objects as Stripe shows them on the wire; amounts are integer fen, times are seconds. */
export type Metadata = Record<string, string>;

export type IntentStatus = 'requires_payment_method' | 'requires_action' | 'processing' | 'succeeded' | 'canceled';
export const paymentMethods = ['card', 'alipay', 'wechat_pay'] as const;
export type PaymentMethod = (typeof paymentMethods)[number];

export interface Intent {
  id: string;
  object: 'payment_intent';
  amount: number;
  amount_capturable: number;
  amount_received: number;
  currency: string;
  status: IntentStatus;
  client_secret: string;
  created: number;
  livemode: false;
  metadata: Metadata;
  description: string | null;
  transfer_group: string | null;
  capture_method: 'automatic';
  payment_method_types: PaymentMethod[];
  payment_method: string | null;
  latest_charge: string | null;
  last_payment_error: { type: 'card_error'; code: string; decline_code: string; message: string } | null;
  next_action: {
    type: 'redirect_to_url';
    redirect_to_url: { url: string; return_url: string | null };
  } | null;
  canceled_at: number | null;
  cancellation_reason: string | null;
}

export interface Charge {
  id: string;
  object: 'charge';
  amount: number;
  amount_captured: number;
  amount_refunded: number;
  currency: string;
  captured: true;
  paid: true;
  refunded: boolean;
  status: 'succeeded';
  created: number;
  livemode: false;
  metadata: Metadata;
  payment_intent: string;
  payment_method_details: { type: PaymentMethod };
  transfer_group: string | null;
  balance_transaction: string;
}

export interface Refund {
  id: string;
  object: 'refund';
  amount: number;
  currency: string;
  charge: string;
  payment_intent: string;
  status: 'succeeded' | 'pending' | 'failed';
  failure_reason: string | null;
  reason: string | null;
  created: number;
  metadata: Metadata;
  balance_transaction: string;
}

export interface Transfer {
  id: string;
  object: 'transfer';
  amount: number;
  amount_reversed: number;
  reversed: boolean;
  currency: string;
  destination: string;
  source_transaction: string | null;
  transfer_group: string | null;
  description: string | null;
  created: number;
  livemode: false;
  metadata: Metadata;
  balance_transaction: string;
}

export interface Reversal {
  id: string;
  object: 'transfer_reversal';
  amount: number;
  currency: string;
  transfer: string;
  created: number;
  metadata: Metadata;
  balance_transaction: string;
}

export interface Account {
  id: string;
  object: 'account';
  country: string;
  email: string | null;
  business_type: string | null;
  business_profile: { name: string | null };
  company: { name: string | null };
  capabilities: { transfers: 'active' | 'pending' | 'inactive' };
  charges_enabled: boolean;
  payouts_enabled: boolean;
  details_submitted: boolean;
  requirements: { currently_due: string[]; disabled_reason: string | null };
  created: number;
  metadata: Metadata;
}

export type BalanceType = 'charge' | 'refund' | 'refund_failure' | 'transfer' | 'transfer_refund' | 'adjustment';

export interface BalanceTransaction {
  id: string;
  object: 'balance_transaction';
  amount: number;
  fee: 0;
  net: number;
  currency: string;
  type: BalanceType;
  source: string;
  status: 'available';
  created: number;
  available_on: number;
}

export type EventType =
  | 'account.updated'
  | 'charge.refunded'
  | 'payment_intent.canceled'
  | 'payment_intent.payment_failed'
  | 'payment_intent.processing'
  | 'payment_intent.succeeded'
  | 'refund.created'
  | 'refund.failed'
  | 'transfer.created'
  | 'transfer.reversed';

export interface ProviderEvent {
  id: string;
  object: 'event';
  api_version: string;
  created: number;
  livemode: false;
  pending_webhooks: number;
  request: { id: string | null; idempotency_key: string | null };
  type: EventType;
  data: { object: Intent | Charge | Refund | Transfer | Account };
}

export const apiVersion = '2026-10-28.endive';

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

export function makeId(prefix: string): string {
  // 256 is not a multiple of 62: the slight lean is of no matter for names that must only be unique and hard to guess.
  const body = [...randomBytes(24)].map((byte) => alphabet[byte % alphabet.length]).join('');
  return `${prefix}_${body}`;
}
