import { z } from 'zod';
import { bilingual, cursor, instant, limit, money, page, regionCode, slug, text, uuid } from '../core/scalars';
import { defineRoutes, only, open, orderAccess } from '../core/route';
import { paymentView } from '../payment/routes';
import { PARCEL_KINDS } from './parcel-kinds';
import { followView, look, remarks } from './order-following';
import { shipmentInput, shipmentProblems } from './shipment';
import { ORDER_STANDINGS, ORDER_STATES } from './states';

export const quantity = z.number().int().min(1).max(9999);

/** By which ways a thing was found; what does not hold (closed, over, not its product) is left out of an order and stops none. */
export const via = z.strictObject({ venue: slug.optional(), campaign: slug.optional(), lead: uuid.optional() });

/** Where something goes, as it is typed. */
export const delivery = z.strictObject({
  regionCode,
  address: text(200),
  name: text(40),
  phone: z.string().regex(/^1\d{10}$/, 'eleven digits'),
});

export const placeOrderInput = z.strictObject({
  /** UUIDv7 made by the client, so that a retry is the same order; the server makes one where absent. */
  id: uuid.optional(),
  lines: z
    .array(
      z.strictObject({
        skuId: uuid,
        quantity,
        unitPrice: money.optional(),
        via: via.optional(),
      }),
    )
    .min(1)
    .max(100)
    .refine((lines) => new Set(lines.map((line) => line.skuId)).size === lines.length, 'each SKU once'),
  delivery,
  /**
   * A venue where the buyer picks it up (自提): it goes to the venue's address whatever the delivery says, without freight. All of it
   * must stand on the venue's shelves.
   */
  pickup: slug.optional(),
  remarks: remarks.optional(),
  /** Own coupons that are to be used; each supplier's takes of its own goods, one a line. */
  coupons: z.array(uuid).max(20).optional(),
  /** What the buyer was shown as the whole sum: another one is never charged (409 PRICE_CHANGED). */
  total: money.optional(),
});

/** Fen of a line, a supplier's part or an order: goods less discount plus freight is the amount the buyer pays. */
export const amounts = {
  goods: money,
  discount: money,
  freight: money,
  amount: money,
};

export const orderLineView = z.object({
  id: uuid,
  skuId: uuid,
  productId: uuid,
  productSlug: z.string(),
  productName: z.string(),
  /** What it looks like now; absent of what was placed just now. */
  look: look.optional(),
  pack: z.string(),
  quantity: z.number().int(),
  unitPrice: money,
  ...amounts,
  /** Packs that have left, and packs that never will. */
  shippedPacks: z.number().int(),
  cancelledPacks: z.number().int(),
  /** What goes back to the buyer of this line, decided whether or not it has arrived. */
  refund: money,
  /** The after-sale window of this line ends here; set at receipt. */
  releaseDue: instant.nullable(),
  /** Where it was found: a venue, a campaign. */
  via: z.object({
    venue: z.object({ slug, name: bilingual }).nullable(),
    campaign: z.object({ slug, name: bilingual }).nullable(),
  }),
});

export const parcelView = z.object({
  id: uuid,
  carrier: z.string(),
  /** The same in both languages, where it is one of GET /carriers. */
  carrierName: bilingual,
  trackingNumber: z.string(),
  shippedAt: instant,
  /** Sent in the place of what a claim was about; null where it is what was ordered. */
  replaces: z.enum(['exchange', 'resend']).nullable(),
  lots: z.array(z.object({ code: z.string(), productName: z.string(), packs: z.number().int() })),
  /** What the carrier has said of it, the newest first; empty as long as it has said nothing. */
  news: z.array(
    z.object({ kind: z.enum(PARCEL_KINDS), place: z.string().nullable(), note: z.string().nullable(), at: instant }),
  ),
});

export const supplierOrderView = z.object({
  id: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  state: z.enum(['awaitingPayment', 'toShip', 'shipped', 'received', 'released', 'cancelled']),
  ...amounts,
  lines: z.array(orderLineView),
  parcels: z.array(parcelView),
});

export const orderView = z.object({
  id: uuid,
  /** The number people read out on the phone; its last digit is a check digit. */
  number: z.string(),
  state: z.enum(ORDER_STATES),
  placedAt: instant,
  /** Pay before this instant (server time). */
  payBy: instant,
  /** How the payment stands, which tells a refused one from a slow one; null before the first attempt. */
  paymentState: paymentView.shape.state.nullable(),
  ...amounts,
  /** Name and phone masked; the full address stays with the supplier who ships. */
  delivery: z.object({ regionName: z.string(), address: z.string(), name: z.string(), phone: z.string() }),
  /** Where the buyer picks it up; null where it is sent. */
  pickup: z.object({ slug, name: bilingual }).nullable(),
  /** Where an organisation bought it: there it is accepted, and from there it owes; null of what people buy for themselves. */
  purchaseOrderId: uuid.nullable(),
  supplierOrders: z.array(supplierOrderView),
});

/** What the reader may do with an order: all of it with what people bought for themselves, by duty with what an organisation bought. */
export const mayView = z.object({ cancel: z.boolean(), pay: z.boolean(), receive: z.boolean() });

export const placedOrderView = orderView.extend({
  /** Follows the order without an account, shown once; keep it like a key. */
  token: z.string(),
});

