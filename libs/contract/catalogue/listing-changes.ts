import { z } from 'zod';
import { cursor, instant, limit, money, page, slug, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { CHANGE_STATES } from './change-states';
import { option, changeFields, fieldChange, listingContent, pictureView, textFinding, tiers } from './listing-fields';
import { stockState } from './routes';

const own = only('supplier');
const readers = only('supplier', 'reviewer', 'operator', 'auditor');
const byProduct = z.strictObject({ supplierId: uuid, productId: uuid });
const byId = z.strictObject({ id: uuid });
const MESSAGE = text(1000, 4);

export const CHANGE_ACTIONS = ['confirm', 'requestChanges', 'reject', 'cancel'] as const;
export const CHANGE_REFUSALS = ['NOT_YOUR_PART', 'SUBMITTED_IT', 'BELONGS_TO_PARTY', 'NOT_AT_THIS_STEP'] as const;

export const changeEntry = z.object({
  id: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  product: z.object({ id: uuid, slug, name: z.string() }),
  state: z.enum(CHANGE_STATES),
  fields: z.array(z.string()),
  /** Words that block, as they were found with the rules in force today. */
  blocking: z.number().int(),
  submittedAt: instant.nullable(),
  decidedAt: instant.nullable(),
  message: z.string().nullable(),
  /** Of the listing: it moves with everything that happens to it. */
  version: z.number().int(),
});

export const changeView = changeEntry.extend({
  changes: z.array(fieldChange),
  /** What the supplier says to the reviewer. */
  note: z.string(),
  findings: z.array(textFinding),
  rulesVersion: z.string(),
  submittedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  /** As the shop would show it. */
  preview: listingContent,
  pictures: z.array(pictureView),
  actions: z.array(
    z.object({ action: z.enum(CHANGE_ACTIONS), allowed: z.boolean(), why: z.enum(CHANGE_REFUSALS).nullable() }),
  ),
});

export const listingPack = z.object({
  skuId: uuid,
  pack: z.string(),
  options: z.array(z.object({ name: z.string(), value: z.string() })),
  /** The supplier's own number, fourteen digits. */
  gtin: z.string().nullable(),
  /** The supplier's own number of it (商家货号). */
  articleNumber: z.string().nullable(),
  price: money,
  unitPrice: money.nullable(),
  /** Prices between these pass at once; beyond them somebody looks. Null where nothing sells yet: any price passes. */
  band: z.object({ lowest: money, highest: money }).nullable(),
  tiers,
  minimumOrderPacks: z.number().int(),
  orderStepPacks: z.number().int(),
  /** False for a pack that was added later and whose change nobody has confirmed yet: it sells nowhere. */
  opened: z.boolean(),
  stock: stockState,
});

export const listingView = z.object({
  version: z.number().int(),
  supplierId: uuid,
  productId: uuid,
  slug,
  name: z.string(),
  /** As the shop shows it now. */
  current: listingContent,
  findings: z.array(textFinding),
  packs: z.array(listingPack),
  pictures: z.array(pictureView),
  /** The one that is open, or the last one where none is. */
  change: changeView.nullable(),
  /** Whether other suppliers sell the same product: its name and origin are then nobody's alone. */
  shared: z.boolean(),
});

const packCount = z.number().int().min(1).max(100_000);
/** Of business orders: at least so many packs, in multiples of the step. */
const wholesaleTerms = z
  .strictObject({ minimumOrderPacks: packCount, orderStepPacks: packCount })
  .refine(({ minimumOrderPacks, orderStepPacks }) => minimumOrderPacks % orderStepPacks === 0, {
    path: ['minimumOrderPacks'],
    message: 'a multiple of the step',
  });

const SAVED = ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP'] as const;
const DECIDED = [...SAVED, 'FOUR_EYES'] as const;

export const listingChangeRoutes = defineRoutes({
  'GET /suppliers/{supplierId}/products/{productId}/listing': {
    summary: 'The listing as the shop shows it, its packs and prices, and the change that is being written or waits',
    access: own,
    params: byProduct,
    response: listingView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'PUT /suppliers/{supplierId}/products/{productId}/listing/change': {
    summary: 'Saves what is to become otherwise, field by field; unlawful words are named, and stop nothing yet',
    access: own,
    params: byProduct,
    body: z.strictObject({ fields: changeFields, note: text(1000, 0).default('') }),
    response: listingView,
    versioned: 'write',
    problems: [...SAVED, 'PICTURE_UNKNOWN', 'TIERS_UNSOUND'],
  },
  'POST /suppliers/{supplierId}/products/{productId}/listing/change/submit': {
    summary: 'Hands the change in to be looked at; refused while it holds words that may not stand in a listing',
    access: own,
    params: byProduct,
    response: listingView,
    versioned: 'write',
    problems: [...SAVED, 'TEXT_UNLAWFUL', 'PICTURE_NOT_READY'],
  },
  'POST /suppliers/{supplierId}/products/{productId}/listing/change/cancel': {
    summary: 'Takes the own change back, before or after it was handed in',
    access: own,
    params: byProduct,
    response: listingView,
    versioned: 'write',
    problems: SAVED,
  },
  'PUT /suppliers/{supplierId}/products/{productId}/prices': {
    summary: 'Changes prices: within the band at once; others wait with the open change until somebody confirms them',
    access: own,
    params: byProduct,
    body: z.strictObject({
      prices: z
        .array(
          z.strictObject({ skuId: uuid, price: money.refine(({ amount }) => amount !== '0', 'more than nothing') }),
        )
        .min(1)
        .max(60)
        .refine((rows) => new Set(rows.map(({ skuId }) => skuId)).size === rows.length, 'each pack once'),
    }),
    response: z.object({
      version: z.number().int(),
      prices: z.array(z.object({ skuId: uuid, outcome: z.enum(['holds', 'waits', 'unchanged']) })),
    }),
    versioned: 'write',
    problems: SAVED,
  },
  'POST /suppliers/{supplierId}/products/{productId}/packs': {
    summary: 'Adds a pack: judged with the dossier before the listing is approved, afterwards with the open change',
    access: own,
    params: byProduct,
    body: z.strictObject({
      pack: text(40),
      price: money.refine(({ amount }) => amount !== '0', 'more than nothing'),
      wholesale: wholesaleTerms.default({ minimumOrderPacks: 1, orderStepPacks: 1 }),
      gtin: text(20).nullable().default(null),
      articleNumber: text(40).nullable().default(null),
      options: z.array(option).max(4).default([]),
    }),
    response: listingView,
    status: 201,
    versioned: 'write',
    problems: [
      ...SAVED,
      'TEXT_UNLAWFUL',
      'PACK_UNSOUND',
      'PACK_TAKEN',
      'TOO_MANY_PACKS',
      'GTIN_UNSOUND',
      'GTIN_TAKEN',
      'ARTICLE_NUMBER_TAKEN',
    ],
  },
  'PUT /suppliers/{supplierId}/products/{productId}/packs/{skuId}': {
    summary:
      "A pack's own number (GTIN) and how many a business orders hold at once; what tells a sold pack from others joins the open change",
    access: own,
    params: byProduct.extend({ skuId: uuid }),
    body: z.strictObject({
      /** 8, 12, 13 or 14 digits. */
      gtin: text(20).nullable(),
      /** Stays as it is where absent. */
      articleNumber: text(40).nullable().optional(),
      options: z.array(option).max(4),
      /** Stays as it is where absent. */
      wholesale: wholesaleTerms.optional(),
    }),
    response: listingView,
    versioned: 'write',
    problems: [...SAVED, 'TEXT_UNLAWFUL', 'GTIN_UNSOUND', 'GTIN_TAKEN', 'ARTICLE_NUMBER_TAKEN'],
  },
  'GET /catalogue/changes': {
    summary: 'Changes of listings within the own jurisdiction, or of the own organisation; the longest waiting first',
    access: readers,
    query: z.strictObject({
      state: z.enum(CHANGE_STATES).default('submitted'),
      supplier: uuid.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    tabled: true,
    response: page(changeEntry),
  },
  'GET /catalogue/changes/{id}': {
    summary: 'A change with old and new, what was found in its words, and the own next steps',
    access: readers,
    params: byId,
    response: changeView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /catalogue/changes/{id}/confirm': {
    summary: 'Publishes the change; whoever wrote at it or belongs to the supplier may not',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({
      message: text(1000, 0).default(''),
      /** Rules of the findings that want proof, each looked at. */
      looked: z.array(text(40)).max(40).default([]),
    }),
    response: changeView,
    versioned: 'write',
    problems: [...DECIDED, 'TEXT_UNLAWFUL', 'FINDINGS_UNSEEN', 'PUBLISHING_PAUSED'],
  },
  'POST /catalogue/changes/{id}/request-changes': {
    summary: 'Sends the change back with what must be otherwise; the supplier goes on with it',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ message: MESSAGE }),
    response: changeView,
    versioned: 'write',
    problems: DECIDED,
  },
  'POST /catalogue/changes/{id}/reject': {
    summary: 'Refuses the change with the reason; the listing stays as it is',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ message: MESSAGE }),
    response: changeView,
    versioned: 'write',
    problems: DECIDED,
  },
});
