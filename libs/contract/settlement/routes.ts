import { z } from 'zod';
import { cursor, date, instant, limit, money, page, signedMoney, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';

export const runView = z.object({
  id: uuid,
  /** Released up to and including this business date. */
  periodEnd: date,
  state: z.enum(['prepared', 'posted']),
  suppliers: z.number().int(),
  lines: z.number().int(),
  gross: money,
  fees: money,
  farmerDues: money,
  payable: money,
  createdAt: instant,
  postedAt: instant.nullable(),
});

export const statementView = z.object({
  id: uuid,
  runId: uuid,
  supplier: z.object({ id: uuid, name: z.string() }),
  periodEnd: date,
  openingBalance: signedMoney,
  gross: money,
  refunds: money,
  fees: money,
  farmerDues: money,
  payable: signedMoney,
  closingBalance: signedMoney,
  ruleVersion: z.string(),
  lines: z.array(
    z.object({
      orderNumber: z.string(),
      productName: z.string(),
      quantity: z.number().int(),
      gross: money,
      fee: money,
      farmerDues: money,
      payable: money,
    }),
  ),
});

export const settlementRoutes = defineRoutes({
  'POST /settlement/runs': {
    summary: 'Settle every released line up to a business date, once: households first by rule, then the supplier',
    access: only('finance'),
    body: z.strictObject({ periodEnd: date }),
    response: runView,
    status: 201,
    idempotent: true,
    problems: ['PERIOD_NOT_OVER', 'RUN_EXISTS'],
  },
  'GET /settlement/runs': {
    summary: 'Settlement runs, newest first',
    access: only('finance', 'auditor', 'operator'),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(runView),
  },
  'GET /settlement/statements': {
    summary:
      'Statements: all for finance and operators, those of the jurisdiction for an auditor, the own ones for a supplier; newest first',
    access: only('finance', 'auditor', 'operator', 'supplier'),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: page(statementView.omit({ lines: true })),
  },
  'GET /settlement/statements/{id}': {
    summary: 'A statement with its lines; the sums equal the ledger',
    access: only('finance', 'auditor', 'operator', 'supplier'),
    params: z.strictObject({ id: uuid }),
    response: statementView,
    problems: ['NOT_FOUND'],
  },
});
