import { z } from 'zod';
import { cursor, date, limit, money, page, text, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';
import { PROMOTION_KINDS } from '../ordering/cart-names';

export const subsidyView = z.object({
  id: uuid,
  periodEnd: date,
  supplier: z.object({ id: uuid, name: z.string() }),
  /** The platform has neither id nor name. */
  funder: z.object({ kind: z.enum(['platform', 'organisation']), id: uuid.nullable(), name: z.string().nullable() }),
  orderNumber: z.string(),
  productName: z.string(),
  discountKind: z.enum(PROMOTION_KINDS),
  promotionId: uuid,
  /** What the funder gave of the discount when the order was placed. */
  discount: money,
  /** Of that, its part of the goods that were settled; the rest was given back with refunds, or is in dispute. */
  owed: money,
  received: money,
  ruleVersion: z.string(),
});

/** As the bank's paper has it. */
const movement = {
  amount: money.refine(({ amount }) => amount !== '0', 'more than nothing'),
  bankReference: text(64),
};

export const subsidyRoutes = defineRoutes({
  'GET /settlement/subsidies': {
    summary:
      'What those who fund discounts owe suppliers and have paid, discount by discount: all, those of the jurisdiction for an auditor, the own ones for a supplier; newest first',
    access: only('finance', 'auditor', 'operator', 'supplier'),
    query: z.strictObject({ open: z.enum(['true', 'false']).default('false'), cursor: cursor.optional(), limit }),
    response: page(subsidyView),
  },
  'POST /settlement/subsidy-receipts': {
    summary:
      "Enter a funder's money that has reached the institution: once a second person has entered the same, it pays the funder's oldest debts first, and the next run settles it",
    access: only('finance'),
    /** Null: the platform itself. */
    body: z.strictObject({ funderId: uuid.nullable(), ...movement }),
    /** `waits`: for another person to enter the same. */
    response: z.object({
      ...{ state: z.enum(['waits', 'booked']), id: uuid, amount: money },
      ...{ suppliers: z.number().int(), open: money },
    }),
    status: 201,
    idempotent: true,
    problems: ['SUBSIDY_TOO_LARGE', 'SUBSIDY_RECEIPT_KNOWN', 'FOUR_EYES'],
  },
  'GET /settlement/funder-credits': {
    summary:
      'What organisations have back of discounts they funded, of goods that went back after they were settled, and what of it may be sent back to them',
    access: only('finance', 'operator'),
    /** `free`: without what the organisation owes, and what suppliers are still to give back. */
    response: z.object({
      data: z.array(z.object({ funder: z.object({ id: uuid, name: z.string() }), credit: money, free: money })),
    }),
  },
  'POST /settlement/subsidy-returns': {
    summary:
      'Enter money that went back to an organisation out of what it has back, as the first or as the second person: booked once another has entered the same',
    access: only('finance'),
    body: z.strictObject({ funderId: uuid, ...movement }),
    /** `waits`: for another person to enter the same. */
    response: z.object({ state: z.enum(['waits', 'booked']) }),
    status: 201,
    idempotent: true,
    problems: ['SUBSIDY_RETURN_TOO_LARGE', 'SUBSIDY_RECEIPT_KNOWN', 'FOUR_EYES'],
  },
});
