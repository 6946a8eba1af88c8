import { z } from 'zod';
import { cursor, date, instant, limit, page, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';

export const RECHECK_KINDS = ['identity', 'annual'] as const;
export const RECHECK_STATES = ['open', 'answered', 'missed', 'passed', 'failed'] as const;

/** What a supplier answers for, item by item (电子商务法 art. 27 for identity). */
export const RECHECK_ITEMS = {
  identity: ['name', 'address', 'contact', 'licence', 'representative'],
  annual: ['name', 'address', 'contact', 'licence', 'representative', 'households', 'products', 'quality', 'penalties'],
} as const;
const ITEMS = RECHECK_ITEMS.annual;

const byId = z.strictObject({ id: uuid });
const readers = only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator');
const own = only('supplier');
const answer = z.strictObject({ item: z.enum(ITEMS), unchanged: z.boolean(), note: text(1000, 0).default('') });

export const recheckView = z.object({
  version: z.number().int(),
  id: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  kind: z.enum(RECHECK_KINDS),
  state: z.enum(RECHECK_STATES),
  openedOn: date,
  dueOn: date,
  items: z.array(z.enum(ITEMS)),
  answers: z.array(answer).nullable(),
  answeredAt: instant.nullable(),
  reason: z.string().nullable(),
  decidedAt: instant.nullable(),
  /** Whether the reader may decide it. */
  mayJudge: z.boolean(),
});

export const recheckRoutes = defineRoutes({
  'GET /admission/rechecks': {
    summary: "Re-checks within the caller's jurisdiction, the oldest first",
    access: readers,
    query: z.strictObject({
      state: z.enum(RECHECK_STATES).default('answered'),
      kind: z.enum(RECHECK_KINDS).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(recheckView),
  },
  'GET /admission/rechecks/{id}': {
    summary: 'One re-check with what the supplier answered',
    access: readers,
    params: byId,
    response: recheckView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/rechecks/{id}/decision': {
    summary: 'Passes a re-check, sends it back with a reason, or fails it, which opens a case',
    access: only('reviewer'),
    params: byId,
    body: z.strictObject({ decision: z.enum(['passed', 'failed', 'sentBack']), reason: text(1000, 0).default('') }),
    response: recheckView,
    versioned: 'write',
    problems: ['NOT_FOUND', 'FOUR_EYES', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP', 'REASON_MISSING'],
  },
  'GET /supplier/rechecks': {
    summary: "Re-checks of one's own suppliers, or those of them that are not answered",
    access: own,
    query: z.strictObject({ waiting: z.stringbool().optional(), cursor: cursor.optional(), limit }),
    response: page(recheckView),
  },
  'GET /supplier/rechecks/{id}': {
    summary: 'One re-check',
    access: own,
    params: byId,
    response: recheckView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /supplier/rechecks/{id}/answers': {
    summary: 'Answers every item: unchanged, or what changed',
    access: own,
    params: byId,
    body: z.strictObject({ answers: z.array(answer).min(1).max(ITEMS.length) }),
    response: recheckView,
    versioned: 'write',
    problems: ['NOT_FOUND', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP', 'ANSWERS_INCOMPLETE'],
  },
});
