import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, money, page, regionCode, slug, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';
import { DISCOUNT_KINDS, FUNDER_KINDS, PHASES } from './channel-names';
import { byId, bySlug, inOrder, product, span, supplier, VERSIONED, words } from './channel-scalars';
import { CAMPAIGN_STATES } from './channel-states';
import { category } from './categories';
import { productCard } from './routes';

const basisPoints = z.number().int().min(1).max(10_000);

/** Who bears a discount and how much of it, in basis points; together they are 10,000. */
const funderForm = z
  .strictObject({ kind: z.enum(FUNDER_KINDS), organisationId: uuid.nullable().default(null), shareBp: basisPoints })
  .refine(
    ({ kind, organisationId }) => (kind === 'organisation') === (organisationId !== null),
    'an organisation is named',
  );

const discountForm = z
  .strictObject({
    name: words(40),
    kind: z.enum(DISCOUNT_KINDS),
    /** Of `percentOff`: how much less, in basis points of the line. */
    percentBp: z.number().int().min(1).max(9_000).nullable().default(null),
    /** Of `fullReduction` (满减): from this sum of one supplier's goods on ... */
    threshold: money.nullable().default(null),
    /** ... so much less. */
    reduction: money.nullable().default(null),
    category: category.nullable().default(null),
    funders: z.array(funderForm).min(1).max(6),
  })
  .refine(
    ({ kind, percentBp, threshold, reduction }) =>
      kind === 'percentOff'
        ? percentBp !== null && threshold === null && reduction === null
        : percentBp === null && threshold !== null && reduction !== null,
    'a percentage, or a threshold with a reduction',
  )
  .refine(
    ({ threshold, reduction }) =>
      threshold === null || reduction === null || BigInt(reduction.amount) < BigInt(threshold.amount),
    'less than the threshold is taken off',
  )
  .refine(({ reduction }) => reduction === null || reduction.amount !== '0', 'something is taken off');

export const campaignForm = z
  .strictObject({
    slug,
    name: words(60),
    story: words(2000, 0),
    ...span,
    eastCode: regionCode,
    westCode: regionCode,
    /** The province of the pairing whose turn it is. */
    hostCode: regionCode,
    discounts: z.array(discountForm).max(6).default([]),
  })
  .refine(inOrder, 'ends after it starts')
  .refine(
    ({ hostCode, eastCode, westCode }) => hostCode === eastCode || hostCode === westCode,
    'one of the pair hosts',
  );

const funder = z.object({
  kind: z.enum(FUNDER_KINDS),
  organisation: z.object({ id: uuid, name: z.string() }).nullable(),
  shareBp: basisPoints,
});
export const discountView = z.object({
  id: uuid,
  name: bilingual,
  kind: z.enum(DISCOUNT_KINDS),
  percentBp: z.number().int().nullable(),
  threshold: money.nullable(),
  reduction: money.nullable(),
  category: z.string().nullable(),
  funders: z.array(funder),
});

const place = z.object({ code: regionCode, name: z.string() });
const shown = {
  slug,
  name: bilingual,
  ...span,
  phase: z.enum(PHASES),
  east: place,
  west: place,
  /** 京蒙协作 and the like. */
  nickname: z.string(),
  host: place,
  cancelledWhy: z.string().nullable(),
};
export const campaignCard = z.object({ ...shown, products: z.number().int() });
export const campaignView = z.object({
  ...shown,
  story: bilingual,
  discounts: z.array(discountView),
  products: z.array(productCard),
  total: z.number().int(),
});
const entryView = z.object({
  supplier,
  product,
  enteredAt: instant,
  /** Recognised and for sale now; otherwise it is entered and not shown. */
  shown: z.boolean(),
});
export const campaignDraft = z.object({
  id: uuid,
  version: z.number().int(),
  state: z.enum(CAMPAIGN_STATES),
  ...shown,
  story: bilingual,
  discounts: z.array(discountView),
  entries: z.number().int(),
  /** Whether the reader is another than its drafter. */
  mayPublish: z.boolean(),
  /** Whose turn it would be after the last campaign of the pairing. */
  turnOf: place,
});
/** What may be entered: what is still to come or running. */
const entering = z.object({
  campaign: campaignCard,
  discounts: z.array(discountView),
  /** Own recognised products from the western province, entered or not. */
  products: z.array(z.object({ product, entered: z.boolean() })),
  /** Of the products that are entered: the same again where they are the same. */
  version: z.number().int(),
});

