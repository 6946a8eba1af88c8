import { z } from 'zod';
import { dossierForm } from '../catalogue/dossier-form';
import { bilingual, cursor, date, instant, limit, money, page, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { DOSSIER_STATES } from './dossier-states';
import { findingView } from './findings';

const readers = only('supplier', 'countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator');
const byId = z.strictObject({ id: uuid });
const byProduct = z.strictObject({ supplierId: uuid, productId: uuid });
const REASON = text(1000, 4);
const DECIDED = ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'STALE_VERSION', 'VERSION_MISSING'] as const;
const place = z.object({ code: regionCode, name: z.string(), provinceName: z.string() });

export const DOSSIER_ACTIONS = ['approve', 'requestCorrections', 'reject', 'withdraw'] as const;
/** Why somebody may not take a step with a dossier; null where it is free to take. */
export const DOSSIER_REFUSALS = [
  'NOT_YOUR_PART',
  'SUBMITTED_IT',
  'BELONGS_TO_PARTY',
  'NOT_AT_THIS_STEP',
  'SUPPLIER_NOT_CERTIFIED',
] as const;

const supplier = z.object({ id: uuid, name: z.string() });
const product = z.object({ id: uuid, name: z.string(), category: z.string() });

export const dossierEntry = z.object({
  id: uuid,
  supplier,
  product,
  county: place,
  dossierVersion: z.number().int(),
  state: z.enum(DOSSIER_STATES),
  submittedAt: instant,
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
  /** Blocking criteria that machines found not met. */
  faults: z.number().int(),
  /** Whether an earlier version sells meanwhile. */
  onSale: z.boolean(),
});

/** What catalogue knew of the product when it was sent down. */
export const dossierFacts = z.object({
  reference: z.string(),
  nameZh: z.string(),
  nameEn: z.string(),
  category: z.string(),
  regionCode: z.string(),
  /** Null in versions that were sent before it was asked for. */
  storage: z.string().nullable(),
  shelfLifeDays: z.number().int().nullable(),
  scClass: z.string().nullable(),
  perishable: z.boolean(),
  saleBannedReason: z.string().nullable(),
  geographicalIndication: z.array(z.string()),
  packs: z.array(
    z.object({ pack: z.string(), netGrams: z.string().nullable(), price: money, pricePer500g: money.nullable() }),
  ),
  /** Of others' offers of the same product, per 500 g; null where nobody else offers it by weight. */
  peers: z.object({ median: money, offers: z.number().int() }).nullable(),
  lotCodePrefix: z.string(),
});

export const dossierView = dossierEntry.extend({
  version: z.number().int(),
  standardVersion: z.string(),
  judgedOn: date,
  submittedBy: z.string().nullable(),
  decidedBy: z.string().nullable(),
  form: dossierForm,
  facts: dossierFacts,
  /** The approved version that this one would follow; null for a first one. */
  before: z.object({ form: dossierForm, facts: dossierFacts }).nullable(),
  /** Pointers into form and facts whose value the approved version before had otherwise. */
  changed: z.array(z.string()),
  /** Each with its source and with how it is looked at. */
  checklist: z.array(findingView.extend({ source: z.string(), howVerified: bilingual.nullable() })),
  items: z.array(
    z.object({ criterion: z.string(), result: z.enum(['pass', 'fail', 'notApplicable']), note: z.string() }),
  ),
  corrections: z.array(z.object({ pointer: z.string(), note: z.string() })),
  actions: z.array(
    z.object({ action: z.enum(DOSSIER_ACTIONS), allowed: z.boolean(), why: z.enum(DOSSIER_REFUSALS).nullable() }),
  ),
});

export const listingView = z.object({
  version: z.number().int(),
  supplierId: uuid,
  productId: uuid,
  dossierId: uuid.nullable(),
  dossierVersion: z.number().int(),
  approvedAt: instant,
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
  /** Read live: listing, product and supplier together. */
  maySell: z.boolean(),
});

