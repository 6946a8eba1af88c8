import { z } from 'zod';
import { cursor, date, instant, limit, page, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';

export const CERTIFICATE_KINDS = [
  'businessLicence',
  'foodProductionLicence',
  'foodOperationLicence',
  'mandate',
  'testReport',
  'greenFood',
  'organic',
  'geographicalIndication',
] as const;
export const CERTIFICATE_STATES = ['handedIn', 'valid', 'refused', 'replaced', 'revoked'] as const;

const byId = z.strictObject({ id: uuid });
const readers = only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator');
const own = only('supplier');
const deciding = ['NOT_FOUND', 'FOUR_EYES', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP'] as const;

/** Valid ones that end within so many days, or have ended. */
const endsWithin = z.coerce.number().int().min(0).max(365).optional();

/** A licence or certificate that somebody watches: when it ends, and what then follows. */
export const certificateView = z.object({
  version: z.number().int(),
  id: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  productId: uuid.nullable(),
  productName: z.string().nullable(),
  kind: z.enum(CERTIFICATE_KINDS),
  /** What it covers beside its kind, such as the class of food. */
  scope: z.string(),
  number: z.string(),
  /** Empty where nobody said it. */
  issuer: z.string(),
  validUntil: date.nullable(),
  /** Of a valid one: days left, negative once it has ended; null without an end. */
  daysLeft: z.number().int().nullable(),
  fileId: uuid.nullable(),
  state: z.enum(CERTIFICATE_STATES),
  handedInAt: instant,
  verifiedAt: instant.nullable(),
  refusal: z.string().nullable(),
  /** Whether the reader may verify, refuse or revoke it. */
  mayJudge: z.boolean(),
});

export const certificateRoutes = defineRoutes({
  'GET /admission/certificates': {
    summary:
      "Licences and certificates within the caller's jurisdiction: what waits for verification, or what ends soon",
    access: readers,
    query: z.strictObject({
      state: z.enum(CERTIFICATE_STATES).optional(),
      within: endsWithin,
      supplier: uuid.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(certificateView),
  },
  'GET /admission/certificates/{id}': {
    summary: 'One licence or certificate',
    access: readers,
    params: byId,
    response: certificateView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/certificates/{id}/verification': {
    summary: 'Verifies one that was handed in, which cures what its forerunner caused, or refuses it',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ verdict: z.enum(['valid', 'refused']), note: text(500, 0).default('') }),
    response: certificateView,
    versioned: 'write',
    problems: [...deciding, 'CERTIFICATE_UNSOUND'],
  },
  'POST /admission/certificates/{id}/revocation': {
    summary: 'Notes that its issuer revoked it; what rests on it ends with the next round of watching',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ reason: text(500, 4) }),
    response: certificateView,
    versioned: 'write',
    problems: [...deciding, 'STEP_UP_REQUIRED'],
  },
  'GET /supplier/certificates': {
    summary: "Licences and certificates of one's own suppliers",
    access: own,
    query: z.strictObject({ within: endsWithin, cursor: cursor.optional(), limit }),
    response: page(certificateView),
  },
  'POST /supplier/certificates': {
    summary: 'Hands in a renewed licence or certificate',
    access: own,
    body: z.strictObject({
      supplierId: uuid,
      productId: uuid.optional(),
      kind: z.enum(CERTIFICATE_KINDS),
      scope: text(40, 0).default(''),
      number: text(60, 2),
      /** Who issued it, as it says itself. */
      issuer: text(120, 0).optional(),
      validUntil: date.nullable(),
      fileId: uuid.optional(),
    }),
    response: certificateView,
    status: 201,
    problems: ['NOT_FOUND', 'CERTIFICATE_UNSOUND', 'CERTIFICATE_KNOWN', 'PAPER_UNKNOWN'],
  },
});
