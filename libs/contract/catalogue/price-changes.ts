import { z } from 'zod';
import { text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';

const own = only('supplier');
const bySupplier = z.strictObject({ supplierId: uuid });
const counted = z.number().int();

/** Prices beyond the band that wait in open changes, as tables and single edits leave them. */
export const waitingPrices = z.object({
  /** Drafts that hold prices and nothing else: these are handed in together. */
  products: counted,
  /** Packs in them. */
  packs: counted,
  /** Drafts with prices beside words or pictures that somebody is still writing: each is handed in by itself. */
  withOthers: counted,
  /** Prices in them no longer fit the tiers for businesses. */
  unsound: counted,
  /** Handed in already, looked at by a reviewer. */
  submitted: counted,
});

const asFile = {
  access: own,
  params: bySupplier,
  query: z.strictObject({
    format: z.enum(['xlsx', 'csv']).default('xlsx'),
    /** As the list of own products is narrowed: a part of a name or a code, and whether it may be sold now. */
    q: text(60, 0).optional(),
    sells: z.stringbool().optional(),
  }),
  response: z.any(),
  download: true,
  problems: ['NOT_FOUND', 'RATE_LIMITED'],
} as const;

export const priceChangeRoutes = defineRoutes({
  'GET /suppliers/{supplierId}/products/file': {
    summary: 'The own products as a table, a row a pack, with the headings of the import of products',
    ...asFile,
  },
  'GET /suppliers/{supplierId}/prices/file': {
    summary: 'The own price list as a table that the import of prices takes back, with the band of each price',
    ...asFile,
  },
  'GET /suppliers/{supplierId}/price-changes': {
    summary: 'How many listings have prices that wait: to be handed in, or for a reviewer',
    access: own,
    params: bySupplier,
    response: waitingPrices,
    problems: ['NOT_FOUND'],
  },
  'POST /suppliers/{supplierId}/price-changes/submit': {
    summary: 'Hands in every draft that holds prices and nothing else; what is written at beside them is left',
    access: own,
    params: bySupplier,
    response: waitingPrices.extend({ handedIn: counted }),
    problems: ['NOT_FOUND'],
  },
});
