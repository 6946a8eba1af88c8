import { z } from 'zod';
import { uuid } from '../core/scalars';

export const settlementEvents = {
  /** Lines of payout lists that a bank did not pay, or sent back: whoever was to be paid is asked for an account. */
  payoutsCameBack: z.object({ how: z.enum(['fail', 'bounce']), payeeIds: z.array(uuid) }),
} as const;
