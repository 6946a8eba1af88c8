import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, money, uuid } from '../core/scalars';
import { defineRoutes } from '../core/route';
import { agreementRoutes } from './agreements';
import { contestRoutes } from './contests';
import { distributionRoutes, dividendRoutes } from './dividends';
import { householdRoutes } from './households';
import { outsidePaymentRoutes } from './outside-payments';
import { householdAlone, linkageKind, obligationKind } from './views';
import { workRoutes } from './work';

/** What a household is owed and why, in one sentence; due = funded + paid outside + waiting + open. */
export const earningView = z.object({
  id: uuid,
  kind: obligationKind,
  supplierName: z.string(),
  /** Null where no agreement stands behind it: a surplus refund goes to members. */
  agreement: z.object({ id: uuid, kind: linkageKind, version: z.number().int() }).nullable(),
  why: bilingual,
  earnedOn: date,
  due: money,
  /** Put aside for the household by settlement, from sales that are final. */
  funded: money,
  /** Paid by the supplier itself and confirmed; said to be paid, and not confirmed yet. */
  paidOutside: money,
  waiting: money,
  open: money,
  contestId: uuid.nullable(),
  shares: z.array(
    z.object({
      settledAt: instant,
      lotCode: z.string().nullable(),
      rule: z.string(),
      amount: money,
    }),
  ),
});

export const earningsView = z.object({
  household: z.object({ id: uuid, displayName: z.string(), village: z.string(), countyName: z.string() }),
  /** All the household's person is of, by name; where there are several, one is read at a time. */
  households: z.array(z.object({ id: uuid, displayName: z.string(), village: z.string() })),
  totals: z.object({ due: money, funded: money, paidOutside: money, waiting: money, open: money }),
  data: z.array(earningView),
  nextCursor: z.string().nullable(),
});

export const benefitRoutes = defineRoutes({
  'GET /me/earnings': {
    summary:
      "The farm household's own page: what was earned, why, and what has been settled; who is of several names one of them",
    access: householdAlone,
    query: z.strictObject({ household: uuid.optional(), cursor: cursor.optional(), limit }),
    response: earningsView,
    problems: ['NOT_FOUND'],
  },
  ...agreementRoutes,
  ...householdRoutes,
  ...workRoutes,
  ...outsidePaymentRoutes,
  ...contestRoutes,
  ...dividendRoutes,
  ...distributionRoutes,
});
