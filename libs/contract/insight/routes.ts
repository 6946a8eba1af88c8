import { z } from 'zod';
import { bilingual, date, regionCode } from '../core/scalars';
import { defineRoutes, open } from '../core/route';

/** Share of retail sales in basis points; the parts sum to 10,000. */
const part = z.object({ payee: z.enum(['households', 'supplier', 'platform']), basisPoints: z.number().int() });

export const lotPage = z.object({
  code: z.string(),
  product: z.object({ slug: z.string(), name: bilingual }),
  supplier: z.object({ id: z.string(), name: z.string() }),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  producedOn: date,
  /** Village only from ten households on, else null (design part 4). */
  village: z.string().nullable(),
  households: z.number().int().nullable(),
  journey: z.array(z.object({ step: z.enum(['delivered', 'packed', 'shipped']), on: date, grams: z.number().int() })),
  /** Who earned what, read from the ledger; until the thresholds are met, when it will be there. */
  breakdown: z.discriminatedUnion('state', [
    z.object({
      state: z.literal('shown'),
      orders: z.number().int(),
      households: z.number().int(),
      parts: z.array(part),
      settledUntil: date,
    }),
    z.object({
      state: z.literal('tooFew'),
      ordersNeeded: z.number().int(),
      orders: z.number().int(),
      householdsNeeded: z.number().int(),
      /** Null under ten: a small count is not shown. */
      households: z.number().int().nullable(),
    }),
    z.object({ state: z.literal('notAgreed') }),
  ]),
});

export const insightRoutes = defineRoutes({
  'GET /lots/{code}': {
    summary: 'The page behind the code on the pack: journey, origin and who earned what',
    access: open,
    params: z.strictObject({ code: z.string().regex(/^[A-Z0-9-]{6,40}$/) }),
    response: lotPage,
    problems: ['NOT_FOUND'],
  },
});
