import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, money, page, regionCode, uuid } from '../core/scalars';
import { namedHousehold, obligationKind } from '../benefit/views';
import { defineRoutes, only } from '../core/route';

export const SALES_TABLES = [
  'months',
  'pairings',
  'counties',
  'keyCounties',
  'categories',
  'channels',
  'campaigns',
] as const;
export const SALES_WAYS = ['purchased', 'helped'] as const;
const EARNED_FIGURES = ['due', 'paid', 'inTime', 'late', 'overdue', 'notYetDue'] as const;

/** County departments read what suppliers of their own county sold, auditors what lies in their jurisdiction. */
const READERS = only('countyAgriculture', 'countyRevitalisation', 'auditor', 'operator', 'finance');

const span = {
  /** Business days, both counted: thirteen months at most, so that a month and the same of a year before stand in one window. */
  from: date,
  until: date,
  /** A province, city or county of suppliers, to narrow it to. */
  place: regionCode.optional(),
};
const table = z.enum(SALES_TABLES);
const count = z.number().int();

/** Money and goods apart. Parts of orders, packs and grams are of what was not called off; grams where the weight of a pack is known. */
const sold = z.object({
  orders: z.number().int(),
  packs: z.number().int(),
  grams: z.number().int(),
  sales: money,
  refunded: money,
  net: money,
  /** Of the net: what the buyer paid for freight. */
  freight: money,
  /** The platform's, on what is settled. */
  fees: money,
  /** What they are of: goods of what is settled, without freight. */
  settled: money,
  /** The net of the same days a year before. */
  netYearBefore: money,
});

const salesRow = z.object({
  /** Codes of East and West, a county, a category, `venue:` or `fair:` and its id or `direct`, a campaign's id, a month; '' is whatever else was sold. */
  key: z.string(),
  name: bilingual.nullable(),
  /** Of a pairing: `name` is the East's, this the West's. */
  pairedWith: bilingual.nullable(),
  /** What public buyers bought, and what all others did (采购, 帮销): never both. */
  purchased: sold,
  helped: sold,
});

/** Households that are owed something, and those of them that were paid; the same of the months a year before. */
const reached = {
  households: count,
  householdsPaid: count,
  householdsYearBefore: count,
  householdsPaidYearBefore: count,
};

const happened = z.enum(['admitted', 'measured', 'exited']);

/** What a household is due, and what of it is paid in time, late, overdue or not yet due. */
const earned = {
  due: money,
  paid: money,
  /** Of what is paid: within the term of the setting from the day it was earned. */
  inTime: money,
  late: money,
  /** Of what is not paid: past that term as of today, or within it still. */
  overdue: money,
  notYetDue: money,
};

export const resultRoutes = defineRoutes({
  'GET /results/sales': {
    summary: "Sales of this platform's orders by one of seven tables, in the order of codes; not official statistics",
    access: READERS,
    tabled: true,
    query: z.strictObject({ ...span, table }),
    response: z.object({
      /** When the orders were last counted; null before the first time. */
      asOf: instant.nullable(),
      /** Of all rows together, each once: one with goods under two rows is counted in both. */
      orders: z.object({ purchased: count, helped: count }),
      data: z.array(salesRow),
    }),
  },
  'GET /results/orders': {
    summary: 'The order lines behind a row of sales, the newest first, without their buyers',
    access: READERS,
    tabled: true,
    query: z.strictObject({
      ...span,
      table,
      /** Of a row; '' is whatever else was sold, and without it all rows are meant. */
      key: z.string().max(60).optional(),
      way: z.enum(SALES_WAYS).optional(),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(
      z.object({
        id: uuid,
        orderNumber: z.string(),
        placedAt: instant,
        way: z.enum(SALES_WAYS),
        supplier: z.string(),
        product: z.string(),
        pack: z.string(),
        packs: z.number().int(),
        grams: z.number().int().nullable(),
        /** Its part of the order was called off: its goods are none, and what was paid for them went back. */
        calledOff: z.boolean(),
        sales: money,
        refunded: money,
        freight: money,
        fees: money,
        settled: money,
      }),
    ),
  },
  'GET /results/income': {
    summary: 'What households earned by linkage in whole months, and what of it was paid in time, late or not yet',
    access: READERS,
    tabled: true,
    query: z.strictObject(span),
    response: z.object({
      asOf: instant.nullable(),
      /** Each once, whatever it is owed for. */
      ...reached,
      data: z.array(
        z.object({
          kind: obligationKind,
          ...reached,
          ...earned,
          dueYearBefore: money,
          paidYearBefore: money,
        }),
      ),
    }),
  },
  'GET /results/income/rows': {
    summary: 'The households behind a figure of income, each once with all it has of that figure',
    access: READERS,
    tabled: true,
    query: z.strictObject({
      ...span,
      kind: obligationKind.optional(),
      /** Only who has something of it; `due` is everybody. */
      figure: z.enum(EARNED_FIGURES),
      cursor: cursor.optional(),
      limit,
    }),
    response: page(
      z.object({
        household: namedHousehold,
        /** By it alone a file tells of the household. */
        reference: z.string(),
        county: z.string(),
        ...earned,
      }),
    ),
  },
  'GET /results/suppliers': {
    summary: 'How many suppliers were admitted, came under a measure and exited, month by month',
    access: READERS,
    tabled: true,
    query: z.strictObject(span),
    response: z.object({
      data: z.array(
        z.object({
          month: z.string(),
          ...{ admitted: count, measured: count, exited: count },
          /** Of the same month a year before. */
          ...{ admittedYearBefore: count, measuredYearBefore: count, exitedYearBefore: count },
        }),
      ),
    }),
  },
  'GET /results/suppliers/rows': {
    summary: 'The suppliers behind a figure of a month, in the order of their ids, each with the day it happened on',
    access: READERS,
    tabled: true,
    query: z.strictObject({ ...span, what: happened, cursor: cursor.optional(), limit }),
    response: page(z.object({ id: uuid, name: z.string(), county: z.string(), on: date })),
  },
});
