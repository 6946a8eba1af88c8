import { z } from 'zod';
import { missingToSell } from '../admission/listings';
import { DOSSIER_STATES } from '../admission/dossier-states';
import { RECOGNITION_STATES } from '../admission/recognition-states';
import { findingView } from '../admission/findings';
import { bilingual, cursor, date, instant, limit, money, page, regionCode, slug, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { dossierForm } from './dossier-form';
import { category } from './categories';
import { storage } from './routes';

const own = only('supplier');
const bySupplier = z.strictObject({ supplierId: uuid });
const byProduct = bySupplier.extend({ productId: uuid });

/** What a product is, beside its words: judged with its dossier, so that a change is the next version. */
const factFields = {
  name: z.strictObject({ zh: text(60), en: text(120) }),
  category,
  regionCode,
  shelfLifeDays: z.number().int().min(1).max(10_000).nullable(),
  storage,
  scClass: z
    .string()
    .regex(/^[12]\d{2}$/, 'three digits of the food licence')
    .nullable(),
};
export const productFacts = z.strictObject(factFields);
const shownFacts = z.object({ ...factFields, origin: z.string() });

/** Why a supplier cannot change what a product is: others sell it too, or a published register says it. */
export const FACTS_FIXED = ['shared', 'registered'] as const;

export const supplierProduct = z.object({
  productId: uuid,
  slug,
  name: bilingual,
  category,
  packs: z.array(z.object({ skuId: uuid, pack: z.string(), price: money })),
  dossier: z
    .object({ id: uuid, version: z.number().int(), state: z.enum(DOSSIER_STATES), reason: z.string().nullable() })
    .nullable(),
  recognition: z.object({ id: uuid, state: z.enum(RECOGNITION_STATES), validUntil: date.nullable() }).nullable(),
  maySell: z.boolean(),
  /** Where its first published photograph is to be had, small; null where it has none. */
  photo: z.string().nullable(),
});

export const dossierDraft = z.object({
  version: z.number().int(),
  supplierId: uuid,
  productId: uuid,
  form: dossierForm,
  /** As the shop shows them now. */
  standing: shownFacts,
  /** As the next version will say them; null where nothing is to change. */
  wanted: shownFacts.nullable(),
  factsFixed: z.enum(FACTS_FIXED).nullable(),
  lotCodePrefix: z.string().nullable(),
  savedAt: instant.nullable(),
  /** What the standard's product criteria would find today. */
  findings: z.array(findingView),
  /** Fields that the reviewer wants changed, of the version before. */
  corrections: z.array(z.object({ pointer: z.string(), note: z.string() })),
  /** The newest version that was sent. */
  sent: z.object({ id: uuid, version: z.number().int(), state: z.enum(DOSSIER_STATES), sentAt: instant }).nullable(),
});

export const supplierProductRoutes = defineRoutes({
  'GET /suppliers/{supplierId}/products': {
    summary: "The supplier's own products, the newest first, each with how far it is on its way to sale and mark",
    access: own,
    params: bySupplier,
    query: z.strictObject({
      /** A part of its name in either language, or its code. */
      q: text(60, 0).optional(),
      /** Only what may be sold at this moment, or only what may not. */
      sells: z.stringbool().optional(),
      /** Only with a pack for sale of which little or nothing is left. */
      short: z.stringbool().optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(supplierProduct),
    problems: ['NOT_FOUND'],
  },
  'GET /suppliers/{supplierId}/products/{productId}': {
    summary: 'One of them',
    access: own,
    params: byProduct,
    response: supplierProduct,
    problems: ['NOT_FOUND'],
  },
  'POST /suppliers/{supplierId}/products': {
    summary: 'Enters a product of the supplier with its first pack; nothing is sold before its dossier is approved',
    access: own,
    params: bySupplier,
    body: z.strictObject({
      ...factFields,
      /** Toneless, by syllable; searches find the product by it. */
      pinyin: z
        .string()
        .regex(/^[a-z ]{1,200}$/, 'syllables of small letters')
        .optional(),
      description: z.strictObject({ zh: text(1000, 0), en: text(1000, 0) }),
      harvestMonths: z.array(z.number().int().min(1).max(12)).max(12),
      pack: z
        .strictObject({
          pack: text(40),
          price: money.refine(({ amount }) => amount !== '0', 'more than nothing'),
          wholesalePrice: money.refine(({ amount }) => amount !== '0', 'more than nothing').nullable(),
          minimumOrderPacks: z.number().int().min(1).max(100_000),
        })
        .refine(({ price, wholesalePrice: low }) => low === null || BigInt(low.amount) <= BigInt(price.amount), {
          message: 'at most the retail price',
          path: ['wholesalePrice'],
        }),
    }),
    response: supplierProduct,
    status: 201,
    problems: ['NOT_FOUND', 'TEXT_UNLAWFUL', 'REGION_UNKNOWN', 'PACK_UNSOUND'],
  },
  'GET /suppliers/{supplierId}/products/{productId}/dossier': {
    summary: 'The dossier as it is being written, with what machines would find in it today',
    access: own,
    params: byProduct,
    response: dossierDraft,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'PUT /suppliers/{supplierId}/products/{productId}/dossier': {
    summary: 'Saves the dossier as it is; nothing that is missing or wrong stops it',
    access: own,
    params: byProduct,
    body: dossierForm,
    response: dossierDraft,
    versioned: 'write',
    problems: ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING'],
  },
  'PUT /suppliers/{supplierId}/products/{productId}/dossier/facts': {
    summary:
      'Says what the product shall be from the next version of its dossier on; the shop shows it once that is approved',
    access: own,
    params: byProduct,
    body: productFacts,
    response: dossierDraft,
    versioned: 'write',
    problems: ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING', 'FACTS_FIXED', 'TEXT_UNLAWFUL', 'REGION_UNKNOWN'],
  },
  'POST /suppliers/{supplierId}/products/{productId}/dossier/send': {
    summary:
      'Sends the dossier down to be judged, frozen with prices and peers of today; the approved one goes on selling',
    access: own,
    params: byProduct,
    response: dossierDraft,
    versioned: 'write',
    problems: [
      'NOT_FOUND',
      'STALE_VERSION',
      'VERSION_MISSING',
      'DOSSIER_UNCHANGED',
      'SUPPLIER_NOT_ADMITTED',
      'PAPER_UNKNOWN',
      'TEXT_UNLAWFUL',
    ],
  },
  'GET /suppliers/{supplierId}/products/{productId}/to-sell': {
    summary: 'What is missing before this may be sold, and before it may carry the mark',
    access: only('supplier', 'reviewer', 'operator', 'auditor'),
    params: byProduct,
    response: missingToSell,
    problems: ['NOT_FOUND'],
  },
});
