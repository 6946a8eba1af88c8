import { z } from 'zod';
import { bilingual, cursor, date, limit, page, regionCode, slug, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';
import { VENUE_KINDS } from './channel-names';
import { byId, bySlug, product, region, VERSIONED, words } from './channel-scalars';
import { VENUE_STATES } from './channel-states';
import { fen } from './search';
import { category } from './categories';
import { openingTime } from './opening-time';
import { productCard } from './routes';

/** What fills a shelf by itself; what is not said does not narrow. */
const ruleParts = z.strictObject({
  category: category.nullable().default(null),
  region: regionCode.nullable().default(null),
  supplier: uuid.nullable().default(null),
  /** Harvested in the present month. */
  inSeason: z.boolean().default(false),
  /** Recognised at this moment (认定产品). */
  recognised: z.boolean().default(false),
  /** In fen, both ends included; held against the lowest price of a supplier, which its card shows. */
  priceFrom: fen.nullable().default(null),
  priceTo: fen.nullable().default(null),
});
export const shelfRule = ruleParts.refine(
  ({ priceFrom, priceTo }) => priceFrom === null || priceTo === null || BigInt(priceFrom) <= BigInt(priceTo),
  { message: 'the highest price lies below the lowest', path: ['priceTo'] },
);

const curated = z.array(uuid).min(1).max(60);
const shelfForm = z
  .strictObject({ title: words(40), rule: shelfRule.nullable(), products: curated.nullable() })
  .refine(({ rule, products }) => (rule === null) !== (products === null), 'filled by a rule or by hand, one of them')
  .refine(({ products }) => new Set(products).size === (products?.length ?? 0), 'each product once');

const where = {
  kind: z.enum(VENUE_KINDS),
  name: words(60),
  story: words(2000, 0),
  regionCode,
  operatorName: text(80, 0),
};
const placed = {
  /** Null for halls that stand on the net alone. */
  address: text(200).nullable().default(null),
  phone: z
    .string()
    .regex(/^[\d-]{7,20}$/, 'a phone number')
    .nullable()
    .default(null),
  openingTimes: z.array(openingTime).max(14).default([]),
  /** Days on which it is shut though the week says open. */
  shutOn: z.array(date).max(60).default([]),
  /** Goods can be handed over here. */
  pickup: z.boolean().default(false),
  /** The organisation whose people hand them over; null: operators alone do. */
  keeper: uuid.nullable().optional(),
};

export const venueForm = z.strictObject({ slug, ...where, ...placed, shelves: z.array(shelfForm).max(12).default([]) });

const shownWhere = {
  slug,
  kind: z.enum(VENUE_KINDS),
  name: bilingual,
  region,
  operatorName: z.string(),
  address: z.string().nullable(),
  pickup: z.boolean(),
  /** Open at this moment; null where it has no opening times. */
  openNow: z.boolean().nullable(),
};

export const venueCard = z.object({
  ...shownWhere,
  openingTimes: z.array(openingTime),
  /** Counted up to 100: so many, or more. */
  products: z.number().int(),
});

export const venueView = z.object({
  ...shownWhere,
  story: bilingual,
  phone: z.string().nullable(),
  openingTimes: z.array(openingTime),
  shutOn: z.array(date),
  state: z.enum(['open', 'closed']),
  shelves: z.array(
    z.object({
      position: z.number().int(),
      title: bilingual,
      rule: shelfRule.nullable(),
      /** The first of them, only what may be sold now. */
      products: z.array(productCard),
      /** Of what may be sold now, counted up to 100: so many, or more. */
      total: z.number().int(),
    }),
  ),
});

export const venueDraft = z.object({
  id: uuid,
  version: z.number().int(),
  state: z.enum(VENUE_STATES),
  ...shownWhere,
  story: bilingual,
  phone: z.string().nullable(),
  openingTimes: z.array(openingTime),
  shutOn: z.array(date),
  keeper: z.object({ id: uuid, name: z.string() }).nullable(),
  shelves: z.array(
    z.object({
      title: bilingual,
      rule: shelfRule.nullable(),
      products: z.array(product).nullable(),
      /** Of what may be sold now, counted up to 100: so many, or more. */
      total: z.number().int(),
    }),
  ),
});

const keeper = only('operator');
const JUDGED = ['REGION_UNKNOWN', 'PRODUCT_UNKNOWN', 'VENUE_PLACE', 'KEEPER_UNKNOWN', 'SLUG_TAKEN'] as const;

export const venueRoutes = defineRoutes({
  'GET /venues': {
    summary: 'Open venues: halls of provinces and counties, zones, direct-supply points and hubs',
    access: open,
    query: z.strictObject({
      kind: z.enum(VENUE_KINDS).optional(),
      region: regionCode.optional(),
      /** Only where goods are handed over. */
      pickup: z.stringbool().optional(),
      /** Only where all of these packs stand on a shelf; ids by comma. */
      packs: z
        .string()
        .regex(
          /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}(,[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}){0,99}$/,
          'ids by comma',
        )
        .optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(venueCard),
  },
  'GET /venues/{slug}': {
    summary: 'A venue with its opening times and shelves; a closed one keeps its page and says so',
    access: open,
    params: bySlug,
    response: venueView,
    problems: ['NOT_FOUND'],
  },
  'GET /catalogue/venues': {
    summary: 'All venues, drafts and closed ones too',
    access: keeper,
    query: z.strictObject({ state: z.enum(VENUE_STATES).optional(), cursor: cursor.optional(), limit }),
    tabled: true,
    response: page(z.object({ id: uuid, state: z.enum(VENUE_STATES), ...shownWhere })),
  },
  'POST /catalogue/venues': {
    summary: 'Drafts a venue',
    access: keeper,
    body: venueForm,
    response: venueDraft,
    status: 201,
    versioned: 'read',
    problems: JUDGED,
  },
  'GET /catalogue/venues/{id}': {
    summary: 'A venue as it stands, with what each shelf would hold now',
    access: keeper,
    params: byId,
    response: venueDraft,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'PUT /catalogue/venues/{id}': {
    summary: 'Changes a venue; the page shows it at once',
    access: keeper,
    params: byId,
    body: venueForm,
    response: venueDraft,
    versioned: 'write',
    problems: [...VERSIONED, ...JUDGED, 'SLUG_FIXED'],
  },
  'POST /catalogue/venues/{id}/open': {
    summary: 'Opens a venue: its page is public from now on',
    access: keeper,
    params: byId,
    response: venueDraft,
    versioned: 'write',
    problems: [...VERSIONED, 'VENUE_EMPTY'],
  },
  'POST /catalogue/venues/{id}/close': {
    summary: 'Closes a venue, with the reason',
    access: keeper,
    params: byId,
    body: z.strictObject({ reason: text(300, 2) }),
    response: venueDraft,
    versioned: 'write',
    problems: VERSIONED,
  },
});
