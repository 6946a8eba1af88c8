import type { states } from '@xihuo/kernel';

/**
 * What one payment may be at most, since its provider takes no more: eight digits of fen (¥999,999.99), and a leg for each of 48
 * suppliers, which travel with it.
 */
export const PAYMENT_AT_ONCE = { fen: 99_999_999n, suppliers: 48 } as const;

export type PaymentState = 'created' | 'awaitingBuyer' | 'unknown' | 'captured' | 'failed' | 'cancelled';
export type PaymentEvent = 'offered' | 'lost' | 'captured' | 'failed' | 'cancelled';

/**
 * One machine fed by the call's answer, the webhook and the poller. `failed` may still be captured: a buyer tries another
 * card within the same payment. `cancelled` may too: money that arrives after a time-out is accepted and handled (F20).
 */
export const paymentStates: states.StateTable<PaymentState, PaymentEvent> = {
  initial: 'created',
  table: {
    created: {
      offered: 'awaitingBuyer',
      lost: 'unknown',
      captured: 'captured',
      failed: 'failed',
      cancelled: 'cancelled',
    },
    unknown: { offered: 'awaitingBuyer', captured: 'captured', failed: 'failed', cancelled: 'cancelled' },
    awaitingBuyer: { captured: 'captured', failed: 'failed', cancelled: 'cancelled' },
    failed: { offered: 'awaitingBuyer', captured: 'captured', cancelled: 'cancelled' },
    cancelled: { captured: 'captured' },
    captured: {},
  },
};

export type RefundState = 'requested' | 'sent' | 'unknown' | 'succeeded' | 'failed';
export type RefundEvent = 'send' | 'lost' | 'succeeded' | 'failed' | 'retry';

/**
 * Money on its way back, fed by the call's answer, the webhook and the poller. `succeeded` may still fail, days later (a closed
 * card): then the money lies with us again and is owed as before. Nothing makes a failed attempt succeed but a new one.
 */
export const refundStates: states.StateTable<RefundState, RefundEvent> = {
  initial: 'requested',
  table: {
    requested: { send: 'sent', succeeded: 'succeeded', failed: 'failed' },
    sent: { send: 'sent', lost: 'unknown', succeeded: 'succeeded', failed: 'failed' },
    unknown: { send: 'sent', succeeded: 'succeeded', failed: 'failed' },
    succeeded: { failed: 'failed' },
    failed: { retry: 'sent' },
  },
};
