import { z } from 'zod';
import { date, money, uuid } from '../core/scalars';
import { defineRoutes, orderAccess } from '../core/route';
import { obligationKind } from '../benefit/views';

/**
 * How far the money of one supplier's part has come. `none`: nothing of it stays sold; `settling`: sold for good, to be settled next;
 * `partly`: some of it settled, the rest held or to come.
 */
export const OUTCOME_STATES = [
  'none',
  'awaitingPayment',
  'onTheWay',
  'afterSale',
  'settling',
  'partly',
  'settled',
] as const;

/**
 * What became of the money of one supplier's part, in fen. To the fen: paid + subsidies = refunded + held + open + households +
 * collectives + supplier + freight + platform. What went back after it was settled stands apart, in `later`.
 */
const outcome = z.object({
  supplierOrderId: uuid,
  state: z.enum(OUTCOME_STATES),
  /** The first day on which the next of it can be settled; null where nothing tells yet, or nothing is to come. */
  expectedOn: date.nullable(),
  /** The last day that was settled with any of it. */
  settledUntil: date.nullable(),
  paid: money,
  /** What others added for the discounts they bear. */
  subsidies: money,
  /** Went back to the buyer before it was settled. */
  refunded: money,
  /** In dispute. */
  held: money,
  /** Still to be settled. */
  open: money,
  /** Farm households together; how many only from ten on, else null, and then what each kind had is not told either. */
  households: z.object({
    amount: money,
    count: z.number().int().nullable(),
    kinds: z.array(z.object({ kind: obligationKind, amount: money.nullable() })),
  }),
  /** Village collectives. */
  collectives: money,
  /** What is left to the supplier of the goods. */
  supplier: money,
  /** What the supplier had for bringing them. */
  freight: money,
  platform: money,
  /** After it was settled: what went back to the buyer, and what of unpaid second rebates went back with it. The supplier bears the rest. */
  later: z.object({ refunded: money, rebates: money }),
  /** Versions of the rules it was computed by. */
  rules: z.array(z.string()),
});

export const orderOutcomeRoutes = defineRoutes({
  'GET /orders/{id}/outcome': {
    summary:
      'What an order did: who had what of its money, read from the ledger once settled; before that when it will be',
    access: orderAccess,
    params: z.strictObject({ id: uuid }),
    response: z.object({ parts: z.array(outcome) }),
    problems: ['NOT_FOUND'],
  },
});
