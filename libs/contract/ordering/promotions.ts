import { z } from 'zod';
import { category } from '../catalogue/categories';
import { words } from '../catalogue/channel-scalars';
import { FUNDER_KINDS } from '../catalogue/channel-names';
import { defineRoutes, only, open } from '../core/route';
import { bilingual, cursor, instant, limit, money, page, text, uuid } from '../core/scalars';
import { PROMOTION_KINDS } from './cart-names';
import { PROMOTION_STATES } from './promotion-states';

const packs = z.number().int().min(1).max(1_000_000);
const inOrder = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => startsAt < endsAt;
const shared = { name: words(40), startsAt: instant, endsAt: instant };
const reduces = { threshold: money, reduction: money };
const lessThanAll = ({ threshold, reduction }: { threshold: { amount: string }; reduction: { amount: string } }) =>
  BigInt(reduction.amount) > 0n && BigInt(reduction.amount) < BigInt(threshold.amount);
const claims = { claimsMost: packs, claimsEach: z.number().int().min(1).max(20).default(1) };
const products = z.array(uuid).min(1).max(200).nullable().default(null);

/** A supplier's own: paid by it alone, for its own goods alone. */
export const ownPromotionForm = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('flashPrice'),
      ...shared,
      /** So many packs at a price; `packsEach` of one person, told by account and by the phone they are sent to. */
      prices: z
        .array(
          z.strictObject({ skuId: uuid, price: money, packsMost: packs, packsEach: packs.nullable().default(null) }),
        )
        .min(1)
        .max(100),
    }),
    z.strictObject({
      kind: z.literal('campaignPrice'),
      ...shared,
      /** How much less, in basis points of the line. */
      percentBp: z.number().int().min(1).max(9_000),
      productIds: products,
    }),
    z.strictObject({ kind: z.literal('fullReduction'), ...shared, ...reduces, productIds: products }),
    z.strictObject({ kind: z.literal('coupon'), ...shared, ...reduces, ...claims, productIds: products }),
  ])
  .refine(inOrder, 'ends after it starts')
  .refine(
    (form) => !('threshold' in form) || lessThanAll(form),
    'something, and less than the threshold, is taken off',
  );

const funder = z
  .strictObject({
    kind: z.enum(['platform', 'organisation']),
    organisationId: uuid.nullable().default(null),
    shareBp: z.number().int().min(1).max(10_000),
  })
  .refine(({ kind, organisationId }) => (kind === 'organisation') === (organisationId !== null), 'named');

/** The platform's: over the goods of all suppliers, and paid by none of them. */
export const platformPromotionForm = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('fullReduction'),
      ...shared,
      ...reduces,
      category: category.nullable().default(null),
      funders: z.array(funder).min(1).max(6),
    }),
    z.strictObject({
      kind: z.literal('coupon'),
      ...shared,
      ...reduces,
      ...claims,
      category: category.nullable().default(null),
      funders: z.array(funder).min(1).max(6),
    }),
  ])
  .refine(inOrder, 'ends after it starts')
  .refine(lessThanAll, 'something, and less than the threshold, is taken off')
  .refine(({ funders }) => funders.reduce((sum, { shareBp }) => sum + shareBp, 0) === 10_000, 'shares are the whole');

export const promotionView = z.object({
  id: uuid,
  kind: z.enum(PROMOTION_KINDS),
  state: z.enum(PROMOTION_STATES),
  name: bilingual,
  startsAt: instant,
  endsAt: instant,
  percentBp: z.number().int().nullable(),
  threshold: money.nullable(),
  reduction: money.nullable(),
  category: z.string().nullable(),
  products: z.array(z.object({ id: uuid, name: z.string() })).nullable(),
  prices: z.array(
    z.object({
      skuId: uuid,
      name: z.string(),
      pack: z.string(),
      price: money,
      packsMost: z.number().int().nullable(),
      packsEach: z.number().int().nullable(),
      taken: z.number().int(),
    }),
  ),
  funders: z.array(z.object({ kind: z.enum(FUNDER_KINDS), name: z.string().nullable(), shareBp: z.number().int() })),
  claimsMost: z.number().int().nullable(),
  claimsEach: z.number().int(),
  claimed: z.number().int(),
  /** What it has taken off orders that were not cancelled, so far. */
  given: money,
  /** Whether the reader is another than its drafter, where that is asked for. */
  mayPublish: z.boolean(),
});

