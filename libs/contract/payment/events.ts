import { z } from 'zod';
import { uuid } from '../core/scalars';

export const paymentEvents = {
  paymentCaptured: z.object({ paymentId: uuid, orderId: uuid, amountFen: z.string() }),
} as const;