export const listingRoutes = defineRoutes({
  'GET /admission/dossiers': {
    summary:
      "Product dossiers within the caller's jurisdiction, or of the own organisation; waiting ones the longest first",
    access: readers,
    query: z.strictObject({
      state: z.enum(DOSSIER_STATES).default('submitted'),
      supplier: uuid.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(dossierEntry),
  },
  'GET /admission/dossiers/{id}': {
    summary: 'One version of a dossier: form, facts, findings with the rule they rest on, what changed, own next steps',
    access: readers,
    params: byId,
    response: dossierView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'GET /admission/dossiers/{id}/versions': {
    summary: 'All versions of the dossier, the newest first: each is read by its own id, to be held beside another',
    access: readers,
    params: byId,
    response: z.object({
      data: z.array(dossierEntry.pick({ id: true, dossierVersion: true, state: true, submittedAt: true })),
    }),
    problems: ['NOT_FOUND'],
  },
  'POST /admission/dossiers/{id}/approve': {
    summary: 'Lets the product be listed, every criterion of the product ticked; nobody approves their own',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({
      items: z
        .array(
          z.strictObject({
            criterion: text(40),
            result: z.enum(['pass', 'fail', 'notApplicable']),
            note: text(500, 0).default(''),
          }),
        )
        .min(1)
        .max(60),
      reason: REASON,
    }),
    response: dossierView,
    versioned: 'write',
    problems: [
      ...DECIDED,
      'FOUR_EYES',
      'CHECKLIST_INCOMPLETE',
      'NOT_APPROVABLE',
      'SUPPLIER_NOT_IN_STANDING',
      'PUBLISHING_PAUSED',
    ],
  },
  'POST /admission/dossiers/{id}/request-corrections': {
    summary: 'Sends the dossier back, naming every field that must change; the answer is the next version',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({
      reason: REASON,
      fields: z
        .array(z.strictObject({ pointer: z.string().regex(/^\/[\w/-]{1,120}$/, 'a JSON pointer'), note: text(500) }))
        .min(1)
        .max(60),
    }),
    response: dossierView,
    versioned: 'write',
    problems: [...DECIDED, 'FOUR_EYES'],
  },
  'POST /admission/dossiers/{id}/reject': {
    summary: 'Refuses the dossier with the reason; what was approved before goes on selling',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ reason: REASON }),
    response: dossierView,
    versioned: 'write',
    problems: [...DECIDED, 'FOUR_EYES'],
  },
  'POST /admission/dossiers/{id}/withdraw': {
    summary: 'The supplier takes a dossier back that is not decided yet',
    access: only('supplier'),
    params: byId,
    body: z.strictObject({ reason: REASON }),
    response: dossierView,
    versioned: 'write',
    problems: DECIDED,
  },
  'POST /admission/products/{supplierId}/{productId}/papers': {
    summary:
      'Hands in a paper of a product as the bytes of the request; dossier and recognition name it by the id answered',
    access: only('supplier'),
    params: byProduct,
    upload: { mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 12 * 1024 * 1024 },
    response: z.object({ fileId: uuid, mediaType: z.string(), pages: z.number().int() }),
    status: 201,
    problems: ['NOT_FOUND', 'DOCUMENT_REFUSED', 'TOO_MANY_DOCUMENTS', 'BODY_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'],
  },
  'GET /admission/papers/{fileId}': {
    summary: 'The bytes of a paper of a product, for its supplier and those who judge the product',
    access: readers,
    params: z.strictObject({ fileId: uuid }),
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'GET /admission/listings/{supplierId}/{productId}': {
    summary: 'How the listing of a product stands',
    access: readers,
    params: byProduct,
    response: listingView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/listings/{supplierId}/{productId}/end': {
    summary: 'Takes a product out of sale for good: the supplier its own, a reviewer any; a new dossier brings it back',
    access: only('supplier', 'reviewer'),
    params: byProduct,
    body: z.strictObject({ reason: REASON }),
    response: listingView,
    versioned: 'write',
    problems: [...DECIDED, 'STEP_UP_REQUIRED'],
  },
});

/** What stands between a product and its sale, or its mark: each with what to do about it. */
export const SALE_STEPS = [
  'supplierCertified',
  'supplierInStanding',
  'saleAllowed',
  'dossierSent',
  'dossierApproved',
  'listingOpen',
  'productNotDelisted',
  'packOffered',
  'wordsLawful',
  'certificatesValid',
  'inStock',
] as const;
export const MARK_STEPS = ['recognised'] as const;
/** They stop no sale; shipping or a supermarket's goods-in wants them. */
export const TRADE_STEPS = ['packsNumbered', 'lotAtHand'] as const;

/** Where a step is put right: a page of the console. */
export const SALE_PLACES = [
  'application',
  'measures',
  'dossier',
  'listing',
  'certificates',
  'stock',
  'lots',
  'recognition',
] as const;

export const missingToSell = z.object({
  maySell: z.boolean(),
  mayCarryMark: z.boolean(),
  steps: z.array(
    z.object({
      step: z.enum([...SALE_STEPS, ...MARK_STEPS, ...TRADE_STEPS]),
      for: z.enum(['sale', 'mark', 'supermarket', 'shipping']),
      met: z.boolean(),
      sentence: bilingual,
      /** Whose turn it is where it is not met. */
      turn: z.enum(['supplier', 'reviewers', 'county', 'public', 'nobody']).nullable(),
      place: z.enum(SALE_PLACES).nullable(),
    }),
  ),
});
