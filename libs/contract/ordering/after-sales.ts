import { z } from 'zod';
import { cameraUpload, defineRoutes, only, orderAccess } from '../core/route';
import { cursor, instant, limit, money, page, text, uuid } from '../core/scalars';
import { mayView } from './routes';
import { shipmentInput, shipmentProblems } from './shipment';
import {
  AFTER_SALE_EVENTS,
  AFTER_SALE_KINDS,
  AFTER_SALE_REASONS,
  AFTER_SALE_STATES,
  CLAIM_KINDS,
} from './after-sale-states';

const reasons = [...new Set(Object.values(AFTER_SALE_REASONS).flat())] as [string, ...string[]];
const own = only('supplier');
const byId = z.strictObject({ id: uuid });
const byCase = z.strictObject({ id: uuid, caseId: uuid });
const photo = z.strictObject({ id: uuid, photoId: uuid });
const why = z.strictObject({ reason: text(500) });

/** The state the answer is to, as it was read: what a word of consent does depends on it, and a claim goes on by other hands as well. */
const asRead = { state: z.enum(AFTER_SALE_STATES) };

export const afterSaleView = z.object({
  id: uuid,
  orderId: uuid,
  orderNumber: z.string(),
  supplierOrderId: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  kind: z.enum(AFTER_SALE_KINDS),
  reason: z.string(),
  words: z.string(),
  state: z.enum(AFTER_SALE_STATES),
  amount: money,
  lines: z.array(
    z.object({ lineId: uuid, productName: z.string(), pack: z.string(), packs: z.number().int(), amount: money }),
  ),
  photoIds: z.array(uuid),
  /** Those of them that are films. */
  videoIds: z.array(uuid),
  requestedAt: instant,
  /** Until when the side whose turn it is acts; then the case goes on by itself. */
  dueAt: instant.nullable(),
  answer: z.string().nullable(),
  returnParcel: z.object({ carrier: z.string(), trackingNumber: z.string() }).nullable(),
  /** In which the other packs come, where such were sent: one of the order's parcels. */
  replacement: z.object({ carrier: z.string(), trackingNumber: z.string() }).nullable(),
  steps: z.array(
    z.object({
      event: z.enum(['request', ...AFTER_SALE_EVENTS]),
      state: z.enum(AFTER_SALE_STATES),
      by: z.enum(['buyer', 'supplier', 'platform']),
      note: z.string().nullable(),
      at: instant,
    }),
  ),
});

/** What may be claimed of a line at this moment. */
const claimable = z.object({
  supplierOrderId: uuid,
  lineId: uuid,
  productName: z.string(),
  pack: z.string(),
  kinds: z.array(z.enum(CLAIM_KINDS)),
  /** Whether the no-reason return is open (消费者权益保护法 art. 25: seven days from receipt, not for fresh goods). */
  noReason: z.boolean(),
  /** Packs that have not left, and packs that have and are not claimed yet. */
  cancelPacks: z.number().int(),
  claimPacks: z.number().int(),
  until: instant.nullable(),
});

const claimLines = z
  .array(z.strictObject({ lineId: uuid, packs: z.number().int().min(1).max(9999) }))
  .min(1)
  .max(100)
  .refine((lines) => new Set(lines.map((line) => line.lineId)).size === lines.length, 'each line once');

const claim = z.strictObject({
  supplierOrderId: uuid,
  kind: z.enum(CLAIM_KINDS),
  reason: z.enum(reasons),
  lines: claimLines,
});

const problems = ['NOT_FOUND', 'AFTER_SALE_NOT_POSSIBLE', 'INVALID_INPUT'] as const;
const stepProblems = ['NOT_FOUND', 'AFTER_SALE_STATE'] as const;
const buyerSteps = [...stepProblems, 'DUTY_MISSING'] as const;

