import { z } from 'zod';
import { uuid } from '../core/scalars';

const refundEnd = z.object({
  refundId: uuid,
  supplierOrderId: uuid,
  orderId: uuid,
  sourceKind: z.string(),
  sourceId: uuid,
  amountFen: z.string(),
});

export const paymentEvents = {
  /** Something of the provider's lies in the inbox and waits to be worked off. */
  providerEventReceived: z.object({ inboxId: uuid }),
  paymentCaptured: z.object({ paymentId: uuid, orderId: uuid, amountFen: z.string() }),
  /** One refund has ended, for now: a failed one is tried again, and one that succeeded may fail days later. */
  refundSucceeded: refundEnd,
  refundFailed: refundEnd,
  /** Differences were opened, or came back after they were closed: how many of each. */
  differencesFound: z.object({ opened: z.number().int(), again: z.number().int() }),
} as const;
