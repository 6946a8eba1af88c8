import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, page, regionCode, text, uuid } from '../core/scalars';
import { defineRoutes, only, open } from '../core/route';

export const EXIT_STATES = ['running', 'completed', 'cancelled'] as const;
export const EXIT_STEP_STATES = ['waiting', 'underWay', 'blocked', 'done'] as const;

/** What must be closed before a supplier is gone, and who answers for it. */
export const EXIT_STEPS = {
  offSale: 'admission',
  openOrders: 'ordering',
  afterSales: 'dispute',
  farmerDues: 'benefit',
  remainingDebts: 'settlement',
  finalStatement: 'settlement',
  access: 'people',
  records: 'people',
} as const;
export type ExitStep = keyof typeof EXIT_STEPS;
const STEPS = Object.keys(EXIT_STEPS) as [ExitStep, ...ExitStep[]];

const byId = z.strictObject({ id: uuid });
const readers = only('countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator', 'finance');

export const exitView = z.object({
  version: z.number().int(),
  id: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  measureId: uuid,
  reason: bilingual,
  state: z.enum(EXIT_STATES),
  startedAt: instant,
  deadline: date,
  overdue: z.boolean(),
  endedAt: instant.nullable(),
  steps: z.array(
    z.object({
      step: z.enum(STEPS),
      answeredBy: z.enum(['admission', 'ordering', 'dispute', 'benefit', 'settlement', 'people']),
      state: z.enum(EXIT_STEP_STATES),
      why: z.string(),
      reportedAt: instant.nullable(),
    }),
  ),
});

/** As everybody may read it: who asked to leave, who is leaving, who has left. */
export const exitNotice = z.object({
  id: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  state: z.enum(['asked', ...EXIT_STATES]),
  since: instant,
  /** Of a wish: the day before which nothing is decided; of an exit: by when everything is to be closed. */
  until: date,
});

export const exitRoutes = defineRoutes({
  'GET /register/exits': {
    summary: 'Suppliers that asked to leave, are leaving or have left, the newest first',
    access: open,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(exitNotice),
    cacheSeconds: 30,
  },
  'GET /admission/exits': {
    summary: "Exits within the caller's jurisdiction with their checklists, the newest first",
    access: readers,
    query: z.strictObject({ state: z.enum(EXIT_STATES).optional(), cursor: cursor.optional(), limit }),
    response: page(exitView),
  },
  'GET /admission/exits/{id}': {
    summary: 'One exit with its checklist',
    access: readers,
    params: byId,
    response: exitView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /admission/exits/{id}/steps': {
    summary: 'Answers a step that people answer for: access closed, records kept',
    access: only('operator'),
    params: byId,
    body: z.strictObject({
      step: z.enum(['access', 'records']),
      state: z.enum(['underWay', 'blocked', 'done']),
      why: text(1000, 4),
    }),
    response: exitView,
    versioned: 'write',
    problems: ['NOT_FOUND', 'FOUR_EYES', 'STALE_VERSION', 'VERSION_MISSING', 'NOT_AT_THIS_STEP', 'STEP_UP_REQUIRED'],
  },
  'GET /supplier/exits': {
    summary: "Exits of one's own suppliers: what is still open",
    access: only('supplier'),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(exitView),
  },
  'POST /supplier/exit-requests': {
    summary: 'Asks to leave; known to the public for the legal days before it is decided (电子商务法 art. 16)',
    access: only('supplier'),
    body: z.strictObject({ supplierId: uuid, reason: text(2000, 4) }),
    response: z.object({ caseId: uuid, noticeUntil: date }),
    status: 201,
    problems: ['NOT_FOUND', 'EXIT_ASKED'],
  },
  'POST /supplier/exit-requests/{id}/withdraw': {
    summary: 'Takes the wish to leave back before it is decided',
    access: only('supplier'),
    params: byId,
    response: z.object({ caseId: uuid }),
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP'],
  },
});
