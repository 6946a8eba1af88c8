import { z } from 'zod';
import { defineRoutes, only } from '../core/route';
import { bilingual, slug, uuid } from '../core/scalars';
import { STOCK_REASONS } from './stock-reasons';

const own = only('supplier');
const bySupplier = z.strictObject({ supplierId: uuid });

/** More packs of one kind nobody has on a shelf. */
const MOST_PACKS = 10_000_000;

/** The venue by its slug; the supplier's own warehouse where it is left out. */
const place = slug.optional();

const placeOfStock = z.object({
  /** Null is the supplier's own warehouse, which stands first. */
  venue: z.object({ slug, name: bilingual }).nullable(),
  /** Packs that lie there, as last counted less what was sent since. */
  onHand: z.number().int(),
  /** Held there by orders that are not sent yet. */
  reserved: z.number().int(),
  /** False where nobody has counted yet. */
  counted: z.boolean(),
  /** Moves with whatever changes `onHand`, not with what orders hold; whoever counts sends it. */
  version: z.number().int(),
});

export const stockView = z.object({
  skuId: uuid,
  productId: uuid,
  productSlug: slug,
  productName: z.string(),
  pack: z.string(),
  /** Packs in all places together; so are `reserved` and, where any was counted, `counted`. */
  onHand: z.number().int(),
  reserved: z.number().int(),
  counted: z.boolean(),
  places: z.array(placeOfStock),
});

export const stockRoutes = defineRoutes({
  'GET /suppliers/{supplierId}/stock': {
    summary: "What lies where of the supplier's packs, of all or of one product; those never counted with zero",
    access: own,
    params: bySupplier,
    query: z.strictObject({ product: uuid.optional() }),
    response: z.object({ data: z.array(stockView) }),
    problems: ['NOT_FOUND'],
  },
  'GET /suppliers/{supplierId}/stock/places': {
    summary: 'Venues in which goods of a product may be laid in: open, showing it, and handing it over',
    access: own,
    params: bySupplier,
    query: z.strictObject({ product: uuid }),
    response: z.object({ data: z.array(z.object({ slug, name: bilingual })) }),
    problems: ['NOT_FOUND'],
  },
  'PUT /suppliers/{supplierId}/stock/{skuId}': {
    summary:
      'Sets what lies in one place of one pack after a count, for a reason; holds at once. If-Match is the version of that place as it was read',
    access: own,
    params: bySupplier.extend({ skuId: uuid }),
    body: z.strictObject({
      onHand: z.number().int().min(0).max(MOST_PACKS),
      place,
      reason: z.enum(STOCK_REASONS).default('stocktake'),
    }),
    response: stockView.extend({ version: z.number().int() }),
    versioned: 'write',
    problems: ['NOT_FOUND', 'STOCK_BELOW_RESERVED', 'STOCK_PLACE_NOT_OFFERED', 'STALE_VERSION', 'VERSION_MISSING'],
  },
  'POST /suppliers/{supplierId}/stock/{skuId}/moves': {
    summary:
      'Packs go from one place to another, as far as no order holds them: out of one and into the other by one act, or not at all',
    access: own,
    params: bySupplier.extend({ skuId: uuid }),
    body: z
      .strictObject({ from: place, to: place, packs: z.number().int().min(1).max(MOST_PACKS) })
      .refine(({ from, to }) => from !== to, { path: ['to'], message: 'goods are moved to another place' }),
    response: stockView,
    idempotent: true,
    problems: ['NOT_FOUND', 'STOCK_NOT_FREE', 'STOCK_PLACE_NOT_OFFERED'],
  },
  'GET /suppliers/{supplierId}/stock/file': {
    summary: 'The same, narrowed in the same way, as a table that the stock import takes back',
    access: own,
    params: bySupplier,
    query: z.strictObject({ product: uuid.optional(), format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
});
