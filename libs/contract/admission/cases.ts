import { z } from 'zod';
import { defineRoutes, only } from '../core/route';
import { cursor, date, limit, page, text, uuid } from '../core/scalars';
import { CASE_STATES, caseEntry, caseView } from './case-views';
import { GROUND_CODES } from './grounds';

const byId = z.strictObject({ id: uuid });
const reviewers = only('reviewer');
const readers = only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator');
const own = only('supplier');
const deciding = ['NOT_FOUND', 'FOUR_EYES', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP'] as const;

export const caseRoutes = defineRoutes({
  'GET /admission/cases': {
    summary: "What was found about suppliers of the caller's jurisdiction, the newest first",
    access: readers,
    query: z.strictObject({
      state: z.enum(CASE_STATES).optional(),
      supplier: uuid.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(caseEntry),
  },
  'GET /admission/cases/{id}': {
    summary: 'One case with proposal, statements and measures',
    access: readers,
    params: byId,
    response: caseView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'GET /admission/cases/{id}/case-file': {
    summary:
      'The whole case as a paper (PDF): what was found, said and shown, with hashes; measures, appeals, the exit, the trail',
    access: only('auditor', 'reviewer', 'operator'),
    params: byId,
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
  'POST /admission/cases': {
    summary: 'Opens a case on a published ground',
    access: reviewers,
    body: z.strictObject({
      supplierId: uuid,
      productId: uuid.optional(),
      ground: z.enum(GROUND_CODES),
      summary: text(2000, 4),
    }),
    response: caseView,
    status: 201,
    problems: ['NOT_FOUND', 'FOUR_EYES'],
  },
  'POST /admission/cases/{id}/measures': {
    summary: 'Imposes a measure at once: notice, warning, rectification, delisting or suspension',
    access: reviewers,
    params: byId,
    body: z.strictObject({
      kind: z.enum(['notice', 'warning', 'rectification', 'productDelisting', 'suspension']),
      productId: uuid.optional(),
      reason: text(2000, 4),
      /** Of a rectification; where absent, what the ground's setting says. */
      dueOn: date.optional(),
    }),
    response: caseView,
    status: 201,
    versioned: 'write',
    problems: [...deciding, 'MEASURE_IN_FORCE', 'PRODUCT_MISSING', 'DAY_UNSOUND', 'STEP_UP_REQUIRED'],
  },
  'POST /admission/cases/{id}/proposal': {
    summary: 'Proposes suspension or exit; the supplier is heard before somebody else decides',
    access: reviewers,
    params: byId,
    body: z.strictObject({
      kind: z.enum(['suspension', 'exit']),
      reason: text(4000, 4),
      /** With an exit; where absent, what the ground's setting says. */
      barMonths: z.number().int().min(0).max(120).optional(),
    }),
    response: caseView,
    versioned: 'write',
    problems: deciding,
  },
  'POST /admission/cases/{id}/decision': {
    summary: 'Decides on a proposal: by somebody else than proposed it, and after the statement window',
    access: reviewers,
    params: byId,
    body: z.strictObject({ decision: z.enum(['imposed', 'dropped']), reason: text(4000, 4) }),
    response: caseView,
    versioned: 'write',
    problems: [...deciding, 'STATEMENT_WINDOW_OPEN', 'MEASURE_IN_FORCE', 'STEP_UP_REQUIRED'],
  },
  'POST /admission/cases/{id}/close': {
    summary: 'Closes a case on which nothing more is to be done, with what became of it',
    access: reviewers,
    params: byId,
    body: z.strictObject({ outcome: text(2000, 4) }),
    response: caseView,
    versioned: 'write',
    problems: [...deciding, 'MEASURE_IN_FORCE'],
  },
  'GET /supplier/cases': {
    summary: "Cases about one's own suppliers, or those of them that are not closed",
    access: own,
    query: z.strictObject({ waiting: z.stringbool().optional(), cursor: cursor.optional(), limit }),
    response: page(caseEntry),
  },
  'GET /supplier/cases/{id}': {
    summary: 'One case, with until when a statement is taken',
    access: own,
    params: byId,
    response: caseView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /supplier/cases/{id}/statements': {
    summary: 'Says what there is to say, within the statement window',
    access: own,
    params: byId,
    body: z.strictObject({ statement: text(4000, 4), files: z.array(uuid).max(10).default([]) }),
    response: caseView,
    status: 201,
    versioned: 'write',
    problems: [
      'NOT_FOUND',
      'STALE_VERSION',
      'VERSION_MISSING',
      'NOT_AT_THIS_STEP',
      'STATEMENT_WINDOW_OVER',
      'PAPER_UNKNOWN',
    ],
  },
});
