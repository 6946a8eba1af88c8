import { z } from 'zod';
import { defineRoutes, only } from '../core/route';
import { cursor, date, instant, limit, money, page, signedMoney, text, uuid } from '../core/scalars';
import { DIFFERENCE_EVENTS, DIFFERENCE_KINDS, DIFFERENCE_STATES } from './difference-states';

const readers = only('finance', 'auditor');
const byId = z.strictObject({ id: uuid });
const byDay = z.strictObject({ day: date });

const billDayView = z.object({
  day: date,
  readAt: instant,
  lines: z.number().int(),
  /** What the bill says came in, went back, moved otherwise, and was kept as fees. */
  payments: signedMoney,
  refunds: signedMoney,
  other: signedMoney,
  fees: money,
  /** Differences of this day: found, and not closed yet. */
  found: z.number().int(),
  open: z.number().int(),
});

const differenceHead = z.object({
  id: uuid,
  version: z.number().int(),
  kind: z.enum(DIFFERENCE_KINDS),
  state: z.enum(DIFFERENCE_STATES),
  day: date,
  /** What we have of it, and what the other side has: the provider, or for `ledgerMissing` the books. */
  here: signedMoney,
  there: signedMoney,
  /** Which order's money it is, by the number its buyer and suppliers read; null of a line that names none of ours. */
  order: z.object({ id: uuid, number: z.string().nullable() }).nullable(),
  openedAt: instant,
  closedAt: instant.nullable(),
  /** By a later bill, or by a person. */
  closedHow: z.enum(['healed', 'person']).nullable(),
  owner: z.object({ id: uuid, name: z.string() }).nullable(),
  mine: z.boolean(),
  /** Who is to act: anybody of finance takes it, its owner says what it was, somebody else closes it. */
  turn: z.enum(['anybody', 'owner', 'another']).nullable(),
});

const differenceView = differenceHead.extend({
  subject: z.string(),
  payment: z
    .object({ id: uuid, state: z.string(), amount: money, capturedAt: instant.nullable(), ref: z.string().nullable() })
    .nullable(),
  refund: z
    .object({ id: uuid, state: z.string(), amount: money, endedAt: instant.nullable(), ref: z.string().nullable() })
    .nullable(),
  /** Every line of a bill that is about it. */
  bill: z.array(
    z.object({
      ref: z.string(),
      kind: z.string(),
      amount: signedMoney,
      fee: money,
      day: date,
      at: instant,
      /** No longer on the bill when it was read last. */
      isGone: z.boolean(),
    }),
  ),
  books: z.array(z.object({ groupId: uuid, code: z.string(), amount: money, day: date })),
  steps: z.array(
    z.object({
      event: z.enum(['open', ...DIFFERENCE_EVENTS]),
      state: z.enum(DIFFERENCE_STATES),
      by: z.string().nullable(),
      note: z.string().nullable(),
      here: signedMoney,
      there: signedMoney,
      at: instant,
    }),
  ),
  may: z.array(z.enum(['assign', 'explain', 'repair', 'close'])),
});

export const reconciliationRoutes = defineRoutes({
  'GET /payment/bill-days': {
    summary: "Days whose bill was read, the newest first, with the provider's sums and what did not agree",
    access: readers,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(billDayView),
  },
  'POST /payment/bill-days/{day}/readings': {
    summary: 'Reads the bill of a day that is over again and compares: what agrees by now is closed',
    access: only('finance'),
    params: byDay,
    body: z.strictObject({}),
    response: billDayView,
    problems: ['BILL_DAY_NOT_OVER', 'PAYMENT_PROVIDER_UNKNOWN'],
  },
  'GET /payment/differences': {
    summary: 'Differences between bill, payments and books: those that wait, the own ones, or the closed ones',
    access: readers,
    query: z.strictObject({
      view: z.enum(['toDo', 'mine', 'closed']).default('toDo'),
      day: date.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(differenceHead),
  },
  'GET /payment/differences/{id}': {
    summary: 'A difference with both sides: our rows, the lines of the bill, the books, and what was done about it',
    access: readers,
    params: byId,
    response: differenceView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /payment/differences/{id}/steps': {
    summary:
      'Take a difference on, say what it was, say that it was repaired (the provider is asked about the payment first), or close what somebody else has explained',
    access: only('finance'),
    params: byId,
    body: z
      .strictObject({ step: z.enum(['assign', 'explain', 'repair', 'close']), note: text(1_000, 0).default('') })
      .refine(({ step, note }) => step === 'assign' || step === 'close' || note.length >= 4, {
        message: 'what it was, in words',
        path: ['note'],
      }),
    response: differenceView,
    versioned: 'write',
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'FOUR_EYES', 'STALE_VERSION', 'PAYMENT_PROVIDER_UNKNOWN'],
  },
});
