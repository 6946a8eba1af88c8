import { z } from 'zod';
import { defineRoutes, open, session } from '../core/route';
import { bilingual, instant, money, regionCode, slug, uuid } from '../core/scalars';
import { CART_LINE_STATES, MOST_CART_LINES, STORAGES } from './cart-names';
import { given, look } from './order-following';
import { amounts, quantity, via } from './routes';

const cartLine = z.object({
  skuId: uuid,
  productId: uuid,
  slug,
  name: bilingual,
  ...look.shape,
  pack: z.string(),
  quantity,
  selected: z.boolean(),
  state: z.enum(CART_LINE_STATES),
  /** How many there are, where that is less than wanted or not many more. */
  available: z.number().int().nullable(),
  seenPrice: money,
  price: money,
  /** Zero but for what is chosen and can be bought. */
  ...amounts,
  via: via.nullable(),
});

export const heldCoupon = z.object({
  /** Of the coupon in somebody's hands. */
  id: uuid,
  promotionId: uuid,
  name: bilingual,
  /** Null: the platform's, for goods of all suppliers. */
  supplier: z.object({ id: uuid, name: z.string() }).nullable(),
  threshold: money,
  reduction: money,
  endsAt: instant,
});

export const cartView = z.object({
  /** A supplier's lines that can be bought, chosen or not; the sums are of what is chosen. */
  groups: z.array(
    z.object({
      supplier: z.object({ id: uuid, name: z.string() }),
      ...amounts,
      /** What is still missing until the freight is free; null where it is free, never will be, or no place is known. */
      toFreeFreight: money.nullable(),
      /** What of it travels and what that costs, class by class; empty while no place is known or all of it is free. */
      parcels: z.array(z.object({ storage: z.enum(STORAGES), grams: z.string(), freight: money })),
      lines: z.array(cartLine),
    }),
  ),
  /** What cannot be bought, with why. */
  invalid: z.array(cartLine),
  ...amounts,
  /** What is taken off, by what. */
  promotions: z.array(given),
  /** Coupons that help what is chosen; to be sent with the order. */
  couponsUsed: z.array(uuid),
  /** Coupons the account holds. */
  coupons: z.array(heldCoupon),
  region: z.object({ code: regionCode, name: z.string() }).nullable(),
  /** Of a guest's cart that was made just now: comes back in the header Cart-Token, and is told once. */
  token: z.string().nullable(),
});

const asked = z.strictObject({
  /** Where it is to go: freight and places not served are judged by it. What was said last where absent. */
  region: regionCode.optional(),
  /** A venue where it is picked up: no freight, and every place is served. Whether it can be picked up there, the order says. */
  pickup: slug.optional(),
  /** Ids of own coupons, by comma; absent: those that help most; `none`: none. */
  coupons: z
    .string()
    .regex(/^(none|[0-9a-f-]{36}(,[0-9a-f-]{36}){0,19})$/, 'ids by comma, or none')
    .optional(),
});

export const cartRoutes = defineRoutes({
  'GET /cart': {
    summary:
      'The cart of the account, or of a guest by the header Cart-Token: grouped by supplier, priced as an order would be, and what cannot be bought apart',
    access: open,
    query: asked,
    response: cartView,
    problems: ['REGION_NOT_DELIVERABLE'],
  },
  'PUT /cart/lines': {
    summary: 'Sets lines of the cart to what they are to be, each for itself; the same again changes nothing',
    access: open,
    query: asked,
    body: z.strictObject({
      changes: z
        .array(
          z.strictObject({
            skuId: uuid,
            /** Zero takes it out. */
            quantity: z.number().int().min(0).max(9999),
            selected: z.boolean().default(true),
            /** The price as it was seen: acknowledges a change. */
            seenPrice: money.optional(),
            via: via.optional(),
          }),
        )
        .min(1)
        .max(MOST_CART_LINES)
        .refine((lines) => new Set(lines.map((line) => line.skuId)).size === lines.length, 'each SKU once'),
    }),
    response: cartView,
    problems: ['SKU_UNKNOWN', 'CART_FULL', 'REGION_NOT_DELIVERABLE', 'RATE_LIMITED'],
  },
  'POST /cart/merge': {
    summary:
      "Takes a guest's cart into the account's: of what lies in both the larger quantity; the guest's cart is gone",
    access: session,
    body: z.strictObject({ token: z.string().min(20).max(100) }),
    response: cartView,
    problems: ['CART_FULL'],
  },
});
