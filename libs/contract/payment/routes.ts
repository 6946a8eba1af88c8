import { z } from 'zod';
import { money, uuid } from '../core/scalars';
import { defineRoutes, orderAccess, signed } from '../core/route';

export const paymentView = z.object({
  id: uuid,
  state: z.enum(['created', 'awaitingBuyer', 'unknown', 'captured', 'failed', 'cancelled']),
  amount: money,
  /** What the browser does next: go to the provider's cashier, or mount the provider's own form. */
  action: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('redirect'), url: z.string() }),
      z.object({ kind: z.literal('stripe'), clientSecret: z.string(), publishableKey: z.string().nullable() }),
    ])
    .nullable(),
});

export const paymentRoutes = defineRoutes({
  'POST /orders/{id}/payment': {
    summary: 'Start or resume the payment of an order; one payment an order, however often this is called',
    access: orderAccess,
    params: z.strictObject({ id: uuid }),
    body: z.strictObject({}),
    response: paymentView,
    idempotent: true,
    problems: [
      'NOT_FOUND',
      'DUTY_MISSING',
      'PAYMENT_NOT_POSSIBLE',
      'PAYMENT_PROVIDER_UNKNOWN',
      'PAYMENT_DECLINED',
      'PAYMENT_REFUSED',
    ],
  },
  'POST /webhooks/stripe': {
    summary: 'Events of the payment provider: signature over the raw body, kept in the inbox, worked off later',
    access: signed,
    response: z.object({ received: z.literal(true) }),
    problems: ['WEBHOOK_SIGNATURE'],
  },
});
