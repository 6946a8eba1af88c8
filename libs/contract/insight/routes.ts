import { z } from 'zod';
import { bilingual, date, instant, money, regionCode } from '../core/scalars';
import { defineRoutes, open } from '../core/route';
import { CERTIFICATE_BASES, testItem } from '../trace/lots';
import { PROCESSING_KINDS } from '../trace/processings';
import { LOT_CERTIFICATE_STATES, LOT_STATES } from '../trace/states';
import { channelResultRoutes } from './channel-results';
import { foundRoutes } from './found';
import { historyRoutes } from './history';
import { orderOutcomeRoutes } from './order-outcomes';
import { outlookRoutes } from './outlook';
import { resultRoutes } from './results';
import { todayRoutes } from './today';

/** Share of retail sales in basis points; the parts sum to 10,000. */
const part = z.object({ payee: z.enum(['households', 'supplier', 'platform']), basisPoints: z.number().int() });

const day = { on: date };
/** Grams over some days; `until` is the last of them where there is more than one. */
const over = { on: date, until: date.nullable(), grams: z.number().int() };

/** What happened to the goods, in the order it happened: also before they came into this lot. */
const step = z.discriminatedUnion('step', [
  z.object({ step: z.literal('delivered'), ...over }),
  z.object({ step: z.literal('grown'), ...over }),
  z.object({
    step: z.literal('processed'),
    ...day,
    kind: z.enum(PROCESSING_KINDS),
    inputGrams: z.number().int(),
    grams: z.number().int(),
  }),
  z.object({ step: z.literal('packed'), ...over, packs: z.number().int(), pack: z.string() }),
  z.object({ step: z.literal('certified'), ...day, number: z.string() }),
  z.object({ step: z.literal('tested'), ...day, laboratory: z.string(), passed: z.boolean() }),
  z.object({ step: z.literal('shipped'), ...over }),
  z.object({ step: z.literal('recalled'), ...day }),
]);

export const lotPage = z.object({
  code: z.string(),
  product: z.object({ slug: z.string(), name: bilingual }),
  supplier: z.object({ id: z.string(), name: z.string() }),
  county: z.object({ code: regionCode, name: z.string(), provinceName: z.string() }),
  producedOn: date,
  state: z.enum(LOT_STATES),
  /** What to do with the goods; also once it is over, for those who still have a pack. */
  recall: z
    .object({
      id: z.string(),
      class: z.union([z.literal(1), z.literal(2), z.literal(3)]),
      notice: z.string(),
      openedOn: date,
      closedOn: date.nullable(),
      result: z.string().nullable(),
    })
    .nullable(),
  /** Village only from ten households on, else null (design part 4). */
  village: z.string().nullable(),
  households: z.number().int().nullable(),
  journey: z.array(step),
  certificates: z.array(
    z.object({
      number: z.string(),
      state: z.enum(LOT_CERTIFICATE_STATES),
      issuedOn: date,
      issuedBy: z.string(),
      basis: z.enum(CERTIFICATE_BASES),
    }),
  ),
  tests: z.array(
    z.object({
      source: z.enum(['supplier', 'spotCheck']),
      reportNumber: z.string(),
      laboratory: z.string(),
      reportedOn: date,
      passed: z.boolean(),
      items: z.array(testItem),
    }),
  ),
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
  'GET /household-total': {
    summary:
      "What came to farm households through this platform, of this platform's orders, not official statistics; null below 10 households",
    access: open,
    response: z.object({
      total: z
        .object({
          households: z.number().int(),
          /** Booked to them by settlements that were posted. */
          settled: money,
          /** Of it, what a bank said it had paid. */
          paid: money,
          asOf: instant,
        })
        .nullable(),
    }),
    cacheSeconds: 300,
  },
  'GET /lots/{code}': {
    summary: 'The page behind the code on the pack: journey, origin and who earned what',
    access: open,
    params: z.strictObject({ code: z.string().regex(/^[A-Z0-9-]{6,40}$/) }),
    response: lotPage,
    problems: ['NOT_FOUND'],
  },
  ...orderOutcomeRoutes,
  ...outlookRoutes,
  ...channelResultRoutes,
  ...resultRoutes,
  ...todayRoutes,
  ...historyRoutes,
  ...foundRoutes,
});
