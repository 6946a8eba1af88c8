import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, page, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';
import { grams } from './deliveries';
import { LOT_CERTIFICATE_STATES, LOT_STATES } from './states';

export const LOSS_REASONS = [
  'grading',
  'drying',
  'peeling',
  'spoilage',
  'transport',
  'sample',
  'returned',
  'other',
] as const;
/** On what a producer promises (承诺达标合格证): own control, own test, or another's test. */
export const CERTIFICATE_BASES = ['qualityControl', 'selfTest', 'commissionedTest'] as const;
export const LABEL_FORMATS = ['png', 'svg', 'pdf'] as const;

const byId = z.strictObject({ id: uuid });
const own = only('supplier');
const lotCode = z.string().regex(/^[A-Z0-9-]{6,40}$/);
const sum = z.number().int();

/** A lot as its supplier sees it. Weights are whole grams. */
export const lotView = z.object({
  id: uuid,
  code: z.string(),
  supplierId: uuid,
  productId: uuid,
  productName: z.string(),
  producedOn: date,
  state: z.enum(LOT_STATES),
  receivedGrams: sum,
  shippedGrams: sum,
  processedGrams: sum,
  lostGrams: sum,
  packedGrams: sum,
  availableGrams: sum,
  households: sum,
  /** Of the law's certificate: not asked of this category; there; missing; or older than the last goods that came in. */
  certificate: z.enum(['notRequired', 'valid', 'missing', 'stale']),
  /** Of the vet’s certificate, which animal goods are sent with. */
  quarantine: z.enum(['notRequired', 'valid', 'missing']),
});

export const lotCertificateView = z.object({
  id: uuid,
  number: z.string(),
  state: z.enum(LOT_CERTIFICATE_STATES),
  basis: z.enum(CERTIFICATE_BASES),
  issuedOn: date,
  issuedBy: z.string(),
  /** What the lot held when it was issued: goods that came later want a new one. */
  coversGrams: sum,
  /** The lots whose mixing made a new one necessary. */
  mixedFrom: z.array(z.string()),
  fileId: uuid.nullable(),
});

/** The certificate of quarantine (动物检疫合格证明) as the official vet issued it. */
export const lotQuarantineView = z.object({
  id: uuid,
  number: z.string(),
  authority: z.string(),
  issuedOn: date,
  fileId: uuid.nullable(),
});

export const testItem = z.strictObject({
  item: text(80),
  limit: text(80, 0).default(''),
  value: text(80),
  passed: z.boolean(),
});

export const lotTestView = z.object({
  id: uuid,
  /** The supplier's own report, or a spot check's. */
  source: z.enum(['supplier', 'spotCheck']),
  reportNumber: z.string(),
  laboratory: z.string(),
  reportedOn: date,
  passed: z.boolean(),
  items: z.array(testItem),
  fileId: uuid.nullable(),
});

const moved = z.object({ id: uuid, grams: sum, on: date, note: z.string().nullable() });

export const lotDetail = lotView.extend({
  version: z.number().int(),
  gtin: z.string(),
  /** GS1 Digital Link: what the code on the pack says. */
  digitalLink: z.string(),
  breakdownPublic: z.boolean(),
  deliveries: z.object({ counted: sum, grams: sum, waiting: sum, contested: sum }),
  ownOutputs: z.array(moved),
  losses: z.array(moved.extend({ reason: z.enum(LOSS_REASONS) })),
  packings: z.array(
    z.object({ id: uuid, skuId: uuid, pack: z.string(), packs: sum, grams: sum, packedOn: date, gtin: z.string() }),
  ),
  /** Acts that made this lot, and acts it went into. */
  madeBy: z.array(z.object({ processingId: uuid, kind: z.string(), on: date, grams: sum, lots: z.array(z.string()) })),
  wentInto: z.array(
    z.object({ processingId: uuid, kind: z.string(), on: date, grams: sum, lots: z.array(z.string()) }),
  ),
  certificates: z.array(lotCertificateView),
  quarantines: z.array(lotQuarantineView),
  tests: z.array(lotTestView),
  shipments: z.object({ orderLines: sum, packs: sum, grams: sum, lastOn: date.nullable() }),
  recall: z.object({ id: uuid, reason: z.string(), openedAt: instant }).nullable(),
});

const incoming = ['NOT_FOUND', 'ID_USED', 'LOT_CLOSED', 'LOT_RECALLED', 'LOT_DAY'] as const;
const outgoing = ['NOT_FOUND', 'ID_USED', 'LOT_RECALLED', 'LOT_MASS_BALANCE', 'LOT_DAY'] as const;

