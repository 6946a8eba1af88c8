import { z } from 'zod';
import { defineRoutes, only, orderAccess } from '../core/route';
import { bilingual, instant, money, text, uuid } from '../core/scalars';
import { PROMOTION_KINDS } from './cart-names';
import { ORDER_STANDINGS } from './states';

/** Category, which decides the drawing, and where the seller's first photograph is to be had, small; null: the drawing is shown. */
export const look = z.object({ category: z.string(), photo: z.string().nullable() });

/** What the buyer asks of single sellers, who read it when they send. */
export const remarks = z
  .array(z.strictObject({ supplierId: uuid, words: text(200) }))
  .max(100)
  .refine((all) => new Set(all.map((one) => one.supplierId)).size === all.length, 'each seller once');

/** What one promotion takes off. */
export const given = z.object({ id: uuid, kind: z.enum(PROMOTION_KINDS), name: bilingual, amount: money });

/** When what happened to an order, what took something off, and what its buyer may do about time. */
export const followView = z.object({
  paidAt: instant.nullable(),
  promotions: z.array(given),
  parts: z.array(
    z.object({
      supplierOrderId: uuid,
      /** To be sent by then, as long as it waits. */
      shipBy: instant.nullable(),
      receivedAt: instant.nullable(),
      releasedAt: instant.nullable(),
      /** Counts as received then, if nobody says so before; sooner once the carrier has delivered all of it. */
      receiveBy: instant.nullable(),
      remindedAt: instant.nullable(),
      /** The seller is reminded once in a day; the receipt is put off once. */
      may: z.object({ remind: z.boolean(), extend: z.boolean() }),
      /** What was asked of the seller with the order. */
      remark: z.string().nullable(),
    }),
  ),
});

const byId = z.strictObject({ id: uuid });
const ofPart = z.strictObject({ supplierOrderId: uuid });

export const orderFollowingRoutes = defineRoutes({
  'GET /me/orders/standings': {
    summary: 'How many orders of the signed-in account stand how; an order may stand in several',
    access: only('consumer', 'businessBuyer'),
    response: z.object({ data: z.array(z.object({ standing: z.enum(ORDER_STANDINGS), orders: z.number().int() })) }),
  },
  'POST /orders/{id}/reminders': {
    summary: 'Reminds the seller of a part that waits to be sent, once in 24 hours',
    access: orderAccess,
    params: byId,
    body: ofPart,
    response: followView,
    problems: ['NOT_FOUND', 'DUTY_MISSING', 'ORDER_STATE', 'RATE_LIMITED'],
  },
  'POST /orders/{id}/receipt-extensions': {
    summary:
      'Puts off the day on which a part that is on its way counts as received, once, by the days of the dated setting',
    access: orderAccess,
    params: byId,
    body: ofPart,
    response: followView,
    problems: ['NOT_FOUND', 'DUTY_MISSING', 'ORDER_STATE'],
  },
});
