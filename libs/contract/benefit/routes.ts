import { z } from 'zod';
import { bilingual, cursor, date, instant, limit, money, uuid } from '../core/scalars';
import { defineRoutes, only } from '../core/route';

export const LINKAGE_KINDS = ['contractPurchase', 'employment', 'dividend'] as const;
export const linkageKind = z.enum(LINKAGE_KINDS);
export const OBLIGATION_KINDS = ['wage', 'floorPrice', 'premium', 'rebate', 'dividend'] as const;
export const obligationKind = z.enum(OBLIGATION_KINDS);

/** What a household is owed and why, in one sentence; due = funded + open + paid outside. */
export const earningView = z.object({
  id: uuid,
  kind: obligationKind,
  supplierName: z.string(),
  agreement: z.object({ id: uuid, kind: linkageKind, version: z.number().int() }),
  why: bilingual,
  earnedOn: date,
  due: money,
  /** Put aside for the household by settlement, from sales that are final. */
  funded: money,
  open: money,
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
  totals: z.object({ due: money, funded: money, open: money }),
  data: z.array(earningView),
  nextCursor: z.string().nullable(),
});

export const benefitRoutes = defineRoutes({
  'GET /me/earnings': {
    summary: "The farm household's own page: what was earned, why, and what has been settled",
    access: only('farmer'),
    query: z.strictObject({ cursor: cursor.optional(), limit }),
    response: earningsView,
  },
});
