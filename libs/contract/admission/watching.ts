import { z } from 'zod';
import { date, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';

/** What others report down; an amount is a count, fen, grams or basis points, as its kind says. */
export const SIGNAL_KINDS = [
  'order',
  'complaint',
  'return',
  'lateShipment',
  /** Fen due to farm households past the day they were due. */
  'unpaidDues',
  /** Basis points above what peers ask. */
  'priceAbovePeers',
  /** Grams shipped or tried beyond what stands behind a lot. */
  'massBalance',
  /** Decisions on disputes that were not honoured. */
  'awardIgnored',
] as const;

const readers = only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator');

export const watchingRoutes = defineRoutes({
  'GET /admission/watching': {
    summary:
      "How much of the caller's jurisdiction waits for people: cases, appeals, rectifications, re-checks, certificates, samples",
    access: readers,
    response: z.object({
      asOf: date,
      openCases: z.number().int(),
      proposals: z.number().int(),
      openAppeals: z.number().int(),
      overdueAppeals: z.number().int(),
      reportedRectifications: z.number().int(),
      answeredRechecks: z.number().int(),
      certificatesToVerify: z.number().int(),
      certificatesEnding: z.number().int(),
      openSamples: z.number().int(),
      runningExits: z.number().int(),
    }),
  },
  'GET /admission/suppliers/{id}/signals': {
    summary: 'What was reported about a supplier, day by day',
    access: readers,
    params: z.strictObject({ id: uuid }),
    query: z.strictObject({ days: z.coerce.number().int().min(1).max(366).default(90) }),
    response: z.object({
      data: z.array(z.object({ kind: z.enum(SIGNAL_KINDS), day: date, amount: z.string().regex(/^\d+$/) })),
    }),
    problems: ['NOT_FOUND'],
  },
});
