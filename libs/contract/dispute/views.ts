import { z } from 'zod';
import { date, instant, money, text, uuid } from '../core/scalars';
import { AWARD_BASES, DISPUTE_ACTS, DISPUTE_KINDS, DISPUTE_SIDES } from './names';
import { DISPUTE_STATES } from './states';

export const files = z.array(uuid).max(9).default([]);
export const words = text(2000, 2);

const side = z.enum(DISPUTE_SIDES);

export const caseHead = z.object({
  id: uuid,
  orderId: uuid,
  orderNumber: z.string(),
  supplier: z.object({ id: uuid, name: z.string() }),
  kind: z.enum(DISPUTE_KINDS),
  state: z.enum(DISPUTE_STATES),
  /** Fen held for it, which is what the buyer claims. */
  held: money,
  openedAt: instant,
  /** The last working day of the step it is at; null where nothing is waited for. */
  dueOn: date.nullable(),
  /** Whose turn it is in the negotiation. */
  waitingFor: z.enum(['buyer', 'supplier']).nullable(),
  /** When a step of the platform was not done in its time; null where none was missed. */
  overdueSince: instant.nullable(),
  products: z.array(z.string()),
});

export const caseView = caseHead.extend({
  version: z.number().int(),
  lines: z.array(
    z.object({
      lineId: uuid,
      productName: z.string(),
      pack: z.string(),
      quantity: z.number().int(),
      paid: money,
      claimed: money,
      refund: money.nullable(),
    }),
  ),
  /** The offer that stands, and which sides have said yes to it. */
  offer: z
    .object({ id: uuid, side, refund: money, words: z.string(), accepted: z.array(z.enum(['buyer', 'supplier'])) })
    .nullable(),
  messages: z.array(
    z.object({
      id: uuid,
      side,
      words: z.string(),
      /** What is offered with it, to go back to the buyer. */
      offer: money.nullable(),
      files: z.array(z.object({ fileId: uuid, mediaType: z.string() })),
      at: instant,
    }),
  ),
  evidenceDone: z.array(z.enum(['buyer', 'supplier'])),
  decision: z.object({ refund: money, reason: z.string(), decidedAt: instant }).nullable(),
  appeal: z
    .object({
      by: z.enum(['buyer', 'supplier']),
      statement: z.string(),
      filedAt: instant,
      decision: z.object({ refund: money, reason: z.string(), decidedAt: instant }).nullable(),
    })
    .nullable(),
  referral: z
    .object({ authority: z.string(), reference: z.string(), reason: z.string(), referredAt: instant })
    .nullable(),
  award: z
    .object({
      basis: z.enum(AWARD_BASES),
      refund: money,
      release: money,
      awardedAt: instant,
      refundState: z.string().nullable(),
    })
    .nullable(),
  endedAt: instant.nullable(),
  /** What the caller may do now. */
  may: z.array(z.enum(DISPUTE_ACTS)),
});

export const keptPaper = z.object({ fileId: uuid, mediaType: z.string(), pages: z.number().int() });

/** What of an order can be disputed: paid, out, and not held or given back. */
export const disputableLine = z.object({
  lineId: uuid,
  supplierOrderId: uuid,
  supplierName: z.string(),
  productName: z.string(),
  pack: z.string(),
  quantity: z.number().int(),
  paid: money,
  /** At most this may be claimed. */
  free: money,
});