export const lotRoutes = defineRoutes({
  'GET /supplier/lots': {
    summary: 'Lots of the own supplier with what came in, went out and is left',
    access: own,
    query: z.strictObject({
      product: uuid.optional(),
      state: z.enum(LOT_STATES).optional(),
      /** A part of its code, or of the product's name in either language. */
      q: text(60, 0).optional(),
      /** Only with goods left that are near the end of their shelf life, or past it. */
      ending: z.stringbool().optional(),
      /** Products, which commas divide: their lots that goods can leave from, the oldest first, up to `limit` of each on one page. */
      atHand: z.string().max(3699).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(lotView),
  },
  'POST /supplier/lots': {
    summary: 'Opens a lot of a product; its code cannot be guessed from another’s',
    access: own,
    body: z.strictObject({
      id: uuid,
      supplierId: uuid,
      productId: uuid,
      producedOn: date,
      breakdownPublic: z.boolean().default(false),
    }),
    response: lotDetail,
    status: 201,
    problems: ['NOT_FOUND', 'ID_USED', 'LOT_PRODUCT', 'LOT_DAY'],
  },
  'GET /supplier/lots/{id}': {
    summary: 'One lot whole: what it is made of, where it went, its papers',
    access: own,
    params: byId,
    response: lotDetail,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /supplier/lots/{id}/own-output': {
    summary: 'Adds what the supplier grew or made itself',
    access: own,
    params: byId,
    body: z.strictObject({ id: uuid, grams, on: date, note: text(300, 0).nullable().default(null) }),
    response: lotDetail,
    status: 201,
    problems: incoming,
  },
  'POST /supplier/lots/{id}/losses': {
    summary: 'Notes what was lost outside of processing, and why',
    access: own,
    params: byId,
    body: z.strictObject({
      id: uuid,
      grams,
      on: date,
      reason: z.enum(LOSS_REASONS),
      note: text(300, 0).nullable().default(null),
    }),
    response: lotDetail,
    status: 201,
    problems: outgoing,
  },
  'POST /supplier/lots/{id}/packings': {
    summary: 'Packs of one kind filled from a lot; each carries the lot’s code',
    access: own,
    params: byId,
    body: z.strictObject({ id: uuid, skuId: uuid, packs: z.number().int().min(1).max(1_000_000), packedOn: date }),
    response: lotDetail,
    status: 201,
    problems: [...outgoing, 'LOT_NOT_FOR_PRODUCT', 'CERTIFICATE_MISSING'],
  },
  'POST /supplier/lots/{id}/certificates': {
    summary: 'Issues the certificate of conformity (承诺达标合格证) of a lot, anew after goods were mixed in',
    access: own,
    params: byId,
    body: z.strictObject({
      id: uuid,
      basis: z.enum(CERTIFICATE_BASES),
      issuedOn: date,
      fileId: uuid.nullable().default(null),
    }),
    response: lotDetail,
    status: 201,
    problems: ['NOT_FOUND', 'ID_USED', 'LOT_RECALLED', 'LOT_DAY', 'LOT_EMPTY', 'PAPER_UNKNOWN'],
  },
  'POST /supplier/lots/{id}/quarantines': {
    summary: 'Records the certificate of quarantine (动物检疫合格证明) of a lot; it goes with every delivery of it',
    access: own,
    params: byId,
    body: z.strictObject({
      id: uuid,
      number: text(60, 4),
      authority: text(120, 2),
      issuedOn: date,
      fileId: uuid.nullable().default(null),
    }),
    response: lotDetail,
    status: 201,
    problems: ['NOT_FOUND', 'ID_USED', 'LOT_DAY', 'PAPER_UNKNOWN'],
  },
  'POST /supplier/lots/{id}/tests': {
    summary: 'Adds a test report of the supplier’s own; anybody who scans the code reads it',
    access: own,
    params: byId,
    body: z.strictObject({
      id: uuid,
      reportNumber: text(60, 2),
      laboratory: text(120, 2),
      reportedOn: date,
      items: z.array(testItem).min(1).max(60),
      fileId: uuid.nullable().default(null),
    }),
    response: lotDetail,
    status: 201,
    problems: ['NOT_FOUND', 'ID_USED', 'LOT_DAY', 'PAPER_UNKNOWN'],
  },
  'POST /supplier/lots/{id}/close': {
    summary: 'Nothing more comes in; what is there still ships',
    access: own,
    params: byId,
    response: lotDetail,
    versioned: 'write',
    problems: ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP', 'DELIVERIES_WAITING'],
  },
  'POST /supplier/lots/{id}/reopening': {
    summary: 'Opens a closed lot again',
    access: own,
    params: byId,
    response: lotDetail,
    versioned: 'write',
    problems: ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP'],
  },
  'GET /supplier/lots/{id}/label': {
    summary: 'The lot’s code as a QR picture, or as labels to print; of one pack where it is named',
    access: own,
    params: byId,
    query: z.strictObject({
      format: z.enum(LABEL_FORMATS),
      sku: uuid.optional(),
      copies: z.coerce.number().int().min(1).max(96).default(24),
    }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'GET /lots/{code}/qr': {
    summary: "The address of a lot's page as a QR code (SVG)",
    access: open,
    params: z.strictObject({ code: lotCode }),
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'GET /lots/{code}/epcis': {
    summary:
      'All that happened to a lot as EPCIS 2.0 events (JSON-LD) in order of time; households are counted, never named',
    access: open,
    params: z.strictObject({ code: lotCode }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
  'GET /digital-links/{gtin}/{lot}': {
    summary: 'Resolves the GS1 Digital Link on a pack: which lot’s page it opens',
    access: open,
    params: z.strictObject({ gtin: z.string().regex(/^\d{8}$|^\d{12,14}$/), lot: lotCode }),
    response: z.object({ lotCode: z.string(), productSlug: z.string(), productName: bilingual }),
    problems: ['NOT_FOUND'],
  },
});
