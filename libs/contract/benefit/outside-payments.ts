import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, money, page, sumOfMoney, text, uuid } from '../core/scalars';
import { defineRoutes } from '../core/route';
import { OUTSIDE_PAYMENT_STATES } from './states';
import * as view from './views';

export const OUTSIDE_METHODS = ['cash', 'bank', 'wallet', 'goods'] as const;

export const outsidePaymentView = z.object({
  version: z.number().int(),
  id: uuid,
  state: z.enum(OUTSIDE_PAYMENT_STATES),
  supplier: view.namedSupplier,
  /** Whom it was paid to: one of the two. */
  household: view.namedHousehold.nullable(),
  collective: view.namedCollective.nullable(),
  amount: money,
  method: z.enum(OUTSIDE_METHODS),
  paidOn: date,
  paperId: uuid,
  /** Which debts it is for, and how much of each. */
  parts: z.array(z.object({ obligationId: uuid, why: bilingual, amount: money })),
  recordedAt: instant,
  /** Until the end of this day the household answers; then it lapses and the debt is open again. */
  answerBy: date,
  confirmedAt: instant.nullable(),
  /** Who saw the household sign for the money, where it does so on paper. */
  witness: view.witness.nullable(),
  /** A witnessed payment stands from this day on where the household does not contest it. */
  standsOn: date.nullable(),
  contest: view.contested.nullable(),
  withdrawReason: z.string().nullable(),
});

export const outsidePaymentRoutes = defineRoutes({
  'GET /benefit/outside-payments': {
    summary: 'What suppliers paid households and village collectives by themselves, newest first',
    access: view.benefitReaders,
    query: z.strictObject({
      supplier: uuid.optional(),
      household: uuid.optional(),
      collective: uuid.optional(),
      state: z.enum(OUTSIDE_PAYMENT_STATES).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(outsidePaymentView),
  },
  'GET /benefit/outside-payments/{id}': {
    summary: 'One of them, with the debts it is for',
    access: view.benefitReaders,
    params: view.byId,
    response: outsidePaymentView,
    versioned: 'read',
    problems: ['NOT_FOUND'],
  },
  'POST /benefit/outside-payments': {
    summary:
      'The supplier paid a household or a village collective by itself, with the receipt; it is kept out of settlement until that answers',
    access: view.supplierAlone,
    body: z
      .strictObject({
        id: uuid,
        supplierId: uuid,
        householdId: uuid.optional(),
        collectiveId: uuid.optional(),
        amount: sumOfMoney,
        method: z.enum(OUTSIDE_METHODS),
        paidOn: date,
        paperId: uuid,
        /** The debts it is for; without them the oldest open ones, wages first. */
        obligationIds: z.array(uuid).max(200).optional(),
      })
      .refine(
        ({ householdId, collectiveId }) => (householdId === undefined) !== (collectiveId === undefined),
        'to a household or to a collective',
      ),
    response: outsidePaymentView,
    status: 201,
    versioned: 'read',
    problems: [
      'NOT_FOUND',
      'ID_USED',
      'AMOUNT_ZERO',
      'PAPER_UNKNOWN',
      'RECEIPT_USED',
      'OUTSIDE_PAYMENT_TOO_LARGE',
      'OUTSIDE_PAYMENT_DAY',
    ],
  },
  'POST /benefit/outside-payments/{id}/witness': {
    summary:
      'The household signed for the money on paper before a witness; it stands once the days to contest it are over',
    access: view.desk,
    params: view.byId,
    body: z.strictObject({ name: text(60, 2), role: view.witnessRole, paperId: uuid, on: date }),
    response: outsidePaymentView,
    versioned: 'write',
    problems: [...view.DECIDED, 'PAPER_UNKNOWN', 'WITNESS_UNFIT'],
  },
  'POST /benefit/outside-payments/{id}/contest': {
    summary:
      'A household without a phone says that it does not have the money: written down in its name, with the sheet it signed',
    access: view.desk,
    params: view.byId,
    body: view.saidFor,
    response: outsidePaymentView,
    versioned: 'write',
    problems: [...view.DECIDED, 'PAPER_UNKNOWN'],
  },
  'POST /benefit/outside-payments/{id}/withdraw': {
    summary: 'The supplier takes it back: the debt is open again',
    access: view.supplierAlone,
    params: view.byId,
    body: z.strictObject({ reason: text(300, 4) }),
    response: outsidePaymentView,
    versioned: 'write',
    problems: view.DECIDED,
  },
  'GET /me/outside-payments': {
    summary: 'What suppliers say they paid the own household or collective, what waits for an answer first',
    access: view.payees,
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(outsidePaymentView),
  },
  'POST /me/outside-payments/{id}/confirm': {
    summary: 'The household or the collective has the money: the debt is less by this much, once',
    access: view.payees,
    params: view.byId,
    response: outsidePaymentView,
    versioned: 'write',
    problems: view.DECIDED,
  },
  'POST /me/outside-payments/{id}/contest': {
    summary: 'The household or the collective does not have the money',
    access: view.payees,
    params: view.byId,
    body: z.strictObject({ reason: text(500, 2) }),
    response: outsidePaymentView,
    versioned: 'write',
    problems: view.DECIDED,
  },
});
