import { z } from 'zod';
import { defineRoutes, only, open } from '../core/route';
import { instant, money, regionCode, uuid } from '../core/scalars';
import { STORAGES } from './cart-names';

const own = only('supplier');
const bySupplier = z.strictObject({ supplierId: uuid });
/** A pallet; more does not go by parcel. */
const grams = z.number().int().min(1).max(1_000_000);

/** What one class of goods costs to some places: first weight, further weight, and from which sum on it is free. */
const rate = z.strictObject({
  storage: z.enum(STORAGES),
  /** Provinces, prefectures or counties; '000000' is the mainland. The closest that is named holds. */
  regions: z.array(regionCode).min(1).max(500),
  /** Not sent there at all. */
  served: z.boolean(),
  firstGrams: grams,
  first: money,
  stepGrams: grams,
  step: money,
  /** From this much of own goods in an order on, after discounts, it is free; null: never. */
  freeFrom: money.nullable(),
});

const form = z.strictObject({
  /** What a pack weighs that is not sold by weight. */
  assumedGrams: grams,
  rates: z
    .array(rate)
    .min(1)
    .max(60)
    .refine((rates) => {
      const places = rates.flatMap(({ storage, regions }) => regions.map((code) => `${storage} ${code}`));
      return new Set(places).size === places.length;
    }, 'each place once for each class'),
});

export const freightTemplateView = form.extend({
  id: uuid,
  /** Holds for orders placed from then until the next one. */
  effectiveFrom: instant,
  /** Names of the places that are named. */
  places: z.record(z.string(), z.string()),
});

export const freightRoutes = defineRoutes({
  'GET /skus/{skuId}/delivery': {
    summary:
      'What it costs to send so many packs to a place, by themselves and before coupons; or that they are not sent there',
    access: open,
    params: z.strictObject({ skuId: uuid }),
    query: z.strictObject({ region: regionCode, quantity: z.coerce.number().int().min(1).max(9999).default(1) }),
    response: z.object({
      region: z.object({ code: regionCode, name: z.string() }),
      served: z.boolean(),
      freight: money,
      /** From this much of the supplier's goods on it is free; null: never, or it is free anyway. */
      freeFrom: money.nullable(),
      /** Said only where there is less than wanted. */
      available: z.number().int().nullable(),
    }),
    problems: ['NOT_FOUND', 'REGION_NOT_DELIVERABLE'],
  },
  'GET /suppliers/{supplierId}/freight': {
    summary: 'Own freight templates, the one that holds first; none: everything is sent free',
    access: own,
    params: bySupplier,
    /** The version counts all templates there were: it is another one once one is put in place. */
    response: z.object({ version: z.number().int(), data: z.array(freightTemplateView) }),
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /suppliers/{supplierId}/freight': {
    summary: 'Puts a new template in place of the one that holds; orders that were placed keep theirs',
    access: own,
    params: bySupplier,
    body: form,
    response: freightTemplateView,
    status: 201,
    versioned: 'write',
    problems: ['NOT_FOUND', 'INVALID_INPUT', 'STALE_VERSION', 'VERSION_MISSING'],
  },
});
