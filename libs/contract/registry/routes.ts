import { z } from 'zod';
import { proposalView } from '../core/proposal';
import { bilingual, date, regionCode, text } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';

export const regionView = z.object({
  code: regionCode,
  name: z.string(),
  level: z.enum(['province', 'prefecture', 'county']),
  parentCode: regionCode.nullable(),
  side: z.enum(['east', 'west']).nullable(),
});

export const pairingView = z.object({
  eastCode: regionCode,
  eastName: z.string(),
  westCode: regionCode,
  westName: z.string(),
  nickname: z.string(),
  effectiveFrom: z.string(),
  source: z.string(),
});

export const settingView = z.object({
  key: z.string(),
  name: bilingual,
  /** What a number counts; null for what is no number. */
  unit: z
    .enum([
      ...(['days', 'workingDays', 'months', 'years', 'minutes', 'hours'] as const),
      ...(['basisPoints', 'fen', 'bytes', 'pages', 'pixels', 'count'] as const),
    ])
    .nullable(),
  /** As the code reads it: a number, a list, or a rule with its steps. */
  value: z.json(),
  effectiveFrom: date,
  effectiveTo: date.nullable(),
  /** `proposed`: waits for a second operator, and never holds without. */
  status: z.enum(['inForce', 'coming', 'past', 'proposed']),
  /** Of a proposal: whether the reader made it; null of all others. */
  mine: z.boolean().nullable(),
  /** For operators alone. */
  proposal: proposalView,
  source: z.string(),
});

export const registryRoutes = defineRoutes({
  'GET /regions': {
    summary: 'Regions directly below one (GB/T 2260), or the provinces where none is named; for address cascades',
    access: open,
    query: z.strictObject({ parent: regionCode.optional() }),
    response: z.object({ data: z.array(regionView) }),
    cacheSeconds: 3600,
  },
  'GET /settings': {
    summary:
      'The numbers the platform goes by, each with the days it is in force and where it comes from; past and coming ones too',
    access: open,
    query: z.strictObject({
      /** The beginning of a name, such as `admission.`. */
      prefix: z
        .string()
        .regex(/^[a-zA-Z0-9.-]{1,60}$/)
        .optional(),
    }),
    response: z.object({ asOf: date, data: z.array(settingView) }),
    cacheSeconds: 300,
  },
  'POST /settings/steps': {
    summary: 'Propose another value from a later day on, or decide a proposal, all of it said again',
    access: only('operator'),
    body: z.strictObject({
      step: z.enum(['propose', 'approve', 'refuse', 'withdraw']),
      key: text(80),
      /** A whole number, or a list or a rule of the shape it has: what is wrong is answered as `SHAPE` or `RANGE` at its place. */
      value: z.json(),
      effectiveFrom: date,
      source: text(300, 4),
      reason: text(200, 2),
    }),
    response: z.object({ key: z.string() }),
    problems: ['NOT_FOUND', 'FOUR_EYES', 'NOT_AT_THIS_STEP', 'DAY_UNSOUND', 'STEP_UP_REQUIRED'],
  },
  'GET /pairings': {
    summary: 'East-west pairings in force, in code order, each with its source',
    access: open,
    response: z.object({ data: z.array(pairingView) }),
    cacheSeconds: 3600,
  },
});
