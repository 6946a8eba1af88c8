import { z } from 'zod';
import { date, instant, regionCode, uuid } from '../core/scalars';

export const CREDIT_REGISTERS = ['seriousDishonesty', 'judgmentDefaulter', 'abnormalOperation', 'penalty'] as const;

/** What one register said on one day. */
export const creditSnapshot = z.object({
  id: uuid,
  register: z.enum(CREDIT_REGISTERS),
  status: z.enum(['clear', 'listed']),
  reason: z.string(),
  queriedOn: date,
  source: z.string(),
  fileId: uuid.nullable(),
  recordedAt: instant,
});

export const inspectionFinding = z.object({
  item: z.string(),
  result: z.enum(['pass', 'fail', 'notApplicable']),
  note: z.string(),
});

/** An on-site inspection (现场核查). */
export const inspectionView = z.object({
  version: z.number().int(),
  id: uuid,
  applicationId: uuid,
  supplierName: z.string(),
  county: z.object({ code: regionCode, name: z.string() }),
  state: z.enum(['planned', 'reported', 'cancelled']),
  orderReason: z.string(),
  plannedOn: date,
  inspector: z.string().nullable(),
  visitedOn: date.nullable(),
  place: z.string().nullable(),
  findings: z.array(inspectionFinding),
  result: z.enum(['pass', 'improve', 'fail']).nullable(),
  summary: z.string().nullable(),
  files: z.array(uuid),
  closedAt: instant.nullable(),
  cancelReason: z.string().nullable(),
  /** Whether the reader may report or cancel it. */
  mayReport: z.boolean(),
});