export const couponView = z.object({
  promotionId: uuid,
  name: bilingual,
  supplier: z.object({ id: uuid, name: z.string() }).nullable(),
  threshold: money,
  reduction: money,
  endsAt: instant,
  /** How many of it the account has claimed; how many it may. */
  mine: z.number().int(),
  claimsEach: z.number().int(),
  /** None are left. */
  isGone: z.boolean(),
});

const own = only('supplier');
const keeper = only('operator');
const bySupplier = z.strictObject({ supplierId: uuid });
const why = z.strictObject({ reason: text(500) });
const listed = z.strictObject({ cursor: cursor.optional(), limit });
const STEP = ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'PROMOTION_OVER'] as const;

export const promotionRoutes = defineRoutes({
  'GET /suppliers/{supplierId}/promotions': {
    summary: "A supplier's own promotions, the newest first, with what each has cost so far",
    access: own,
    params: bySupplier,
    query: listed,
    response: page(promotionView),
    problems: ['NOT_FOUND'],
  },
  'POST /suppliers/{supplierId}/promotions': {
    summary: 'Drafts a promotion of own goods, paid by the supplier',
    access: own,
    params: bySupplier,
    body: ownPromotionForm,
    response: promotionView,
    status: 201,
    problems: ['NOT_FOUND', 'SKU_UNKNOWN', 'PRICE_NOT_LOWER', 'PROMOTION_OVER'],
  },
  'POST /suppliers/{supplierId}/promotions/{id}/publish': {
    summary: 'Publishes a promotion: from then on its terms do not change',
    access: own,
    params: bySupplier.extend({ id: uuid }),
    response: promotionView,
    problems: STEP,
  },
  'POST /suppliers/{supplierId}/promotions/{id}/end': {
    summary: 'Ends a promotion before its time; what was ordered stays as it was ordered',
    access: own,
    params: bySupplier.extend({ id: uuid }),
    body: why,
    response: promotionView,
    problems: STEP,
  },
  'GET /promotions': {
    summary: "The platform's promotions, the newest first, with who pays and what each has cost so far",
    access: keeper,
    query: listed,
    response: page(promotionView),
  },
  'POST /promotions': {
    summary: 'Drafts a promotion over the goods of all suppliers, paid by the platform or by organisations',
    access: keeper,
    body: platformPromotionForm,
    response: promotionView,
    status: 201,
    problems: ['FUNDER_UNKNOWN', 'PROMOTION_OVER'],
  },
  'POST /promotions/{id}/publish': {
    summary: 'Publishes a promotion of the platform; somebody other than who drafted it does',
    access: keeper,
    params: z.strictObject({ id: uuid }),
    response: promotionView,
    problems: [...STEP, 'FOUR_EYES'],
  },
  'POST /promotions/{id}/end': {
    summary: 'Ends a promotion of the platform before its time',
    access: keeper,
    params: z.strictObject({ id: uuid }),
    body: why,
    response: promotionView,
    problems: STEP,
  },
  'GET /coupons': {
    summary: 'Coupons that can be claimed now: of the platform, and of the suppliers that are named',
    access: open,
    query: z.strictObject({
      suppliers: z
        .string()
        .regex(/^[0-9a-f-]{36}(,[0-9a-f-]{36}){0,99}$/, 'ids by comma')
        .optional(),
    }),
    response: z.object({ data: z.array(couponView) }),
  },
  'POST /coupons/{id}/claims': {
    summary: 'Claims a coupon of a promotion for the account',
    access: only('consumer', 'businessBuyer'),
    params: z.strictObject({ id: uuid }),
    response: couponView,
    status: 201,
    problems: ['NOT_FOUND', 'COUPON_GONE', 'COUPON_HELD'],
  },
});
