import { z } from 'zod';
import { cursor, date, instant, limit, page, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, only, type Access } from '../core/route';
import { DOCUMENT_KINDS, LINKAGE_MODELS, linkedHouseholdInput, mandateInput } from './application-form';
import { MANDATE_STATES } from './mandate-states';

const byId = z.strictObject({ id: uuid });
const own = only('supplier');
const readers: Access = only(
  'supplier',
  'countyAgriculture',
  'countyRevitalisation',
  'auditor',
  'reviewer',
  'operator',
);

export const documentView = z.object({
  id: uuid,
  kind: z.enum(DOCUMENT_KINDS),
  name: z.string(),
  mediaType: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
  sizeBytes: z.number().int(),
  pages: z.number().int(),
  validUntil: date.nullable(),
  uploadedAt: instant,
});

export const mandateView = z.object({
  id: uuid,
  applicationId: uuid,
  trader: z.object({ id: uuid, name: z.string() }),
  producer: z.object({ id: uuid, name: z.string() }),
  state: z.enum(MANDATE_STATES),
  validUntil: date,
  askedAt: instant,
  answeredAt: instant.nullable(),
  version: z.number().int(),
});

/** What stands beside the form of an application: papers, households with their consents, the mandate of a trader. */
export const paperRoutes = defineRoutes({
  'POST /admission/applications/{id}/documents': {
    summary: 'Hands in a paper as the bytes of the request; pictures are re-encoded',
    access: own,
    params: byId,
    query: z.strictObject({ kind: z.enum(DOCUMENT_KINDS), name: text(120), validUntil: date.optional() }),
    upload: { mediaTypes: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 12 * 1024 * 1024 },
    response: z.object({ document: documentView, version: z.number().int() }),
    status: 201,
    versioned: 'read',
    problems: [
      'NOT_FOUND',
      'NOT_AT_THIS_STEP',
      'DOCUMENT_REFUSED',
      'TOO_MANY_DOCUMENTS',
      'BODY_TOO_LARGE',
      'UNSUPPORTED_MEDIA_TYPE',
    ],
  },
  'GET /admission/applications/{id}/documents/{documentId}': {
    summary:
      'The bytes of a paper, for the applicant and those who judge; a paper that names households is seen on the record',
    access: readers,
    params: byId.extend({ documentId: uuid }),
    response: z.instanceof(Uint8Array),
    download: true,
    problems: ['NOT_FOUND'],
  },
  'DELETE /admission/applications/{id}/documents/{documentId}': {
    summary: 'Takes a paper back while the application may be changed',
    access: own,
    params: byId.extend({ documentId: uuid }),
    response: z.object({ version: z.number().int() }),
    versioned: 'read',
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP'],
  },
  'GET /admission/applications/{id}/households': {
    summary: 'The linked households: name, village, how they earn, and since when they consent; never what is sealed',
    access: own,
    params: byId,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(
      z.object({
        id: uuid,
        displayName: z.string(),
        countyCode: regionCode,
        village: z.string(),
        model: z.enum(LINKAGE_MODELS),
        consentGivenOn: date,
        consentTextVersion: z.string(),
        consentHow: z.enum(['signature', 'witnessed', 'sms']),
      }),
    ),
    problems: ['NOT_FOUND'],
  },
  'POST /admission/applications/{id}/households': {
    summary: 'Adds a household with its own consent; the same one again is the same one',
    access: own,
    params: byId,
    body: linkedHouseholdInput,
    response: z.object({ id: uuid, version: z.number().int() }),
    status: 201,
    versioned: 'read',
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'INVALID_INPUT', 'CARD_CHANGE_GUARDED'],
  },
  'DELETE /admission/applications/{id}/households/{householdId}': {
    summary: 'Takes a household off: a mistake, or a consent that was taken back',
    access: own,
    params: byId.extend({ householdId: uuid }),
    response: z.object({ version: z.number().int() }),
    versioned: 'read',
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP'],
  },
  'POST /admission/applications/{id}/mandate': {
    summary: 'A trader asks an admitted producer for its mandate',
    access: own,
    params: byId,
    body: mandateInput,
    response: mandateView,
    status: 201,
    versioned: 'read',
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'MANDATE_UNSOUND'],
  },
  'GET /me/mandates': {
    summary: "Mandates that the caller's organisations asked for or were asked for, or those that they have to answer",
    access: own,
    query: z.strictObject({ waiting: z.stringbool().optional() }),
    response: z.object({ data: z.array(mandateView) }),
  },
  'POST /admission/mandates/{id}/answer': {
    summary: 'The producer confirms or refuses; either side ends it later',
    access: own,
    params: byId,
    body: z.strictObject({ answer: z.enum(['confirm', 'refuse', 'end']) }),
    response: mandateView,
    versioned: 'write',
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'STALE_VERSION', 'VERSION_MISSING', 'FOUR_EYES'],
  },
});
