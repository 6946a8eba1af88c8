import { z } from 'zod';
import { cursor, date, instant, limit, money, page, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { payee } from './payee-accounts';
import { PAYOUT_HOLDS, PAYOUT_ITEM_STATES, PAYOUT_LAYOUTS, PAYOUT_PURPOSES, PAYOUT_RUN_STATES } from './payout-states';

const READERS = only('finance', 'auditor');
const byId = z.strictObject({ id: uuid });
const hash = z.string().regex(/^[0-9a-f]{64}$/, '64 hexadecimal digits');

const runHead = z.object({
  id: uuid,
  state: z.enum(PAYOUT_RUN_STATES),
  businessDate: date,
  /** SHA-256 over the hashes of its batches in order of their debtors: what a second person approves. */
  hash,
  items: z.number().int(),
  amount: money,
  drawnBy: z.string(),
  drawnAt: instant,
  approvedBy: z.string().nullable(),
  approvedAt: instant.nullable(),
  discardedReason: z.string().nullable(),
  /** Whether the reader may approve it: finance, and not who drew it up. */
  mine: z.boolean(),
});

const batchView = z.object({
  id: uuid,
  /** Whose account at the institution pays all of it. */
  debtor: z.object({ id: uuid, name: z.string() }),
  state: z.enum(['drawn', 'setAside', 'instructed', 'discarded']),
  hash,
  items: z.number().int(),
  amount: money,
  instructedAt: instant.nullable(),
  /** Whose table its file for the bank is: by the debtor's account, as it was when the batch was handed over. */
  layout: z.enum(PAYOUT_LAYOUTS),
  /** Whether somebody asked to take it back, who and why: another person does it. */
  discardAsked: z.boolean(),
  discardAskedBy: z.string().nullable(),
  /** Whether the reader, as a person, may be the next: not who asked already. */
  mayDiscard: z.boolean(),
  /** Words of whoever asked; `altered` where the batch read otherwise than it was approved. */
  discardedReason: z.string().nullable(),
  /** Lines and fen by what became of them. */
  became: z.array(z.object({ state: z.enum(PAYOUT_ITEM_STATES), items: z.number().int(), amount: money })),
});

export const payoutRunView = runHead.extend({
  batches: z.array(batchView),
  /** Due and not on the list, by reason. */
  held: z.array(z.object({ reason: z.enum(PAYOUT_HOLDS), payees: z.number().int(), amount: money })),
});

export const payoutItemView = z.object({
  id: uuid,
  payee,
  purpose: z.enum(PAYOUT_PURPOSES),
  amount: money,
  bankName: z.string(),
  /** Of the account's number, its last four. */
  numberTail: z.string(),
  state: z.enum(PAYOUT_ITEM_STATES),
  movedAt: instant,
  reason: z.string().nullable(),
  bankReference: z.string().nullable(),
});

const stopView = z.object({
  stopped: z.boolean(),
  reason: z.string().nullable(),
  at: instant.nullable(),
  /** Whether the reader may let them go on. */
  mayResume: z.boolean(),
});

export const payoutRoutes = defineRoutes({
  'POST /settlement/payout-runs': {
    summary:
      'Draw up a list of everybody who is due and has an account, a batch a debtor; a second person approves it by its hash. Where everybody is held, it is discarded at once and has the reasons',
    access: only('finance'),
    body: z.strictObject({}),
    response: payoutRunView,
    status: 201,
    idempotent: true,
    problems: ['PAYOUT_RUN_OPEN', 'PAYOUT_NOTHING_DUE', 'PAYOUTS_STOPPED'],
  },
  'GET /settlement/payout-runs': {
    summary: 'Payout lists, newest first',
    access: READERS,
    query: z.strictObject({ state: z.enum(['drawn']).optional(), cursor: cursor.optional(), limit }),
    response: page(runHead),
  },
  'GET /settlement/payout-runs/{id}': {
    summary: 'A payout list: its batches, what became of their lines, and who is due and not on it',
    access: READERS,
    params: byId,
    response: payoutRunView,
    problems: ['NOT_FOUND'],
  },
  'POST /settlement/payout-runs/{id}/approve': {
    summary:
      'Approve a list as a second person, with a fresh second factor, by the hash that was read: any change since voids it',
    access: only('finance'),
    params: byId,
    body: z.strictObject({ hash }),
    response: payoutRunView,
    idempotent: true,
    problems: [
      'NOT_FOUND',
      'FOUR_EYES',
      'STEP_UP_REQUIRED',
      'NOT_AT_THIS_STEP',
      'PAYOUT_LIST_CHANGED',
      'PAYOUTS_STOPPED',
    ],
  },
  'POST /settlement/payout-runs/{id}/discard': {
    summary:
      'Throw away a list, or what of it nothing was set aside for, also while payouts are stopped: everybody on it is due again',
    access: only('finance'),
    params: byId,
    body: z.strictObject({ reason: text(200) }),
    response: payoutRunView,
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP'],
  },
  'GET /settlement/payout-runs/{id}/held': {
    summary: 'Who is due and not on a list, and why',
    access: READERS,
    params: byId,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(
      z.object({
        payee,
        supplierId: uuid,
        purpose: z.enum(PAYOUT_PURPOSES),
        amount: money,
        reason: z.enum(PAYOUT_HOLDS),
      }),
    ),
    problems: ['NOT_FOUND'],
  },
  'GET /settlement/payout-batches/{id}/items': {
    summary: "The lines of a batch, and what became of each; narrowed by the payee's name",
    access: READERS,
    params: byId,
    query: z.strictObject({
      state: z.enum(PAYOUT_ITEM_STATES).optional(),
      q: text(60).optional(),
      sort: z.enum(['amount', '-amount']).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(payoutItemView),
    problems: ['NOT_FOUND'],
  },
  'POST /settlement/payout-batches/{id}/instruct': {
    summary:
      'Say that a batch is handed to the bank: its file may be had from then on. Lines that no longer hold are void first; a batch of which nothing is left is answered as discarded',
    access: only('finance'),
    params: byId,
    body: z.strictObject({}),
    response: batchView,
    idempotent: true,
    problems: ['NOT_FOUND', 'STEP_UP_REQUIRED', 'NOT_AT_THIS_STEP', 'PAYOUTS_STOPPED'],
  },
  'POST /settlement/payout-batches/{id}/discard': {
    summary:
      'Take back a batch the bank was not told of, also while payouts are stopped: one of finance asks for it, another does it, both with a fresh second factor; everybody on it is due again',
    access: only('finance'),
    params: byId,
    body: z.strictObject({ reason: text(200) }),
    response: batchView,
    problems: ['NOT_FOUND', 'STEP_UP_REQUIRED', 'FOUR_EYES', 'NOT_AT_THIS_STEP'],
  },
  'GET /settlement/payout-batches/{id}/file': {
    summary:
      'The file of a batch for the bank, with whole account numbers: as the bank wants it (csv), as our own (plain) or as ISO 20022; with a fresh second factor, noted with the reason',
    access: only('finance'),
    params: byId,
    query: z.strictObject({ format: z.enum(['csv', 'plain', 'pain001']).default('csv'), reason: text(200) }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'STEP_UP_REQUIRED', 'NOT_AT_THIS_STEP', 'PAYOUTS_STOPPED', 'PAYOUT_TEXT_REFUSED'],
  },
  'GET /settlement/payout-stop': {
    summary: 'Whether payouts are stopped, since when and why',
    access: only('finance', 'auditor', 'operator'),
    response: stopView,
  },
  'POST /settlement/payout-stop': {
    summary:
      'Stop every payout at once, or, as somebody else and with a fresh second factor, let them go on: nothing is approved or handed to a bank meanwhile',
    access: only('finance'),
    body: z.strictObject({ stopped: z.boolean(), reason: text(200) }),
    response: stopView,
    problems: ['FOUR_EYES', 'STEP_UP_REQUIRED'],
  },
});
