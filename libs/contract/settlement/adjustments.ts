import { z } from 'zod';
import { cursor, date, instant, limit, money, page, signedMoney, sumOfMoney, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { ADJUSTMENT_KINDS, ADJUSTMENT_STATES } from './adjustment-states';

const READERS = only('finance', 'auditor', 'operator', 'supplier');
const byId = z.strictObject({ id: uuid });

/** Up to ten billion yuan to a supplier or from it, and never nothing. */
const signedSum = signedMoney.refine(
  ({ amount }) => amount !== '0' && amount.replace('-', '').length <= 12,
  'whole fen other than nothing, at most twelve digits',
);

export const adjustmentView = z.object({
  id: uuid,
  kind: z.enum(ADJUSTMENT_KINDS),
  supplier: z.object({ id: uuid, name: z.string() }),
  /** What it does to what the supplier has: above nothing is the supplier's. */
  amount: signedMoney,
  reason: z.string(),
  /** What shows it, in words: papers, correspondence, a reckoning. */
  evidence: z.string(),
  state: z.enum(ADJUSTMENT_STATES),
  /** What it puts right, where that is one statement, or one line of it. */
  about: z
    .object({
      statementId: uuid,
      periodEnd: date,
      line: z.object({ id: uuid, orderNumber: z.string(), productName: z.string() }).nullable(),
    })
    .nullable(),
  /** Who of the platform; not told to suppliers. */
  proposedBy: z.string().nullable(),
  proposedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decidedReason: z.string().nullable(),
  /** The statement it is a line of. */
  statement: z.object({ id: uuid, periodEnd: date }).nullable(),
  /** What the reader may do with it now: finance decides what others have proposed, and takes back its own. */
  mine: z.enum(['decide', 'withdraw']).nullable(),
});

export const adjustmentRoutes = defineRoutes({
  'POST /settlement/adjustments': {
    summary:
      'Propose to put something right with a supplier: once a second person has approved it, it is a line of the next statement; a statement is never opened again',
    access: only('finance'),
    body: z.strictObject({
      supplierId: uuid,
      /** The statement that it puts right, and the line of it, where it is about one. */
      statementId: uuid.nullable(),
      lineId: uuid.nullable(),
      amount: signedSum,
      reason: text(200),
      evidence: text(1000),
    }),
    response: adjustmentView,
    status: 201,
    idempotent: true,
    problems: ['NOT_FOUND', 'ADJUSTMENT_ABOUT_OTHER'],
  },
  'POST /settlement/late-refunds': {
    summary:
      'Propose to pay a buyer back for a line that was settled: once a second person has approved it the buyer is paid, and the supplier owes it',
    access: only('finance'),
    body: z.strictObject({
      statementId: uuid,
      lineId: uuid,
      amount: sumOfMoney.refine(({ amount }) => amount !== '0', 'more than nothing'),
      reason: text(200),
      evidence: text(1000),
    }),
    response: adjustmentView,
    status: 201,
    idempotent: true,
    problems: ['NOT_FOUND', 'LATE_REFUND_TOO_LARGE'],
  },
  'POST /settlement/write-offs': {
    summary:
      'Propose to write off what a leaving supplier cannot give back, or what funders of its discounts have not paid it; once a second person has approved it, it is a line of the last statement',
    access: only('finance'),
    body: z.strictObject({
      supplierId: uuid,
      amount: sumOfMoney.refine(({ amount }) => amount !== '0', 'more than nothing'),
      reason: text(200),
      evidence: text(1000),
    }),
    response: adjustmentView,
    status: 201,
    idempotent: true,
    problems: ['NOT_FOUND', 'WRITE_OFF_NOT_YET', 'WRITE_OFF_TOO_LARGE'],
  },
  'GET /settlement/write-offs/{supplierId}': {
    summary:
      'What may be written off of a supplier that leaves: what it is to give back, and, its exit being overdue, what is not paid of its discounts; nothing for all others',
    access: only('finance'),
    params: z.strictObject({ supplierId: uuid }),
    response: z.object({ amount: money, kind: z.enum(['writeOff', 'subsidyOff']) }),
  },
  'GET /settlement/adjustments': {
    summary:
      'Adjustments, newest first: all for finance and operators, those of the jurisdiction for an auditor, for a supplier its own that were approved',
    access: READERS,
    query: z.strictObject({
      state: z.enum(ADJUSTMENT_STATES).optional(),
      /** Those that are lines of this statement. */
      statementId: uuid.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(adjustmentView),
  },
  'GET /settlement/adjustments/{id}': {
    summary: 'An adjustment: what it puts right, who decided it and the statement it is a line of',
    access: READERS,
    params: byId,
    response: adjustmentView,
    problems: ['NOT_FOUND'],
  },
  'POST /settlement/adjustments/{id}/decide': {
    summary:
      'Approve an adjustment as a second person with a fresh second factor, or refuse it; whoever proposed it may only take it back',
    access: only('finance'),
    params: byId,
    body: z.strictObject({ decision: z.enum(['approve', 'refuse', 'withdraw']), reason: text(200) }),
    response: adjustmentView,
    problems: [
      'NOT_FOUND',
      'STEP_UP_REQUIRED',
      'FOUR_EYES',
      'NOT_AT_THIS_STEP',
      'LATE_REFUND_TOO_LARGE',
      'REFUND_TOO_LARGE',
      'PAYMENT_NOT_POSSIBLE',
      'WRITE_OFF_NOT_YET',
      'WRITE_OFF_TOO_LARGE',
    ],
  },
});
