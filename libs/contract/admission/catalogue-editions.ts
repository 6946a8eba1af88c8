import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, page, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';
import { EDITION_STATES } from './edition-states';
import { ISSUER_KINDS, RECOGNITION_EVIDENCE_KINDS } from './recognitions';
import { DEPARTMENTS } from './review-views';

export const DEPARTURE_CAUSES = [
  'supplierExited',
  'supplierSuspended',
  'certificationOver',
  'productDelisted',
  'listingEnded',
  'recognitionRevoked',
  'recognitionLapsed',
  'leftOut',
] as const;
export const departureCause = z.enum(DEPARTURE_CAUSES);
export const FILE_FORMATS = ['xlsx', 'csv', 'json'] as const;

const number = z.coerce.number().int().min(1).max(100_000);
const byNumber = z.strictObject({ number });
const titled = {
  title: z.strictObject({ zh: text(80), en: text(160) }),
  note: z.strictObject({ zh: text(1000, 0), en: text(1000, 0) }),
};
const supplier = z.object({ id: uuid, name: z.string() });
const product = z.object({ id: uuid, name: z.string() });

export const editionView = z.object({
  number: z.number().int(),
  title: bilingual,
  note: bilingual,
  publishedOn: date,
  entries: z.number().int(),
  departures: z.number().int(),
});

export const editionEntry = z.object({
  position: z.number().int(),
  product: product.extend({ category: z.string() }),
  supplier: supplier.extend({ uscc: z.string().nullable() }),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  /** Who recommended it, on what, until when. */
  issuer: z.object({ kind: z.enum(ISSUER_KINDS), name: z.string() }),
  scheme: z.string(),
  stampedBy: z.enum(DEPARTMENTS),
  standardVersion: z.string(),
  evidence: z.array(z.object({ kind: z.enum(RECOGNITION_EVIDENCE_KINDS), reference: z.string() })),
  recognitionId: uuid,
  recognisedOn: date,
  validUntil: date,
  sinceEdition: z.number().int(),
  /** Why it may not be sold or carry the mark now, though it stands in this edition; null where nothing has changed. */
  now: departureCause.nullable(),
});

export const departure = z.object({
  product,
  supplier,
  county: z.object({ name: z.string(), provinceName: z.string() }),
  sinceEdition: z.number().int(),
  cause: departureCause,
  reason: z.string(),
});

const editor = only('operator');

export const editionDraft = z.object({
  version: z.number().int(),
  number: z.number().int(),
  title: bilingual,
  note: bilingual,
  state: z.enum(EDITION_STATES),
  draftedBy: z.string(),
  draftedAt: instant,
  /** Whether the reader, as a person, is another than its editors. */
  mayPublish: z.boolean(),
  publishedBy: z.string().nullable(),
  publishedAt: instant.nullable(),
  /** As it would be published now; once published, as it was. */
  entries: z.number().int(),
  arrivals: z.number().int(),
  departures: z.array(departure),
  exclusions: z.array(z.object({ supplier, product, reason: z.string() })),
});

export const editionRoutes = defineRoutes({
  'GET /catalogue/editions': {
    summary: 'Editions of the recommended catalogue (平台推荐目录), newest first',
    access: open,
    response: z.object({ data: z.array(editionView) }),
    cacheSeconds: 60,
  },
  'GET /catalogue/editions/{number}': {
    summary: 'An edition with what left it and why',
    access: open,
    params: byNumber,
    response: editionView.extend({
      left: z.array(departure),
      /** What the files hash to: whoever holds one can tell that it is the edition as published. */
      files: z.array(z.object({ format: z.enum(FILE_FORMATS), bytes: z.number().int(), sha256: z.string() })),
    }),
    problems: ['NOT_FOUND'],
    cacheSeconds: 60,
  },
  'GET /catalogue/editions/{number}/entries': {
    summary: 'The entries of an edition: who recommended each, on what, until when, and whether that still holds',
    access: open,
    params: byNumber,
    query: z.strictObject({
      q: text(80).optional(),
      province: regionCode.optional(),
      category: text(40).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(editionEntry),
    problems: ['NOT_FOUND'],
  },
  'GET /catalogue/editions/{number}/file': {
    summary: 'The whole edition as a file; the same edition is the same bytes for ever',
    access: open,
    params: byNumber,
    query: z.strictObject({ format: z.enum(FILE_FORMATS) }),
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'POST /admission/editions': {
    summary: 'Begins the draft of the next edition; there is one at a time',
    access: editor,
    body: z.strictObject(titled),
    response: editionDraft,
    status: 201,
    versioned: 'read',
    problems: ['EDITION_OPEN'],
  },
  'GET /admission/editions/{number}': {
    summary: 'A draft as it would be published now: what comes, what leaves and why',
    access: only('operator', 'reviewer', 'auditor'),
    params: byNumber,
    response: editionDraft,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'GET /admission/editions/{number}/entries': {
    summary: 'What a draft would hold were it published now, without what it leaves out',
    access: only('operator', 'reviewer', 'auditor'),
    params: byNumber,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(
      z.object({
        recognitionId: uuid,
        product: product.extend({ category: z.string() }),
        supplier,
        county: z.object({ name: z.string(), provinceName: z.string() }),
        issuer: z.string(),
        validUntil: date,
        /** Not in the edition before. */
        arrives: z.boolean(),
      }),
    ),
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP'],
  },
  'GET /admission/editions': {
    summary: 'Editions with the draft of the next one, newest first',
    access: only('operator', 'reviewer', 'auditor'),
    response: z.object({
      data: z.array(
        z.object({
          number: z.number().int(),
          title: bilingual,
          state: z.enum(EDITION_STATES),
          publishedOn: date.nullable(),
          entries: z.number().int(),
        }),
      ),
    }),
  },
  'PUT /admission/editions/{number}': {
    summary: 'Words of a draft, and what is left out of it, each with its reason',
    access: editor,
    params: byNumber,
    body: z.strictObject({
      ...titled,
      exclusions: z.array(z.strictObject({ supplierId: uuid, productId: uuid, reason: text(500, 4) })).max(1000),
    }),
    response: editionDraft,
    versioned: 'write',
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'STALE_VERSION', 'VERSION_MISSING'],
  },
  'POST /admission/editions/{number}/publish': {
    summary: 'Somebody other than its drafter publishes it; from then on it never changes',
    access: only('operator', 'reviewer'),
    params: byNumber,
    response: editionDraft,
    versioned: 'write',
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'FOUR_EYES', 'EDITION_EMPTY', 'STALE_VERSION', 'VERSION_MISSING'],
  },
});
