import { z } from 'zod';
import { cursor, date, instant, limit, money, page, signedMoney, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { obligationKind } from '../benefit/views';
import { SETTLEMENT_RUN_STATES } from './run-states';

export const runView = z.object({
  id: uuid,
  /** Released up to and including this business date. */
  periodEnd: date,
  state: z.enum(SETTLEMENT_RUN_STATES),
  /** Shards are disjoint sets of suppliers, each settled whole; `lines` are those to be looked at, of some of which nothing is open. */
  progress: z.object({
    shards: z.number().int(),
    settled: z.number().int(),
    failed: z.number().int(),
    lines: z.number().int(),
    linesSettled: z.number().int(),
  }),
  /** These and the sums are of the whole, and nothing until it is posted. */
  suppliers: z.number().int(),
  lines: z.number().int(),
  gross: money,
  /** What funders of discounts have paid, beside the buyers' money. */
  subsidies: money,
  fees: money,
  farmerDues: money,
  payable: money,
  createdAt: instant,
  postedAt: instant.nullable(),
});

/** A run with the suppliers that could not be settled: a hundred at most. */
export const runDetail = runView.extend({
  ruleVersions: z.array(z.string()),
  failed: z.array(
    z.object({
      id: uuid,
      supplier: z.object({ id: uuid, name: z.string() }),
      lines: z.number().int(),
      /** What went wrong, as the machine said it. */
      reason: z.string(),
    }),
  ),
});

export const statementView = z.object({
  id: uuid,
  runId: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  periodEnd: date,
  openingBalance: signedMoney,
  gross: money,
  refunds: money,
  /** Received from those who fund discounts of these lines; part of the payable. */
  subsidies: money,
  /** Owed by them from this run on; the supplier's receivable until it is received. */
  subsidiesOwed: money,
  fees: money,
  farmerDues: money,
  payable: signedMoney,
  /** Corrections of earlier statements, approved by a second person. */
  adjustments: signedMoney,
  /** Paid back to buyers of lines that had been settled. */
  lateRefunds: money,
  /** Paid out since the statement before, less what banks sent back. */
  payouts: signedMoney,
  /** Opening and payable and adjustments, less late refunds and payouts: what the supplier has, less what it is to give back. */
  closingBalance: signedMoney,
  /** Of what it has, taken for what it is to give back. */
  netted: money,
  ruleVersion: z.string(),
  /** The supplier's statement before this one, whose closing balance it opens with. */
  previous: z.object({ id: uuid, periodEnd: date }).nullable(),
  /** What its lines add up to, read from the lines: it has to be what stands above. */
  lines: z.object({
    count: z.number().int(),
    gross: money,
    refunds: money,
    subsidies: money,
    fees: money,
    farmerDues: money,
    payable: money,
  }),
});

/** A part of an order line that one run settled. */
const statementLine = z.object({
  id: uuid,
  orderNumber: z.string(),
  productName: z.string(),
  quantity: z.number().int(),
  /** Before what went back. */
  gross: money,
  refunds: money,
  subsidy: money,
  fee: money,
  farmerDues: money,
  payable: signedMoney,
});

/** The line's money over the lots it was sent from, and what of each went to households: how many, of what kind, by which rule. */
const lineDetail = statementLine.extend({
  supplierId: uuid,
  /** The supplier's part of the order, as its own page shows it. */
  supplierOrderId: uuid,
  /** Settled of what the buyer paid, in all runs, and not gone back since. */
  refundable: money,
  lots: z.array(
    z.object({
      lotCode: z.string(),
      net: money,
      fee: money,
      farmerDues: money,
      dues: z.array(
        z.object({ kind: obligationKind, amount: money, payees: z.number().int(), ruleVersion: z.string() }),
      ),
    }),
  ),
});

const orderBehind = z.object({
  number: z.string(),
  supplier: z.string(),
  state: z.enum(['awaitingPayment', 'toShip', 'shipped', 'received', 'released', 'cancelled']),
  placedAt: instant,
  shippedAt: instant.nullable(),
  receivedAt: instant.nullable(),
  releasedAt: instant.nullable(),
  lines: z.array(
    z.object({
      id: uuid,
      productName: z.string(),
      pack: z.string(),
      quantity: z.number().int(),
      unitPrice: money,
      discount: money,
      freight: money,
      amount: money,
      refunded: money,
      /** It is settled by this statement too. */
      settled: z.boolean(),
    }),
  ),
});

/** A funder's debt for one discount of one line, from one run. */
const RUN_READERS = only('finance', 'auditor', 'operator');

export const settlementRoutes = defineRoutes({
  'POST /settlement/runs': {
    summary:
      'Prepare the settlement of every released line up to a business date, once; a worker settles it shard by shard from then on: households first by rule, then the supplier',
    access: only('finance'),
    body: z.strictObject({ periodEnd: date }),
    response: runView,
    status: 201,
    idempotent: true,
    problems: ['PERIOD_NOT_OVER', 'RUN_EXISTS', 'LATER_PERIOD_SETTLED', 'RUN_UNDER_WAY'],
  },
  'GET /settlement/runs': {
    summary: 'Settlement runs, newest first, and how far each is',
    access: RUN_READERS,
    query: z.strictObject({ view: z.enum(['all', 'open']).default('all'), cursor: cursor.optional(), limit }),
    response: page(runView),
  },
  'GET /settlement/runs/{id}': {
    summary: 'A settlement run: how far it is, and the suppliers that could not be settled, with the reason',
    access: RUN_READERS,
    params: z.strictObject({ id: uuid }),
    response: runDetail,
    problems: ['NOT_FOUND'],
  },
  'POST /settlement/runs/{id}/pause': {
    summary: 'Begin no further shard of a run; what a worker is at is finished',
    access: only('finance'),
    params: z.strictObject({ id: uuid }),
    body: z.strictObject({}),
    response: runView,
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP'],
  },
  'POST /settlement/runs/{id}/resume': {
    summary: 'Go on with a paused run',
    access: only('finance'),
    params: z.strictObject({ id: uuid }),
    body: z.strictObject({}),
    response: runView,
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'STATEMENTS_CLOSED'],
  },
  'POST /settlement/shards/{id}/retry': {
    summary: 'Try once more to settle a supplier that could not be settled',
    access: only('finance'),
    params: z.strictObject({ id: uuid }),
    body: z.strictObject({}),
    response: runView,
    problems: ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'STATEMENTS_CLOSED'],
  },
  'GET /settlement/statements': {
    summary:
      "Statements: all for finance and operators, those of the jurisdiction for an auditor, the own ones for a supplier; newest first; narrowed by the supplier's name",
    access: only('finance', 'auditor', 'operator', 'supplier'),
    query: z.strictObject({
      q: text(60).optional(),
      /** Only those whose payment to the supplier is still to come. */
      unpaid: z.stringbool().optional(),
      sort: z.enum(['closing', '-closing']).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    tabled: true,
    response: page(statementView.omit({ lines: true, previous: true })),
  },
  'GET /settlement/statements/{id}': {
    summary: 'A statement with what its lines add up to; the sums equal the ledger',
    access: only('finance', 'auditor', 'operator', 'supplier'),
    params: z.strictObject({ id: uuid }),
    response: statementView,
    problems: ['NOT_FOUND'],
  },
  'GET /settlement/statements/{id}/lines': {
    summary: 'The lines of a statement, in the order they were bought',
    access: only('finance', 'auditor', 'operator', 'supplier'),
    params: z.strictObject({ id: uuid }),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(statementLine),
    problems: ['NOT_FOUND'],
  },
  'GET /settlement/statements/{id}/lines/{lineId}': {
    summary: 'One line of a statement down to the lots it was sent from and to what households had of each',
    access: only('finance', 'auditor', 'operator', 'supplier'),
    params: z.strictObject({ id: uuid, lineId: uuid }),
    response: lineDetail,
    problems: ['NOT_FOUND'],
  },
  'GET /settlement/statements/{id}/lines/{lineId}/order': {
    summary:
      "The order that a line of a statement is of, as one supplier's part of it: without its buyer; suppliers have their own page",
    access: RUN_READERS,
    params: z.strictObject({ id: uuid, lineId: uuid }),
    response: orderBehind,
    problems: ['NOT_FOUND'],
  },
  'GET /settlement/statements/{id}/payouts': {
    summary: 'What was paid out to the supplier since the statement before, and what banks sent back',
    access: only('finance', 'auditor', 'operator', 'supplier'),
    params: z.strictObject({ id: uuid }),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(
      z.object({
        /** The line of a payout list, and the batch and list that it is of. */
        itemId: uuid,
        batchId: uuid,
        payoutRunId: uuid,
        event: z.enum(['pay', 'bounce']),
        /** By the bank's word. */
        on: date,
        amount: money,
        bankName: z.string(),
        numberTail: z.string(),
      }),
    ),
    problems: ['NOT_FOUND'],
  },
  'GET /settlement/statements/{id}/file': {
    summary: 'A statement with all its lines as a table or as a paper (PDF), sent while it is read',
    access: only('finance', 'auditor', 'operator', 'supplier'),
    params: z.strictObject({ id: uuid }),
    query: z.strictObject({ format: z.enum(['xlsx', 'csv', 'pdf']).default('xlsx') }),
    response: z.any(),
    download: true,
    problems: ['NOT_FOUND', 'RATE_LIMITED'],
  },
});