const keeper = only('operator');
const JUDGED = ['PAIRING_UNKNOWN', 'FUNDERS_NOT_WHOLE', 'FUNDER_UNKNOWN', 'SLUG_TAKEN'] as const;
const seller = z.strictObject({ supplierId: uuid });

export const campaignRoutes = defineRoutes({
  'GET /campaigns': {
    summary: 'The calendar of campaigns (西货东输): what runs and comes, then what is over',
    access: open,
    query: z.strictObject({
      from: date.optional(),
      to: date.optional(),
      region: regionCode.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(campaignCard),
  },
  'GET /campaigns/{slug}/products': {
    summary: 'Goods that take part, as those who entered them sell them, a page at a time',
    access: open,
    params: bySlug,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(productCard),
    problems: ['NOT_FOUND'],
  },
  'GET /campaigns/{slug}': {
    summary: 'A campaign: whose, until when, what is on offer, and who pays for each discount',
    access: open,
    params: bySlug,
    response: campaignView,
    problems: ['NOT_FOUND'],
  },
  'GET /catalogue/campaigns': {
    summary: 'All campaigns, drafts and cancelled ones too',
    access: keeper,
    query: z.strictObject({ state: z.enum(CAMPAIGN_STATES).optional(), cursor: cursor.optional(), limit }),
    tabled: true,
    response: page(z.object({ id: uuid, state: z.enum(CAMPAIGN_STATES), ...shown, entries: z.number().int() })),
  },
  'POST /catalogue/campaigns': {
    summary: 'Drafts a campaign of a pairing in force, with its discounts and who funds them',
    access: keeper,
    body: campaignForm,
    response: campaignDraft,
    status: 201,
    versioned: 'read',
    problems: JUDGED,
  },
  'GET /catalogue/campaigns/{id}': {
    summary: 'A campaign as it stands, and whose turn to host it is',
    access: keeper,
    params: byId,
    response: campaignDraft,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'PUT /catalogue/campaigns/{id}': {
    summary: 'Changes a draft',
    access: keeper,
    params: byId,
    body: campaignForm,
    response: campaignDraft,
    versioned: 'write',
    problems: [...VERSIONED, ...JUDGED],
  },
  'POST /catalogue/campaigns/{id}/publish': {
    summary: 'Publishes a campaign: from then on its days, host, discounts and funders do not change',
    access: keeper,
    params: byId,
    response: campaignDraft,
    versioned: 'write',
    problems: [...VERSIONED, 'CAMPAIGN_TURN', 'PAIRING_UNKNOWN', 'CAMPAIGN_PAST', 'FOUR_EYES'],
  },
  'POST /catalogue/campaigns/{id}/cancel': {
    summary: 'Calls a campaign off, with the reason; what was ordered stays as it was ordered',
    access: keeper,
    params: byId,
    body: z.strictObject({ reason: text(300, 2) }),
    response: campaignDraft,
    versioned: 'write',
    problems: VERSIONED,
  },
  'GET /catalogue/campaigns/{id}/entries': {
    summary: 'What was entered, and whether it may be shown now',
    access: keeper,
    params: byId,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    tabled: true,
    response: page(entryView),
    problems: ['NOT_FOUND'],
  },
  'GET /suppliers/{supplierId}/campaigns': {
    summary: 'Campaigns that own recognised products may join, with what a discount would cost the supplier',
    access: only('supplier'),
    params: seller,
    response: z.object({ data: z.array(entering) }),
    problems: ['NOT_FOUND'],
  },
  'PUT /suppliers/{supplierId}/campaigns/{slug}': {
    summary:
      'Enters own products, all that are to take part; accepting the share of the discounts that the supplier bears',
    access: only('supplier'),
    params: seller.extend({ slug }),
    body: z.strictObject({ products: z.array(uuid).max(100), acceptsDiscounts: z.literal(true) }),
    response: entering,
    versioned: 'write',
    problems: ['NOT_FOUND', 'CAMPAIGN_OVER', 'NOT_RECOGNISED', 'STALE_VERSION', 'VERSION_MISSING'],
  },
});
