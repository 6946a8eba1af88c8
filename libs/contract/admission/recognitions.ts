import { z } from 'zod';
import { cursor, date, instant, limit, page, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';
import { publicNotice } from './public-notice-views';
import { RECOGNITION_STATES } from './recognition-states';
import { DEPARTMENTS } from './review-views';

export const ISSUER_KINDS = ['county', 'association'] as const;
export const RECOGNITION_EVIDENCE_KINDS = [
  'issuerDecision',
  'testReport',
  'originProof',
  'linkageProof',
  'priceComparison',
  'other',
] as const;
export const RECOGNITION_ACTIONS = [
  'stamp',
  'publish',
  'requestCorrections',
  'reject',
  'withdraw',
  'resubmit',
  'revoke',
] as const;
export const RECOGNITION_REFUSALS = [
  'NOT_YOUR_PART',
  'SUBMITTED_IT',
  'BELONGS_TO_PARTY',
  'HAD_ANOTHER_PART',
  'SAME_ORGANISATION',
  'RECUSED',
  'NOT_AT_THIS_STEP',
] as const;

const place = z.object({ code: regionCode, name: z.string(), provinceName: z.string() });
const byId = z.strictObject({ id: uuid });
const REASON = text(1000, 4);
const JUDGED = ['NOT_FOUND', 'FOUR_EYES', 'NOT_AT_THIS_STEP', 'STALE_VERSION', 'VERSION_MISSING'] as const;
const readers = only('supplier', 'countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator');

const evidence = z.array(
  z.strictObject({
    kind: z.enum(RECOGNITION_EVIDENCE_KINDS),
    reference: text(160),
    fileId: uuid.nullable().default(null),
  }),
);

const asked = {
  issuerKind: z.enum(ISSUER_KINDS),
  /** Of an association; a county's recognition names the county. */
  issuerName: text(120).optional(),
  /** The rule it is recognised by, as the issuer published it. */
  scheme: text(200),
  certificateNumber: text(80).optional(),
  evidence: evidence.min(1).max(20),
};

/** A recognition as everybody may read it. */
export const publicRecognition = z.object({
  id: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  product: z.object({ id: uuid, name: z.string(), category: z.string() }),
  county: place,
  state: z.enum(RECOGNITION_STATES),
  issuer: z.object({ kind: z.enum(ISSUER_KINDS), name: z.string() }),
  scheme: z.string(),
  certificateNumber: z.string().nullable(),
  /** Which department of the county stands for the assistance attribute. */
  stampedBy: z.enum(DEPARTMENTS).nullable(),
  stampedOn: date.nullable(),
  evidence: z.array(z.object({ kind: z.enum(RECOGNITION_EVIDENCE_KINDS), reference: z.string() })),
  recognisedOn: date.nullable(),
  validUntil: date.nullable(),
  endedOn: date.nullable(),
  reason: z.string().nullable(),
});

export const recognitionView = publicRecognition.extend({
  version: z.number().int(),
  dossierId: uuid,
  dossierVersion: z.number().int(),
  files: z.array(
    z.object({ kind: z.enum(RECOGNITION_EVIDENCE_KINDS), reference: z.string(), fileId: uuid.nullable() }),
  ),
  submittedBy: z.string(),
  submittedAt: instant,
  stamp: z
    .object({
      by: z.string(),
      department: z.enum(DEPARTMENTS),
      sealNumber: z.string(),
      opinion: z.string(),
      at: instant,
    })
    .nullable(),
  check: z.object({ by: z.string(), opinion: z.string(), at: instant }).nullable(),
  corrections: z.array(z.object({ pointer: z.string(), note: z.string() })),
  notices: z.array(publicNotice),
  actions: z.array(
    z.object({
      action: z.enum(RECOGNITION_ACTIONS),
      allowed: z.boolean(),
      why: z.enum(RECOGNITION_REFUSALS).nullable(),
    }),
  ),
});

export const recognitionRoutes = defineRoutes({
  'GET /recognitions': {
    summary: 'Recognised products (消费帮扶产品) in force, newest first: who recognised them, on what, until when',
    access: open,
    query: z.strictObject({
      supplier: uuid.optional(),
      product: uuid.optional(),
      province: regionCode.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(publicRecognition),
    cacheSeconds: 60,
  },
  'GET /recognitions/{id}': {
    summary: 'One recognition at a stable address, also when it is over',
    access: open,
    params: byId,
    response: publicRecognition,
    problems: ['NOT_FOUND'],
  },
  'GET /admission/recognitions': {
    summary: "Recognitions within the caller's jurisdiction, or of the own organisation, newest first",
    access: readers,
    query: z.strictObject({ state: z.enum(RECOGNITION_STATES).optional(), cursor: cursor.optional(), limit }),
    response: page(publicRecognition.extend({ version: z.number().int(), submittedAt: instant })),
  },
  'GET /admission/recognitions/{id}': {
    summary: 'One recognition with stamp, check, public notice and the own next steps',
    access: readers,
    params: byId,
    response: recognitionView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/recognitions': {
    summary: 'A supplier asks for the recognition of a product whose dossier is approved',
    access: only('supplier'),
    body: z.strictObject({ supplierId: uuid, productId: uuid, ...asked }),
    response: recognitionView,
    status: 201,
    versioned: 'read',
    problems: ['NOT_FOUND', 'RECOGNITION_OPEN', 'DOSSIER_NOT_APPROVED', 'ISSUER_MISSING', 'PAPER_UNKNOWN'],
  },
  'POST /admission/recognitions/{id}/resubmit': {
    summary: 'The supplier hands it in again, corrected',
    access: only('supplier'),
    params: byId,
    body: z.strictObject(asked),
    response: recognitionView,
    versioned: 'write',
    problems: [...JUDGED, 'DOSSIER_NOT_APPROVED', 'ISSUER_MISSING', 'PAPER_UNKNOWN'],
  },
  'POST /admission/recognitions/{id}/stamp': {
    summary: 'A department of the county stamps the assistance attribute, under its seal number',
    access: only('countyAgriculture', 'countyRevitalisation'),
    params: byId,
    body: z.strictObject({ department: z.enum(DEPARTMENTS), sealNumber: text(40), opinion: REASON }),
    response: recognitionView,
    versioned: 'write',
    problems: JUDGED,
  },
  'POST /admission/recognitions/{id}/publish': {
    summary: 'A reviewer has checked issuer and evidence, and puts it before the public',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ opinion: REASON }),
    response: recognitionView,
    versioned: 'write',
    problems: JUDGED,
  },
  'POST /admission/recognitions/{id}/request-corrections': {
    summary: 'Whoever has the step sends it back, naming every field that must change',
    access: only('countyAgriculture', 'countyRevitalisation', 'reviewer'),
    params: byId,
    body: z.strictObject({
      reason: REASON,
      fields: z
        .array(z.strictObject({ pointer: z.string().regex(/^\/[\w/-]{1,120}$/, 'a JSON pointer'), note: text(500) }))
        .min(1)
        .max(60),
    }),
    response: recognitionView,
    versioned: 'write',
    problems: JUDGED,
  },
  'POST /admission/recognitions/{id}/reject': {
    summary: 'Whoever has the step refuses it, with the reason',
    access: only('countyAgriculture', 'countyRevitalisation', 'reviewer'),
    params: byId,
    body: z.strictObject({ reason: REASON }),
    response: recognitionView,
    versioned: 'write',
    problems: JUDGED,
  },
  'POST /admission/recognitions/{id}/withdraw': {
    summary: 'The supplier takes it back before it is recognised',
    access: only('supplier'),
    params: byId,
    body: z.strictObject({ reason: REASON }),
    response: recognitionView,
    versioned: 'write',
    problems: JUDGED,
  },
  'POST /admission/recognitions/{id}/revoke': {
    summary: 'A reviewer who did not check it takes a recognition away, with the reason that is published',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ reason: REASON }),
    response: recognitionView,
    versioned: 'write',
    problems: [...JUDGED, 'STEP_UP_REQUIRED'],
  },
});
