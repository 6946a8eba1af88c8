import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, page, regionCode, slug, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';
import { byId, bySlug, product, region, supplier, VERSIONED, words } from './channel-scalars';
import { productCard } from './routes';

export const brandForm = z.strictObject({
  slug,
  name: words(40),
  story: words(2000, 0),
  regionCode,
  /** Who owns the mark and says who may use it. */
  ownerName: text(80),
  /** Of the registered mark; empty where none is registered. */
  markNumber: text(40, 0),
});
const shown = { slug, name: bilingual, region, ownerName: z.string(), markNumber: z.string() };
const holder = z.object({ supplier, product: product.nullable(), validFrom: date, validUntil: date });
export const brandCard = z.object({ ...shown, holders: z.number().int(), products: z.number().int() });
export const brandView = z.object({
  ...shown,
  story: bilingual,
  holders: z.array(holder),
  products: z.array(productCard),
  total: z.number().int(),
});
const licenceView = holder.extend({
  id: uuid,
  version: z.number().int(),
  evidence: z.string(),
  state: z.enum(['coming', 'inForce', 'expired', 'revoked']),
  revokedWhy: z.string().nullable(),
  grantedAt: instant,
});
export const brandDraft = z.object({ id: uuid, version: z.number().int(), ...shown, story: bilingual });

const keeper = only('operator');

export const brandRoutes = defineRoutes({
  'GET /brands': {
    summary: 'Regional brands (区域品牌) with how many may use each now',
    access: open,
    query: z.strictObject({ region: regionCode.optional(), cursor: cursor.optional(), limit }),
    response: page(brandCard),
  },
  'GET /brands/{slug}/products': {
    summary: 'Goods that bear the mark, as those who may use it sell them, a page at a time',
    access: open,
    params: bySlug,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(productCard),
    problems: ['NOT_FOUND'],
  },
  'GET /brands/{slug}': {
    summary: 'A brand: who may use the mark until when, and their products for sale',
    access: open,
    params: bySlug,
    response: brandView,
    problems: ['NOT_FOUND'],
  },
  'POST /catalogue/brands': {
    summary: 'Enters a brand',
    access: keeper,
    body: brandForm,
    response: brandDraft,
    status: 201,
    versioned: 'read',
    problems: ['REGION_UNKNOWN', 'SLUG_TAKEN'],
  },
  'GET /catalogue/brands/{id}': {
    summary: 'A brand as its editor sees it',
    access: keeper,
    params: byId,
    response: brandDraft,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'PUT /catalogue/brands/{id}': {
    summary: 'Changes a brand',
    access: keeper,
    params: byId,
    body: brandForm,
    response: brandDraft,
    versioned: 'write',
    problems: ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING', 'REGION_UNKNOWN', 'SLUG_FIXED'],
  },
  'GET /catalogue/brands': {
    summary: 'All brands',
    access: keeper,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    tabled: true,
    response: page(z.object({ id: uuid, ...shown, holders: z.number().int() })),
  },
  'GET /catalogue/brands/{id}/licences': {
    summary: 'Who may or might use the mark, past and revoked ones too',
    access: keeper,
    params: byId,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    tabled: true,
    response: page(licenceView),
    problems: ['NOT_FOUND'],
  },
  'POST /catalogue/brands/{id}/licences': {
    summary: 'Writes down that a supplier may use the mark, for one product or all, on what paper and until when',
    access: keeper,
    params: byId,
    body: z
      .strictObject({
        supplierId: uuid,
        productId: uuid.nullable().default(null),
        validFrom: date,
        validUntil: date,
        /** Number and issuer of the owner's letter of authorisation. */
        evidence: text(200, 4),
      })
      .refine(({ validFrom, validUntil }) => validFrom <= validUntil, 'ends after it starts'),
    response: licenceView,
    status: 201,
    problems: ['NOT_FOUND', 'SUPPLIER_UNKNOWN', 'PRODUCT_UNKNOWN', 'LICENCE_OVERLAPS'],
  },
  'POST /catalogue/brand-licences/{id}/revoke': {
    summary: 'The mark may no longer be used, with the reason; pages stop showing it at once',
    access: keeper,
    params: byId,
    body: z.strictObject({ reason: text(300, 2) }),
    response: licenceView,
    versioned: 'write',
    problems: VERSIONED,
  },
});
