import { z } from 'zod';
import { cursor, instant, limit, page, regionCode, slug, text, uuid, bilingual } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';
import { category } from './categories';
import { CERTIFICATES, SEARCH_FILTERS, ZERO_RESULT_DAYS } from './search-names';

export const fen = z.string().regex(/^(0|[1-9]\d{0,11})$/, 'a whole number of fen');

/** By what a list of products is narrowed; `q` in Chinese, pinyin, initials or English, mixed as people type it. */
export const productFilters = {
  q: text(100).optional(),
  category: category.optional(),
  /** Province, prefecture or county of origin. */
  region: regionCode.optional(),
  supplier: uuid.optional(),
  /** On the shelves of an open venue. */
  venue: slug.optional(),
  certificate: z.enum(CERTIFICATES).optional(),
  /** Lowest price in fen, both ends included. */
  priceFrom: fen.optional(),
  priceTo: fen.optional(),
  /** In harvest this month, by the calendar of a seller whom the other filters leave. */
  season: z.literal('now').optional(),
  /** Of a key county of rural revitalisation (国家乡村振兴重点帮扶县). */
  keyCounty: z.literal('only').optional(),
  /** Sold by somebody who delivers to this place of the mainland, a province, prefecture or county. */
  deliverTo: regionCode.optional(),
  /** Just these words: where they find nothing, nothing else is shown instead. */
  exact: z.literal('only').optional(),
};

/** What was found nothing for, and what is shown instead. */
export const correction = z.object({ asked: z.string(), shown: z.string() });

const counted = z.number().int();

export const facetsView = z.object({
  /** Products that all filters leave. */
  total: counted,
  /** False where so many are left that some of them were counted and the rest reckoned. */
  exact: z.boolean(),
  correction: correction.nullable(),
  /** Each choice with what it would leave beside the other filters. */
  categories: z.array(z.object({ category, products: counted })),
  /** One level below the region chosen, or its neighbours where nothing lies below. */
  regions: z.array(z.object({ code: regionCode, name: z.string(), products: counted })),
  certificates: z.array(z.object({ certificate: z.enum(CERTIFICATES), products: counted })),
  prices: z.array(z.object({ from: fen, to: fen.nullable(), products: counted })),
  suppliers: z.array(z.object({ id: uuid, name: z.string(), products: counted })),
  /** Provinces that can be delivered to; where a place is chosen, also what lies right below its province. */
  deliverTo: z.array(z.object({ code: regionCode, name: z.string(), products: counted })),
  season: counted,
  keyCounty: counted,
  /** What each filter in use keeps away: the total without it. */
  without: z.array(z.object({ filter: z.enum(SEARCH_FILTERS), products: counted })),
});

export const synonymGroup = z.object({
  id: uuid,
  version: z.number().int(),
  words: z.array(z.string()),
  updatedAt: instant,
});

const words = z.array(text(40)).min(2).max(20);
const byId = z.strictObject({ id: uuid });
const operators = only('operator');

export const searchRoutes = defineRoutes({
  'GET /search/facets': {
    summary: 'How many products each filter would leave, for the same question as GET /products',
    access: open,
    query: z.strictObject(productFilters),
    response: facetsView,
    problems: ['REGION_NOT_DELIVERABLE'],
  },
  'GET /search/suggestions': {
    summary: 'Products, suppliers and places that begin like what is being typed, for sale now',
    access: open,
    query: z.strictObject({ q: text(60) }),
    response: z.object({
      products: z.array(z.object({ slug, name: bilingual })),
      suppliers: z.array(z.object({ id: uuid, name: z.string() })),
      places: z.array(z.object({ code: regionCode, name: z.string(), provinceName: z.string() })),
    }),
  },
  'GET /search/hot-words': {
    summary: 'What most searches that found something were for, and what is bought most; words of goods for sale now',
    access: open,
    response: z.object({ data: z.array(z.string()) }),
    cacheSeconds: 300,
  },
  'GET /search/synonyms': {
    summary: 'Words for one thing, the groups changed last first; q finds a group by any spelling of its words',
    access: operators,
    query: z.strictObject({ q: text(20).optional(), cursor: cursor.optional(), limit }),
    tabled: true,
    response: page(synonymGroup),
  },
  'POST /search/synonyms': {
    summary: 'Adds a group of words for one thing; the next search knows it',
    access: operators,
    body: z.strictObject({ words }),
    response: synonymGroup,
    status: 201,
    problems: ['SYNONYM_TAKEN'],
  },
  'PUT /search/synonyms/{id}': {
    summary: 'Changes a group; the next search knows it',
    access: operators,
    params: byId,
    body: z.strictObject({ words }),
    response: synonymGroup,
    versioned: 'write',
    problems: ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING', 'SYNONYM_TAKEN'],
  },
  'DELETE /search/synonyms/{id}': {
    summary: 'Takes a group away',
    access: operators,
    params: byId,
    response: z.void(),
    status: 204,
    versioned: 'write',
    problems: ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING'],
  },
  'GET /search/zero-results': {
    summary: 'What was searched for in vain within so many days, the most asked first',
    access: operators,
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(ZERO_RESULT_DAYS).default(30) }),
    tabled: true,
    response: z.object({
      data: z.array(
        z.object({
          query: z.string(),
          /** The words alone find something: these took all of it away. */
          filters: z.array(z.enum(SEARCH_FILTERS)),
          asked: counted,
          shown: z.string().nullable(),
          lastAskedAt: instant,
        }),
      ),
    }),
  },
  'POST /search/reindex': {
    summary: 'Looks through every product anew, while searches go on',
    access: operators,
    response: z.object({ asked: z.literal(true) }),
    status: 202,
  },
});