export const afterSaleRoutes = defineRoutes({
  'GET /orders/{id}/after-sales': {
    summary: "An order's after-sale cases, the newest first, and what may still be claimed of which line",
    access: orderAccess,
    params: byId,
    response: z.object({ data: z.array(afterSaleView), claimable: z.array(claimable), may: mayView }),
    problems: ['NOT_FOUND'],
  },
  'POST /orders/{id}/after-sale-quotes': {
    summary: 'What a claim would bring back: goods as paid, with the share of freight where the supplier bears it',
    access: orderAccess,
    params: byId,
    body: claim,
    response: z.object({ amount: money, lines: z.array(z.object({ lineId: uuid, amount: money })) }),
    problems: [...problems],
  },
  'POST /orders/{id}/after-sales': {
    summary:
      'Claim something of a paid order: what has not left is cancelled and paid back at once, the rest is answered by the supplier within its term',
    access: orderAccess,
    params: byId,
    body: claim.extend({
      /** Less than all that the packs cost; the whole of it where absent. */
      amount: money.optional(),
      words: text(1_000, 0).default(''),
      photoIds: z.array(uuid).max(9).default([]),
    }),
    response: afterSaleView,
    status: 201,
    idempotent: true,
    problems: [...problems, 'DUTY_MISSING', 'AFTER_SALE_PHOTOS', 'REFUND_TOO_LARGE'],
  },
  'POST /orders/{id}/after-sale-photos': {
    summary: 'Keeps a photo or film for a claim, without place, time and camera',
    access: orderAccess,
    params: byId,
    upload: cameraUpload,
    response: z.object({ photoId: uuid }),
    status: 201,
    problems: ['NOT_FOUND', 'DUTY_MISSING', 'DOCUMENT_REFUSED', 'TOO_MANY_DOCUMENTS', 'RATE_LIMITED'],
  },
  'GET /orders/{id}/after-sale-photos/{photoId}': {
    summary: 'A photo of a claim, for whom the order belongs to',
    access: orderAccess,
    params: photo,
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'POST /orders/{id}/after-sales/{caseId}/withdraw': {
    summary: 'The buyer takes a claim back',
    access: orderAccess,
    params: byCase,
    body: z.strictObject({}),
    response: afterSaleView,
    problems: [...buyerSteps],
  },
  'POST /orders/{id}/after-sales/{caseId}/return-parcel': {
    summary: 'The buyer has sent agreed goods back: by whom, under which number',
    access: orderAccess,
    params: byCase,
    body: z.strictObject({ carrier: text(40), trackingNumber: text(40) }),
    response: afterSaleView,
    problems: [...buyerSteps],
  },
  'POST /orders/{id}/after-sales/{caseId}/receive': {
    summary: 'The buyer has the packs that were sent in place of others: the claim is over',
    access: orderAccess,
    params: byCase,
    body: z.strictObject({}),
    response: afterSaleView,
    problems: [...buyerSteps],
  },
  'POST /orders/{id}/after-sales/{caseId}/escalate': {
    summary: 'The buyer takes a refused claim, or packs sent in place of others, to the platform',
    access: orderAccess,
    params: byCase,
    body: why,
    response: afterSaleView,
    problems: [...buyerSteps, 'LINE_HELD'],
  },
  'GET /organisations/{id}/after-sales': {
    summary: 'Claims of what the organisation bought, the newest first: those still open, or all; for every member',
    access: only('businessBuyer'),
    params: byId,
    query: z.strictObject({ view: z.enum(['all', 'open']).default('all'), cursor: cursor.optional(), limit }),
    response: page(afterSaleView),
    problems: ['NOT_FOUND'],
  },
  'GET /supplier/after-sales': {
    summary:
      "The own suppliers' after-sale cases: those that wait for an answer first due first, or all others newest first",
    access: own,
    query: z.strictObject({
      open: z.enum(['true', 'false']).default('true'),
      /** An order's number or the name of goods, or a part of one. */
      q: text(40).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    tabled: true,
    response: page(afterSaleView),
  },
  'GET /supplier/after-sales/{id}': {
    summary: 'One after-sale case of an own supplier',
    access: own,
    params: byId,
    response: afterSaleView,
    problems: ['NOT_FOUND'],
  },
  'POST /supplier/after-sales/{id}/accept': {
    summary:
      'Accept a claim, or returned goods as they came: the money goes back, the goods are awaited, or others are to be sent',
    access: own,
    params: byId,
    /** `refund`: the money goes back at once, whatever was asked for. */
    body: z.strictObject({ ...asRead, refund: z.literal(true).optional() }),
    response: afterSaleView,
    idempotent: true,
    problems: [...stepProblems, 'REFUND_TOO_LARGE'],
  },
  'POST /supplier/after-sales/{id}/replacement': {
    summary: 'Send the packs of an accepted exchange or resend from named lots, all in one parcel of the same order',
    access: own,
    params: byId,
    body: shipmentInput.omit({ partial: true }),
    response: afterSaleView,
    idempotent: true,
    problems: [...stepProblems, ...shipmentProblems, 'OUT_OF_STOCK'],
  },
  'POST /supplier/after-sales/{id}/refuse': {
    summary: 'Refuse a claim, or returned goods, with the reason; the buyer may take it to the platform',
    access: own,
    params: byId,
    body: why.extend(asRead),
    response: afterSaleView,
    problems: [...stepProblems],
  },
  'GET /supplier/after-sales/{id}/photos/{photoId}': {
    summary: 'A photo of a claim, for the supplier it is about',
    access: own,
    params: photo,
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'POST /supplier/orders/{id}/short-delivery': {
    summary: 'Say that what of an order has not left never will: it is cancelled and paid back at once',
    access: own,
    params: byId,
    body: z.strictObject({ reason: z.enum(AFTER_SALE_REASONS.short), words: text(500, 0).default('') }),
    response: afterSaleView,
    status: 201,
    idempotent: true,
    problems: ['NOT_FOUND', 'ORDER_STATE'],
  },
});
