import { z } from 'zod';
import { cursor, date, instant, limit, money, page, sumOfMoney, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { TRANSFER_RETURN_KINDS, TRANSFER_RETURN_STATES, TRANSFER_STATES } from './business-names';

const finance = only('finance');
const byId = z.strictObject({ id: uuid });

export const bankTransferView = z.object({
  id: uuid,
  /** Moves when its order is named, and with every step after. */
  version: z.number().int(),
  bankReference: z.string(),
  receivedOn: date,
  amount: money,
  payerName: z.string(),
  remark: z.string(),
  state: z.enum(TRANSFER_STATES),
  /** Whose money it is once it is confirmed, and what stands to their credit now. */
  organisation: z.object({ id: uuid, name: z.string(), credit: money }).nullable(),
  purchaseNumber: z.string().nullable(),
  matchedBy: z.enum(['code', 'person']).nullable(),
  matchedAt: instant.nullable(),
  /** By name; null of what was entered before two had to. */
  enteredBy: z.string().nullable(),
  confirmedBy: z.string().nullable(),
  /** Whether the reader may confirm it: somebody else wrote it down and named its order. */
  mayConfirm: z.boolean(),
  /** What of it was used for which part, oldest debt first; the rest stands to the organisation's credit. */
  used: z.array(z.object({ purchaseNumber: z.string(), supplierName: z.string(), amount: money })),
});

const transferInput = z.strictObject({
  bankReference: text(60),
  receivedOn: date,
  amount: money,
  payerName: text(100),
  remark: text(200, 0),
});

export const transferReturnView = z.object({
  id: uuid,
  kind: z.enum(TRANSFER_RETURN_KINDS),
  state: z.enum(TRANSFER_RETURN_STATES),
  amount: money,
  /** Whom it goes to: the organisation, or whoever the bank says paid. */
  payee: z.string(),
  /** The transfer that is reversed or sent back. */
  transferReference: z.string().nullable(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: instant,
  decidedBy: z.string().nullable(),
  decidedReason: z.string().nullable(),
  bankReference: z.string().nullable(),
  /** What the reader may do with it now. */
  mine: z.enum(['decide', 'withdraw', 'send']).nullable(),
});

/** Money that organisations send by bank: entered by one person, used once another has confirmed it, and sent back by two. */
export const bankTransferRoutes = defineRoutes({
  'GET /bank-transfers': {
    summary: 'Transfers that came by bank, the newest first: those that wait for a match, or all',
    access: finance,
    query: z.strictObject({ state: z.enum(['waiting', 'matched']).optional(), cursor: cursor.optional(), limit }),
    tabled: true,
    response: page(bankTransferView),
    problems: ['INVALID_INPUT'],
  },
  'POST /bank-transfers': {
    summary:
      'Enters a transfer as the bank shows it; a code in its remark names its order, and a second person confirms',
    access: finance,
    body: transferInput.extend({ id: uuid.optional() }),
    response: bankTransferView,
    status: 201,
    idempotent: true,
    problems: ['TRANSFER_KNOWN', 'INVALID_INPUT'],
  },
  'POST /bank-transfers/{id}/match': {
    summary:
      'Names by hand the order that a transfer pays, with the reason; somebody else confirms. If-Match is the version that was read',
    access: finance,
    params: byId,
    body: z.strictObject({ purchaseNumber: z.string().regex(/^\d{16}$/, 'sixteen digits'), note: text(300) }),
    response: bankTransferView,
    idempotent: true,
    versioned: 'write',
    problems: [
      ...(['NOT_FOUND', 'TRANSFER_MATCHED', 'TRANSFER_ENDED', 'INVALID_INPUT'] as const),
      ...(['STALE_VERSION', 'VERSION_MISSING'] as const),
    ],
  },
  'POST /bank-transfers/{id}/confirm': {
    summary:
      "Confirms a transfer against the bank's paper, as somebody who neither wrote it down nor named its order; it is used at once, the named order first. If-Match is the version that was held against the paper",
    access: finance,
    params: byId,
    response: bankTransferView,
    idempotent: true,
    versioned: 'write',
    problems: [
      ...(['NOT_FOUND', 'FOUR_EYES', 'TRANSFER_MATCHED', 'TRANSFER_ENDED', 'TRANSFER_NOT_NAMED'] as const),
      ...(['STALE_VERSION', 'VERSION_MISSING'] as const),
    ],
  },
  'GET /transfer-returns': {
    summary: 'Transfers that are reversed and money that goes back to whoever paid by bank, newest first',
    access: finance,
    query: z.strictObject({ state: z.enum(['proposed']).optional(), cursor: cursor.optional(), limit }),
    response: page(transferReturnView),
    problems: ['INVALID_INPUT'],
  },
  'POST /transfer-returns': {
    summary:
      'Proposes to reverse a transfer that never came so, or to send back one that nobody matches or what stands to the credit of an organisation; a second person decides',
    access: finance,
    body: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.enum(['reversal', 'unmatched']), transferId: uuid, reason: text(200) }),
      z.strictObject({
        kind: z.literal('credit'),
        organisationId: uuid,
        amount: sumOfMoney.refine(({ amount }) => amount !== '0', 'more than nothing'),
        reason: text(200),
      }),
    ]),
    response: transferReturnView,
    status: 201,
    idempotent: true,
    problems: ['NOT_FOUND', 'TRANSFER_MATCHED', 'TRANSFER_ENDED', 'CREDIT_TOO_SMALL', 'NOT_AT_THIS_STEP'],
  },
  'POST /transfer-returns/{id}/decide': {
    summary:
      'Approves as a second person with a fresh second factor, which takes the money off the books, or refuses; whoever proposed it takes it back; once the bank has sent it, its reference is written down',
    access: finance,
    params: byId,
    body: z.strictObject({
      decision: z.enum(['approve', 'refuse', 'withdraw', 'send']),
      /** Why; of what was sent the reference of the bank. */
      reason: text(200),
    }),
    response: transferReturnView,
    problems: [
      ...(['NOT_FOUND', 'STEP_UP_REQUIRED', 'FOUR_EYES', 'NOT_AT_THIS_STEP', 'TRANSFER_MATCHED'] as const),
      ...(['TRANSFER_ENDED', 'TRANSFER_SPENT', 'CREDIT_TOO_SMALL'] as const),
    ],
  },
});
