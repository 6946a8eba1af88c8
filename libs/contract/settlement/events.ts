import { z } from 'zod';
import { uuid } from '../core/scalars';

export const settlementEvents = {
  /** Lines of payout lists that a bank did not pay, or sent back: whoever was to be paid is asked for an account. */
  payoutsCameBack: z.object({ how: z.enum(['fail', 'bounce']), payeeIds: z.array(uuid) }),
  /** A line that was settled is paid back: its supplier owes it from now on, and its rebates go back where they are not paid. */
  lateRefundDecided: z.object({
    adjustmentId: uuid,
    orderId: uuid,
    supplierOrderId: uuid,
    lineId: uuid,
    supplierId: uuid,
    amountFen: z.string(),
  }),
} as const;
