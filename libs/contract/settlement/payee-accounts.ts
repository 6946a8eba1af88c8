import { z } from 'zod';
import { cursor, date, instant, limit, money, page, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { householdAlone } from '../benefit/views';
import { phone, smsCode } from '../identity/routes';
import { PAYEE_ACCOUNT_STATES, PAYOUT_PURPOSES } from './payout-states';

const byId = z.strictObject({ id: uuid });
export const payee = z.object({ kind: z.enum(['household', 'organisation']), id: uuid, name: z.string() });

export const payeeAccountView = z.object({
  id: uuid,
  payee,
  state: z.enum(PAYEE_ACCOUNT_STATES),
  bankName: z.string(),
  cnapsCode: z.string().nullable(),
  numberTail: z.string(),
  proposedAt: instant,
  heldUntil: instant,
  decidedAt: instant.nullable(),
  reason: z.string().nullable(),
  /** What the reader may decide of it now. */
  may: z.array(z.enum(['confirm', 'cancel'])),
});

const accountNumber = z.string().regex(/^\d{8,32}$/, '8 to 32 digits');

/** What a household has been paid, is being paid and is still to be paid, from what was settled for it. */
export const ownPayoutsView = z.object({
  householdId: uuid,
  /** Settled, and on no list yet. */
  due: money,
  /** On a list: being approved, set aside or at the bank. */
  underWay: money,
  /** Paid by the bank's word: in this month and year (Asia/Shanghai), and not returned since. */
  paidThisMonth: money,
  paidThisYear: money,
  /**
   * Where the household is paid; null where nobody knows. `waiting`: another was said, and nothing is paid for its hours; while it is
   * proposed, not before a second person has confirmed it either.
   */
  account: z
    .object({ bankName: z.string(), numberTail: z.string(), state: z.enum(['confirmed', 'returned']) })
    .nullable(),
  waiting: z
    .object({
      ...{ id: uuid, bankName: z.string(), numberTail: z.string(), heldUntil: instant },
      state: z.enum(['proposed', 'confirmed']),
    })
    .nullable(),
  data: z.array(
    z.object({
      id: uuid,
      supplierName: z.string(),
      purpose: z.enum(PAYOUT_PURPOSES),
      amount: money,
      state: z.enum(['setAside', 'paid', 'failed', 'returned']),
      bankName: z.string(),
      numberTail: z.string(),
      /** When the bank did it; until then when it was set aside. */
      on: date,
      /** The bank's own words, where it did not pay or sent it back. */
      reason: z.string().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

export const payeeAccountRoutes = defineRoutes({
  'GET /me/payouts': {
    summary:
      "What a household was paid, is being paid and is still to be paid, and to which account; the household's own",
    access: householdAlone,
    query: z.strictObject({ household: uuid.optional(), cursor: cursor.optional(), limit }),
    response: ownPayoutsView,
    problems: ['NOT_FOUND'],
  },
  'POST /me/payee-accounts': {
    summary:
      "Say to which card one's own household is to be paid, with a code sent to one's own phone: nothing is paid for its hours (72), and not before a second person confirms it",
    access: householdAlone,
    body: z.strictObject({
      ...{ householdId: uuid, holder: text(60), number: accountNumber, bankName: text(60) },
      ...{ requestId: uuid, phone, code: smsCode },
    }),
    response: payeeAccountView,
    status: 201,
    problems: [
      'NOT_FOUND',
      'WRONG_CODE',
      'ACCOUNT_NAME_MISMATCH',
      'ACCOUNT_NUMBER_INVALID',
      'ACCOUNT_KNOWN',
      'ACCOUNT_WAITING',
    ],
  },
  'POST /me/payee-accounts/{id}/cancel': {
    summary: "Cancel a change of one's own household's card while it waits, whoever said it: without a code, at once",
    access: householdAlone,
    params: byId,
    body: z.strictObject({ reason: text(200) }),
    response: payeeAccountView,
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP'],
  },
  'GET /settlement/payee-accounts': {
    summary:
      'Accounts that wait for a second person or are still held, oldest first; or all that were ever said to be of one payee, newest first',
    access: only('finance', 'supplier'),
    query: z.strictObject({
      payeeId: uuid.optional(),
      state: z.enum(['proposed']).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    /** Of whom it is, where one was asked for: also of somebody who never had an account. */
    response: page(payeeAccountView).extend({ payee: payee.nullable() }),
  },
  'POST /settlement/payee-accounts': {
    summary:
      'Say where a payee is to be paid: the holder is the payee, the number holds its check, a second person confirms it, and nothing is paid to the payee for its hours',
    access: only('finance', 'supplier'),
    body: z.strictObject({
      payeeId: uuid,
      holder: text(60),
      number: accountNumber,
      bankName: text(60),
      cnapsCode: z
        .string()
        .regex(/^\d{12}$/, 'twelve digits')
        .nullable(),
      reason: text(200),
    }),
    response: payeeAccountView,
    status: 201,
    idempotent: true,
    problems: [
      'NOT_FOUND',
      'STEP_UP_REQUIRED',
      'ACCOUNT_NAME_MISMATCH',
      'ACCOUNT_NUMBER_INVALID',
      'ACCOUNT_KNOWN',
      'ACCOUNT_WAITING',
    ],
  },
  'POST /settlement/payee-accounts/{id}/decide': {
    summary: 'Confirm an account as a second person, or cancel it: by finance, or by the payee itself while it is held',
    access: only('finance', 'supplier'),
    params: byId,
    body: z.strictObject({ decision: z.enum(['confirm', 'cancel']), reason: text(200) }),
    response: payeeAccountView,
    problems: ['NOT_FOUND', 'STEP_UP_REQUIRED', 'FOUR_EYES', 'NOT_AT_THIS_STEP'],
  },
});
