import { z } from 'zod';
import { defineRoutes, only } from '../core/route';
import { cursor, instant, limit, money, page, sumOfMoney, text, uuid } from '../core/scalars';
import { PAYER_KINDS, PAYMENTS } from './business-names';
import { termsView } from './business-views';

const finance = only('finance');
const byId = z.strictObject({ id: uuid });

const accountSummary = z.object({
  id: uuid,
  name: z.string(),
  uscc: z.string().nullable(),
  /** Null where it has none yet: it cannot buy until it does. */
  terms: termsView.nullable(),
  creditLimit: money,
  /** Accepted and not paid, of that past due, and ordered and not accepted. */
  owed: money,
  late: money,
  underWay: money,
});

export const accountView = accountSummary.extend({
  /** Moves with its terms and its limit. */
  version: z.number().int(),
  /** A body of the state or a public institution by its code (GB 32100): its term is the law's. */
  isPublicBody: z.boolean(),
  /** Days each kind may be given without a contract and at most, with the article they follow. */
  allowed: z.array(
    z.object({ payerKind: z.enum(PAYER_KINDS), days: z.number().int(), mostDays: z.number().int(), law: z.string() }),
  ),
  /** The newest first, a hundred at most. */
  history: z.array(
    z.object({
      id: uuid,
      payerKind: z.enum(PAYER_KINDS),
      payment: z.enum(PAYMENTS),
      termDays: z.number().int().nullable(),
      contractReference: z.string().nullable(),
      creditLimit: money,
      reason: z.string(),
      /** Null where nobody in particular did. */
      by: z.string().nullable(),
      at: instant,
    }),
  ),
});

/** How finance lets organisations buy: terms within the law, and what they may owe at once. */
export const businessAccountRoutes = defineRoutes({
  'GET /business-accounts': {
    summary: 'Organisations that may buy, with their terms and what they owe; those whose name holds a text on request',
    access: finance,
    query: z.strictObject({ name: text(60).optional(), cursor: cursor.optional(), limit }),
    response: page(accountSummary),
    problems: ['INVALID_INPUT'],
  },
  'GET /business-accounts/{id}': {
    summary: 'One of them, with what the law lets it be given and every change of its terms',
    access: finance,
    params: byId,
    response: accountView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'PUT /business-accounts/{id}': {
    summary:
      'Sets how an organisation buys from now on, with the reason: terms within the law, and what it may owe at once; orders that are made keep theirs. With a fresh second factor',
    access: finance,
    params: byId,
    body: z.strictObject({
      payerKind: z.enum(PAYER_KINDS),
      payment: z.enum(PAYMENTS),
      termDays: z.number().int().min(1).max(365).nullable(),
      contractReference: text(100).nullable(),
      creditLimit: sumOfMoney,
      reason: text(500, 4),
    }),
    response: accountView,
    versioned: 'write',
    problems: [
      ...(['NOT_FOUND', 'INVALID_INPUT', 'TERM_TOO_LONG', 'OWN_ORGANISATION'] as const),
      ...(['STEP_UP_REQUIRED', 'STALE_VERSION', 'VERSION_MISSING'] as const),
    ],
  },
});
