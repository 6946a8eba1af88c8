import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, page, text, uuid } from '../core/scalars';
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
  /** Orders placed by people of the supplier itself (刷单). */
  'selfDealing',
  /** Parcels whose tracking number is also that of a parcel to somebody else. */
  'sharedTracking',
] as const;

const RESULTS = ['pass', 'fail', 'notApplicable'] as const;
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
  'POST /admission/reassessments': {
    summary: 'Has all admitted suppliers judged by a published standard; who would fall out is known before it binds',
    access: only('reviewer', 'operator'),
    body: z.strictObject({ version: text(40) }),
    response: z.object({ version: z.string(), asOf: date }),
    status: 202,
    problems: ['NOT_FOUND'],
  },
  'GET /admission/reassessments/{version}': {
    summary: "What would change for suppliers of the caller's jurisdiction under a standard",
    access: readers,
    params: z.strictObject({ version: text(40) }),
    query: z.strictObject({ result: z.enum(RESULTS).optional(), cursor: cursor.optional(), limit }),
    response: z.object({
      /** Of the newest one that was asked for. */
      run: z
        .object({
          asOf: date,
          askedAt: instant,
          doneAt: instant.nullable(),
          suppliers: z.number().int().nullable(),
          differences: z.number().int().nullable(),
        })
        .nullable(),
      ...page(
        z.object({
          supplier: z.object({ id: uuid, name: z.string() }),
          criterion: z.string(),
          before: z.enum([...RESULTS, 'notJudged']).nullable(),
          after: z.enum([...RESULTS, 'notJudged']),
          sentence: bilingual,
          judgedOn: date,
        }),
      ).shape,
    }),
  },
});
