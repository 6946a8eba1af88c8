import { z } from 'zod';
import { cursor, date, instant, limit, money, page, signedMoney, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { checkedParts } from '../states';

/** Whoever vouches for what is published may have the books reckoned anew, also where they do not read them. */
const CHECKERS = only('finance', 'auditor', 'reviewer');
const side = z.enum(['debit', 'credit']);

const accountView = z.object({
  id: uuid,
  /** What it is for, as the chart of accounts names it. */
  code: z.string(),
  /** The supplier, household or dispute whose account it is; null for the platform's own. */
  ownerId: uuid.nullable(),
  normalSide: side,
  /** May never fall below zero, amounts set aside counted. */
  constrained: z.boolean(),
  debits: money,
  credits: money,
  /** On the side the account grows on. */
  balance: signedMoney,
});

const entryView = z.object({
  id: uuid,
  /** Null, as the other account, where it is not for this reader. */
  groupId: uuid.nullable(),
  code: z.string(),
  kind: z.enum(['posted', 'pending', 'postPending', 'voidPending', 'expirePending']),
  side,
  amount: money,
  /** After this transfer; what is only set aside changes nothing. */
  balance: signedMoney,
  counterAccountId: uuid.nullable(),
  sourceKind: z.string(),
  sourceId: uuid,
  ruleVersion: z.string(),
  businessDate: date,
  /** Database time. */
  postedAt: instant,
});

const closingView = z.object({ closedThrough: date, closedAt: instant, closedBy: z.string() });

const checkView = z.object({
  id: uuid,
  state: z.enum(['waiting', 'running', 'fits', 'broken', 'failed']),
  /** Whoever asked: `person:` and an id. */
  askedBy: z.string(),
  askedByName: z.string().nullable(),
  askedAt: instant,
  doneAt: instant.nullable(),
  /** Kinds of records that were written down, of so many; and the records in them. */
  exported: z.number().int(),
  kinds: z.number().int(),
  rows: z.number().int(),
  /** Parts that fit, of so many. */
  fitting: z.number().int(),
  parts: z.number().int(),
  /** The part in which the first thing does not fit; null where all fits, or nothing is known yet. */
  brokenPart: z.enum(checkedParts).nullable(),
  /** That thing in the words of the check, or why there is no answer, as the machine said it. */
  words: z.object({ zh: z.string(), en: z.string() }).nullable(),
});

export const ledgerRoutes = defineRoutes({
  'GET /ledger/trial-balance': {
    summary: 'Debits and credits of every kind of account at the end of a business day; together they are equal',
    access: only('finance', 'auditor'),
    query: z.strictObject({ through: date }),
    response: z.object({
      through: date,
      closedThrough: date.nullable(),
      debits: money,
      credits: money,
      rows: z.array(
        z.object({
          code: z.string(),
          accounts: z.number().int(),
          debits: money,
          credits: money,
          balance: signedMoney,
          normalSide: side,
        }),
      ),
    }),
  },
  'GET /ledger/accounts': {
    summary: 'Accounts by kind or owner with their balances; owned ones for finance and auditors of the whole country',
    access: only('finance', 'auditor'),
    query: z.strictObject({
      code: z.string().max(40).optional(),
      owner: uuid.optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(accountView),
  },
  'GET /ledger/accounts/{id}': {
    summary: 'An account and its balance, now or at a moment of database time before which nobody may still post',
    access: only('finance', 'auditor'),
    params: z.strictObject({ id: uuid }),
    query: z.strictObject({ at: instant.optional() }),
    response: accountView.extend({ at: instant }),
    problems: ['NOT_FOUND', 'LEDGER_MOMENT_OPEN'],
  },
  'GET /ledger/accounts/{id}/entries': {
    summary: 'The transfers of an account, newest first, each with the balance after it',
    access: only('finance', 'auditor'),
    params: z.strictObject({ id: uuid }),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(entryView),
    problems: ['NOT_FOUND'],
  },
  'GET /ledger/groups/{id}': {
    summary: 'Transfers that were posted together, whole',
    access: only('finance', 'auditor'),
    params: z.strictObject({ id: uuid }),
    response: z.object({
      id: uuid,
      transfers: z.array(
        entryView
          .omit({ side: true, balance: true, counterAccountId: true, groupId: true })
          .extend({ debitAccountId: uuid, creditAccountId: uuid, debitCode: z.string(), creditCode: z.string() }),
      ),
    }),
    problems: ['NOT_FOUND'],
  },
  'GET /ledger/checks': {
    summary: 'Checks of the books by export and verify, newest first: who asked, how far they are, what came of them',
    access: CHECKERS,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(checkView),
  },
  'POST /ledger/checks': {
    summary: 'Have everything written down and reckoned anew by the outsider’s own small code; one check at a time',
    access: CHECKERS,
    body: z.strictObject({}),
    response: checkView,
    status: 201,
    idempotent: true,
    problems: ['BOOKS_CHECK_UNDER_WAY'],
  },
  'GET /ledger/closings': {
    summary: 'Until which business day the books are closed, newest first',
    access: only('finance', 'auditor'),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(closingView),
  },
  'POST /ledger/closings': {
    summary:
      'Close the books until a business day that is over: nothing is posted into it any more. Refused while bill, payments and books differ by more than the setting allows',
    access: only('finance'),
    body: z.strictObject({ through: date }),
    response: closingView.extend({ accounts: z.number().int() }),
    status: 201,
    idempotent: true,
    problems: ['PERIOD_NOT_OVER', 'LEDGER_PERIOD_CLOSED', 'LEDGER_DIFFERENCES_OPEN'],
  },
});
