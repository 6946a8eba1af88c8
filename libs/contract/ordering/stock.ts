import { z } from 'zod';
import { defineRoutes, only } from '../core/route';
import { slug, uuid } from '../core/scalars';

const own = only('supplier');
const bySupplier = z.strictObject({ supplierId: uuid });

/** More packs of one kind nobody has on a shelf. */
const MOST_PACKS = 10_000_000;

export const stockView = z.object({
  skuId: uuid,
  productId: uuid,
  productSlug: slug,
  productName: z.string(),
  pack: z.string(),
  /** Packs on the shelf, as last counted less what was sent since. */
  onHand: z.number().int(),
  /** Held by orders that are not sent yet. */
  reserved: z.number().int(),
  /** False where nobody has counted yet. */
  counted: z.boolean(),
});

export const stockRoutes = defineRoutes({
  'GET /suppliers/{supplierId}/stock': {
    summary: "What is on the shelf of the supplier's packs, of all or of one product; those never counted with zero",
    access: own,
    params: bySupplier,
    query: z.strictObject({ product: uuid.optional() }),
    response: z.object({ data: z.array(stockView) }),
    problems: ['NOT_FOUND'],
  },
  'PUT /suppliers/{supplierId}/stock/{skuId}': {
    summary: 'Sets what is on the shelf of one pack after a count; holds at once, audited with what it said before',
    access: own,
    params: bySupplier.extend({ skuId: uuid }),
    body: z.strictObject({ onHand: z.number().int().min(0).max(MOST_PACKS) }),
    response: stockView,
    problems: ['NOT_FOUND', 'STOCK_BELOW_RESERVED'],
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
