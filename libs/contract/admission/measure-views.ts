import { z } from 'zod';
import { bilingual, date, instant, regionCode, uuid } from '../core/scalars';
import { GROUND_CODES } from './grounds';

export const MEASURE_KINDS = [
  'notice',
  'warning',
  'rectification',
  'productDelisting',
  'suspension',
  'exit',
  'reAdmissionBar',
] as const;
export const MEASURE_STATES = ['inForce', 'lifted', 'expired', 'annulled', 'replaced'] as const;
export const RECTIFICATION_STATES = ['open', 'planned', 'reported', 'verified', 'overdue', 'cancelled'] as const;
export const APPEAL_STATES = ['filed', 'upheld', 'dismissed', 'withdrawn'] as const;

/** What a signed-in person may do with it now; a page offers these buttons and no other. */
export const MEASURE_ACTIONS = ['lift', 'verify', 'sendBack', 'plan', 'report', 'appeal'] as const;
export const APPEAL_ACTIONS = ['uphold', 'dismiss', 'withdraw'] as const;

export const groundView = z.object({ code: z.enum(GROUND_CODES), name: bilingual });
const supplier = z.object({ id: uuid, name: z.string() });
const place = z.object({ code: regionCode, name: z.string(), provinceName: z.string() });

/** As everybody may read it: who, what, why, since when, until when. */
export const publicMeasure = z.object({
  id: uuid,
  supplier,
  county: place,
  kind: z.enum(MEASURE_KINDS),
  state: z.enum(MEASURE_STATES),
  ground: groundView.nullable(),
  productId: uuid.nullable(),
  productName: z.string().nullable(),
  reason: bilingual,
  startedAt: instant,
  /** The last day, where it has one. */
  endsOn: date.nullable(),
  endedAt: instant.nullable(),
  endReason: z.string().nullable(),
  appealed: z.boolean(),
});

export const rectificationView = z.object({
  state: z.enum(RECTIFICATION_STATES),
  dueOn: date,
  rootCause: z.string().nullable(),
  correctiveAction: z.string().nullable(),
  preventiveAction: z.string().nullable(),
  plannedAt: instant.nullable(),
  report: z.string().nullable(),
  reportFiles: z.array(uuid),
  reportedAt: instant.nullable(),
  verdict: z.string().nullable(),
  verifiedAt: instant.nullable(),
  timesReturned: z.number().int(),
});

export const appealView = z.object({
  version: z.number().int(),
  id: uuid,
  measureId: uuid,
  supplier,
  county: place,
  measure: z.object({ kind: z.enum(MEASURE_KINDS), reason: bilingual, startedAt: instant }),
  state: z.enum(APPEAL_STATES),
  statement: z.string(),
  files: z.array(uuid),
  filedAt: instant,
  dueOn: date,
  decision: z.string().nullable(),
  decidedAt: instant.nullable(),
  may: z.array(z.enum(APPEAL_ACTIONS)),
});

/** As supplier and reviewers see it. */
export const measureView = publicMeasure.extend({
  version: z.number().int(),
  caseId: uuid.nullable(),
  /** Imposed by a machine: it may warn, hold a product and suspend. */
  byMachine: z.boolean(),
  publishedAt: instant.nullable(),
  statementUntil: date.nullable(),
  appealUntil: date.nullable(),
  rectification: rectificationView.nullable(),
  appeal: appealView.omit({ measure: true, supplier: true, county: true, may: true }).nullable(),
  may: z.array(z.enum(MEASURE_ACTIONS)),
});
