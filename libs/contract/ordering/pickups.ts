import { z } from 'zod';
import { openingTime } from '../catalogue/opening-time';
import { defineRoutes, only, orderAccess } from '../core/route';
import { bilingual, cursor, date, instant, limit, page, slug, uuid } from '../core/scalars';
import { PICKUP_STATES } from './pickup-states';

/** Digits, in the order in which they are read out. */
export const PICKUP_CODE_DIGITS = 8;

const venue = z.object({ slug, name: bilingual });

/** Where an order is picked up, for whoever ordered. */
export const pickupView = z.object({
  venue: venue.extend({
    regionName: z.string(),
    address: z.string(),
    phone: z.string().nullable(),
    openingTimes: z.array(openingTime),
    /** Days on which it is shut though the week says open. */
    shutOn: z.array(date),
    /** False once the venue was closed: what is under way is handed over all the same. */
    open: z.boolean(),
  }),
  /** To be shown at the counter; null until the order is paid and after everything was handed over. */
  code: z.string().nullable(),
  parts: z.array(z.object({ supplierOrderId: uuid, state: z.enum(PICKUP_STATES), arrivedAt: instant.nullable() })),
});

/** A supplier's part as the counter sees it: who comes is masked, since the code tells. */
export const counterPart = z.object({
  supplierOrderId: uuid,
  orderId: uuid,
  orderNumber: z.string(),
  venue,
  supplierName: z.string(),
  state: z.enum(PICKUP_STATES),
  /** Of the buyer, masked. */
  name: z.string(),
  phone: z.string(),
  lines: z.array(z.object({ name: z.string(), pack: z.string(), packs: z.number().int() })),
  parcels: z.array(z.object({ carrier: z.string(), trackingNumber: z.string() })),
  shippedAt: instant.nullable(),
  arrivedAt: instant.nullable(),
  handedAt: instant.nullable(),
});

const counter = only('supplier', 'operator');

export const pickupRoutes = defineRoutes({
  'GET /orders/{id}/pickup': {
    summary: 'Where an order is picked up, when it is open there, how far each part is, and the code to show',
    access: orderAccess,
    params: z.strictObject({ id: uuid }),
    response: pickupView,
    problems: ['NOT_FOUND'],
  },
  'GET /pickups': {
    summary:
      'Parts of orders that are picked up at the venues one keeps (an operator: at all), the newest first; sent ones only',
    access: counter,
    query: z.strictObject({ state: z.enum(PICKUP_STATES).optional(), cursor: cursor.optional(), limit }),
    response: page(counterPart),
  },
  'POST /pickups/{supplierOrderId}/arrival': {
    summary: 'The counter has taken the part in; the buyer is told. Said again it is the same arrival',
    access: counter,
    params: z.strictObject({ supplierOrderId: uuid }),
    body: z.strictObject({}),
    response: counterPart,
    problems: ['NOT_FOUND', 'ORDER_STATE'],
  },
  'POST /pickups/orders/{orderId}/handover': {
    summary:
      'Everything of the order that lies at the counter goes over it against the code; this is its receipt, so that the after-sale window starts',
    access: counter,
    params: z.strictObject({ orderId: uuid }),
    body: z.strictObject({ code: z.string().regex(new RegExp(`^\\d{${PICKUP_CODE_DIGITS}}$`), 'eight digits') }),
    response: z.object({ data: z.array(counterPart) }),
    problems: ['NOT_FOUND', 'PICKUP_CODE_WRONG', 'PICKUP_NOT_HERE', 'RATE_LIMITED'],
  },
});
