import { z } from 'zod';
import { cursor, date, instant, limit, page, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';

export const PLAN_STATES = ['draft', 'drawn', 'closed', 'cancelled'] as const;
export const SAMPLE_STATES = ['planned', 'taken', 'sent', 'passed', 'failed', 'cancelled'] as const;

const byId = z.strictObject({ id: uuid });
const reviewers = only('reviewer');
const readers = only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator');
const own = only('supplier');
const deciding = ['NOT_FOUND', 'FOUR_EYES', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP'] as const;

export const labResult = z.strictObject({
  item: text(80),
  limit: text(80, 0).default(''),
  value: text(80),
  passed: z.boolean(),
  /** Of safety (食品安全): a failure of these is graver than one of grade or label. */
  safety: z.boolean(),
});

export const sampleView = z.object({
  version: z.number().int(),
  id: uuid,
  planId: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  productId: uuid,
  productName: z.string().nullable(),
  state: z.enum(SAMPLE_STATES),
  lotCode: z.string().nullable(),
  quantity: z.string().nullable(),
  place: z.string().nullable(),
  sealNumber: z.string().nullable(),
  takenOn: date.nullable(),
  laboratory: z.string().nullable(),
  sentOn: date.nullable(),
  reportNumber: z.string().nullable(),
  reportFileId: uuid.nullable(),
  reportedOn: date.nullable(),
  results: z.array(labResult).nullable(),
  /** Of a failed one: until when the supplier may ask for another laboratory (食品安全法 art. 88). */
  retestUntil: date.nullable(),
  retestOf: uuid.nullable(),
  retestId: uuid.nullable(),
  cancelReason: z.string().nullable(),
  /** Whether its steps are the reader's. */
  mayJudge: z.boolean(),
});

export const planEntry = z.object({
  version: z.number().int(),
  id: uuid,
  title: z.string(),
  purpose: z.string(),
  regionPrefix: z.string(),
  sampleSize: z.number().int(),
  state: z.enum(PLAN_STATES),
  /** Draws the same lot again for whoever doubts it. */
  seed: z.string().nullable(),
  createdAt: instant,
  drawnAt: instant.nullable(),
  /** The reader's own steps: whoever made the plan does not draw. */
  may: z.array(z.enum(['draw', 'close'])),
  samples: z.object({ total: z.number().int(), passed: z.number().int(), failed: z.number().int() }),
});

export const spotCheckRoutes = defineRoutes({
  'GET /admission/spot-checks': {
    summary: 'Spot-check plans (抽检), the newest first',
    access: readers,
    query: z.strictObject({ state: z.enum(PLAN_STATES).optional(), cursor: cursor.optional(), limit }),
    response: page(planEntry),
  },
  'POST /admission/spot-checks': {
    summary: 'Plans a spot check: how many products, from where',
    access: reviewers,
    body: z.strictObject({
      title: text(120, 2),
      purpose: text(1000, 4),
      regionPrefix: z
        .string()
        .regex(/^(\d{2}){0,3}$/, 'two, four or six digits')
        .default(''),
      sampleSize: z.number().int().min(1).max(1000),
    }),
    response: planEntry,
    status: 201,
    problems: ['NOT_FOUND'],
  },
  'GET /admission/spot-checks/{id}': {
    summary: "One plan with the samples of the caller's jurisdiction",
    access: readers,
    params: byId,
    response: planEntry.extend({ data: z.array(sampleView) }),
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/spot-checks/{id}/draw': {
    summary: 'Draws the products by lot, from a seed that is kept; not by who made the plan',
    access: reviewers,
    params: byId,
    response: planEntry.extend({ data: z.array(sampleView) }),
    versioned: 'write',
    problems: [...deciding, 'NOTHING_TO_DRAW'],
  },
  'POST /admission/spot-checks/{id}/close': {
    summary: 'Closes a plan whose samples are all done, or cancels a draft',
    access: reviewers,
    params: byId,
    response: planEntry,
    versioned: 'write',
    problems: [...deciding, 'SAMPLES_OPEN'],
  },
  'GET /admission/samples/{id}': {
    summary: 'One sample',
    access: readers,
    params: byId,
    response: sampleView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/samples/{id}/taking': {
    summary: 'Notes that the sample was taken: which lot, where, under which seal',
    access: reviewers,
    params: byId,
    body: z.strictObject({
      takenOn: date,
      lotCode: text(60),
      quantity: text(40),
      place: text(200, 2),
      sealNumber: text(40),
    }),
    response: sampleView,
    versioned: 'write',
    problems: [...deciding, 'DAY_UNSOUND'],
  },
  'POST /admission/samples/{id}/sending': {
    summary: 'Notes which laboratory has it',
    access: reviewers,
    params: byId,
    body: z.strictObject({ sentOn: date, laboratory: text(120, 2) }),
    response: sampleView,
    versioned: 'write',
    problems: [...deciding, 'DAY_UNSOUND'],
  },
  'POST /admission/samples/{id}/result': {
    summary: 'Enters the laboratory’s report; a failure takes the product off sale at once and opens a case',
    access: reviewers,
    params: byId,
    body: z.strictObject({
      reportNumber: text(60, 2),
      reportedOn: date,
      results: z.array(labResult).min(1).max(60),
      fileId: uuid.optional(),
    }),
    response: sampleView,
    versioned: 'write',
    problems: [...deciding, 'DAY_UNSOUND', 'PAPER_UNKNOWN'],
  },
  'POST /admission/samples/{id}/cancel': {
    summary: 'Gives a sample up that cannot be taken or sent, with a reason',
    access: reviewers,
    params: byId,
    body: z.strictObject({ reason: text(500, 4) }),
    response: sampleView,
    versioned: 'write',
    problems: deciding,
  },
  'GET /supplier/samples': {
    summary: "Samples of one's own products, the newest first",
    access: own,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(sampleView),
  },
  'POST /supplier/samples/{id}/retest': {
    summary: 'Asks, once, for another laboratory within the legal days',
    access: own,
    params: byId,
    response: sampleView,
    status: 201,
    versioned: 'write',
    problems: ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP', 'RETEST_OVER'],
  },
});
