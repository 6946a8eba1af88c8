import { z } from 'zod';
import { uuid } from '../core/scalars';

export const paymentEvents = {
  /** Something of the provider's lies in the inbox and waits to be worked off. */
  providerEventReceived: z.object({ inboxId: uuid }),
  paymentCaptured: z.object({ paymentId: uuid, orderId: uuid, amountFen: z.string() }),
} as const;
