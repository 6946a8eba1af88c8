import { z } from 'zod';
import { defineRoutes, only, open } from '../core/route';
import { cursor, date, limit, page, regionCode, text, uuid } from '../core/scalars';
import { APPEAL_STATES, appealView, MEASURE_KINDS, MEASURE_STATES, measureView, publicMeasure } from './measure-views';

const byId = z.strictObject({ id: uuid });
const reviewers = only('reviewer');
const readers = only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator');
const own = only('supplier');
const files = z.array(uuid).max(10).default([]);
const deciding = ['NOT_FOUND', 'FOUR_EYES', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP'] as const;
const writing = ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP'] as const;

export const measureRoutes = defineRoutes({
  'GET /register/measures': {
    summary: 'Measures as published: warnings, suspensions, exits and bars with their reasons, the newest first',
    access: open,
    query: z.strictObject({
      kind: z.enum(MEASURE_KINDS).optional(),
      state: z.enum(['inForce', 'ended']).optional(),
      province: regionCode.optional(),
      supplier: uuid.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(publicMeasure),
    cacheSeconds: 30,
  },
  'GET /register/measures/{id}': {
    summary: 'One published measure; its address stays',
    access: open,
    params: byId,
    response: publicMeasure,
    problems: ['NOT_FOUND'],
  },
  'GET /admission/measures': {
    summary: "Measures within the caller's jurisdiction, the newest first",
    access: readers,
    query: z.strictObject({
      kind: z.enum(MEASURE_KINDS).optional(),
      state: z.enum(MEASURE_STATES).optional(),
      /** In force, and reported to be put right: somebody is to verify it. */
      waiting: z.enum(['verification']).optional(),
      supplier: uuid.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(measureView),
  },
  'GET /admission/measures/{id}': {
    summary: 'One measure with what the supplier does about it',
    access: readers,
    params: byId,
    response: measureView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/measures/{id}/lift': {
    summary: 'Lifts a measure, with a reason; exits and bars end by appeal or by time only',
    access: reviewers,
    params: byId,
    body: z.strictObject({ reason: text(1000, 4) }),
    response: measureView,
    versioned: 'write',
    problems: deciding,
  },
  'POST /admission/measures/{id}/verification': {
    summary: 'Verifies on the spot or on paper that it was put right, which ends the rectification, or sends it back',
    access: reviewers,
    params: byId,
    body: z.strictObject({ verdict: z.enum(['verified', 'sentBack']), note: text(2000, 4), dueOn: date.optional() }),
    response: measureView,
    versioned: 'write',
    problems: [...deciding, 'DAY_UNSOUND'],
  },
  'GET /supplier/measures': {
    summary: "Measures against one's own suppliers",
    access: own,
    query: z.strictObject({ state: z.enum(MEASURE_STATES).optional(), cursor: cursor.optional(), limit }),
    response: page(measureView),
  },
  'GET /supplier/measures/{id}': {
    summary: 'One measure, with until when a statement or an appeal is taken',
    access: own,
    params: byId,
    response: measureView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /supplier/measures/{id}/plan': {
    summary: 'Says why it happened, what is put right and what keeps it from happening again',
    access: own,
    params: byId,
    body: z.strictObject({
      rootCause: text(2000, 4),
      correctiveAction: text(2000, 4),
      preventiveAction: text(2000, 4),
    }),
    response: measureView,
    versioned: 'write',
    problems: writing,
  },
  'POST /supplier/measures/{id}/report': {
    summary: 'Reports that it was put right, with papers',
    access: own,
    params: byId,
    body: z.strictObject({ report: text(4000, 4), files }),
    response: measureView,
    versioned: 'write',
    problems: [...writing, 'PAPER_UNKNOWN'],
  },
  'POST /supplier/measures/{id}/appeal': {
    summary: 'Appeals, once, within the window; people who had no hand in it decide',
    access: own,
    params: byId,
    body: z.strictObject({ statement: text(4000, 4), files }),
    response: appealView,
    status: 201,
    versioned: 'write',
    problems: [...writing, 'APPEAL_OVER', 'APPEALED_ALREADY', 'PAPER_UNKNOWN'],
  },
  'POST /supplier/appeals/{id}/withdraw': {
    summary: 'Takes an appeal back before it is decided',
    access: own,
    params: byId,
    response: appealView,
    versioned: 'write',
    problems: writing,
  },
  'GET /admission/appeals': {
    summary: "Appeals within the caller's jurisdiction, what is due first",
    access: readers,
    query: z.strictObject({ state: z.enum(APPEAL_STATES).default('filed'), cursor: cursor.optional(), limit }),
    response: page(appealView),
  },
  'GET /admission/appeals/{id}': {
    summary: 'One appeal with the measure it is about',
    access: readers,
    params: byId,
    response: appealView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/appeals/{id}/decision': {
    summary:
      'Upholds an appeal, which annuls the measure at once, or dismisses it; by nobody who had a hand in the case',
    access: reviewers,
    params: byId,
    body: z.strictObject({ decision: z.enum(['upheld', 'dismissed']), reason: text(2000, 4) }),
    response: appealView,
    versioned: 'write',
    problems: deciding,
  },
});