/** A supplier order as the supplier's clerk sees it, with the full address to ship to. */
export const shippingTaskView = supplierOrderView.extend({
  /** `packGrams`: what one pack takes out of a lot, which counts in grams; one gram of goods that are not sold by weight. */
  lines: z.array(orderLineView.extend({ packGrams: z.number().int() })),
  /** `ownNumber`: as an organisation that bought knows it itself; null of everybody else. */
  ...{ orderNumber: z.string(), ownNumber: z.string().nullable(), placedAt: instant },
  /** What the buyer asked of the seller with the order. */
  remark: z.string().nullable(),
  /** The request for an invoice over it, where the buyer made one. */
  invoiceRequestId: uuid.nullable(),
  shipTo: z.object({ regionName: z.string(), address: z.string(), name: z.string(), phone: z.string() }),
});

const partState = z.enum(['toShip', 'shipped', 'received', 'released']).optional();

export const orderingRoutes = defineRoutes({
  'POST /orders': {
    summary:
      'Place an order as guest or account: reserves stock, splits per supplier, freezes prices, in one transaction',
    access: open,
    body: placeOrderInput,
    response: placedOrderView,
    status: 201,
    idempotent: true,
    problems: [
      'SKU_UNKNOWN',
      'SKU_NOT_FOR_SALE',
      'REGION_NOT_SERVED',
      'PRICE_CHANGED',
      'ORDER_TOO_LARGE',
      'OUT_OF_STOCK',
      'REGION_NOT_DELIVERABLE',
      'COUPON_NOT_USABLE',
      'PICKUP_NOT_OFFERED',
      'ORDERS_PAUSED',
      'TOO_MANY_UNPAID',
    ],
  },
  'GET /orders/{id}': {
    summary: 'Follow an order',
    access: orderAccess,
    params: z.strictObject({ id: uuid }),
    response: orderView.extend({ may: mayView, follow: followView }),
    problems: ['NOT_FOUND'],
  },
  'POST /orders/{id}/cancel': {
    summary: 'Cancel an unpaid order; stock goes back once the provider has confirmed that nothing was paid',
    access: orderAccess,
    params: z.strictObject({ id: uuid }),
    body: z.strictObject({}),
    response: orderView,
    problems: ['NOT_FOUND', 'DUTY_MISSING', 'ORDER_STATE', 'PAYMENT_PROVIDER_UNKNOWN'],
  },
  'POST /orders/{id}/receipts': {
    summary: "The buyer confirms receipt of one supplier's part; the after-sale window starts",
    access: orderAccess,
    params: z.strictObject({ id: uuid }),
    body: z.strictObject({ supplierOrderId: uuid }),
    response: orderView,
    problems: ['NOT_FOUND', 'DUTY_MISSING', 'ORDER_STATE', 'ACCEPTED_ON_PURCHASE'],
  },
  'GET /me/orders': {
    summary:
      'Orders of the signed-in account, newest first; narrowed by how they stand and by words of their number, goods or sellers',
    access: only('consumer', 'businessBuyer'),
    query: z.strictObject({
      standing: z.enum(ORDER_STANDINGS).optional(),
      q: text(40).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(orderView),
  },
  'GET /supplier/orders': {
    summary: "The own supplier's orders, oldest unshipped first; narrowed by words of their number or goods",
    access: only('supplier'),
    query: z.strictObject({
      state: partState,
      q: text(40).optional(),
      sort: z.enum(['placed', '-placed']).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(shippingTaskView),
  },
  'GET /supplier/orders/file': {
    summary: 'The same, narrowed and sorted in the same way, as a table: a row a line, written while it is read',
    access: only('supplier'),
    query: z.strictObject({
      state: partState,
      q: text(40).optional(),
      sort: z.enum(['placed', '-placed']).optional(),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
    }),
    response: z.any(),
    download: true,
    problems: ['RATE_LIMITED'],
  },
  'GET /suppliers/{supplierId}/shipments/file': {
    summary:
      'What is to be sent, an order a row, as a table with empty places for carrier and tracking number: filled in it is handed back as an import of shipments',
    access: only('supplier'),
    params: z.strictObject({ supplierId: uuid }),
    query: z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
  'GET /supplier/orders/{id}': {
    summary: 'One of the own supplier orders',
    access: only('supplier'),
    params: z.strictObject({ id: uuid }),
    response: shippingTaskView,
    problems: ['NOT_FOUND'],
  },
  'GET /supplier/recalls/{id}/parcels': {
    summary: 'The own parcels that hold goods of a recall, the newest first: what went where, to be fetched back',
    access: only('supplier'),
    params: z.strictObject({ id: uuid }),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(
      z.object({
        /** Of the parcel. */
        id: uuid,
        supplierOrderId: uuid,
        orderNumber: z.string(),
        carrier: z.string(),
        trackingNumber: z.string(),
        shippedAt: instant,
        packs: z.number().int(),
        lots: z.array(z.object({ code: z.string(), productName: z.string(), packs: z.number().int() })),
      }),
    ),
    problems: ['NOT_FOUND'],
  },
  'GET /supplier/recalls/{id}/telling': {
    summary:
      'How far the buyers of recalled goods have been told, in orders; `unreachable` have no phone that can be read',
    access: only('supplier'),
    params: z.strictObject({ id: uuid }),
    response: z.object({ orders: z.number().int(), unreachable: z.number().int(), doneAt: instant.nullable() }),
    problems: ['NOT_FOUND'],
  },
  'POST /supplier/orders/{id}/shipment': {
    summary:
      'Send a parcel of a supplier order from named lots: all that is still to be sent, or some of it where `partial` says so; never more than the lots received',
    access: only('supplier'),
    params: z.strictObject({ id: uuid }),
    body: shipmentInput,
    response: shippingTaskView,
    idempotent: true,
    problems: ['NOT_FOUND', 'ORDER_STATE', ...shipmentProblems],
  },
});
