import { z } from 'zod';
import { uuid } from '../core/scalars';
import { AWARD_BASES } from './names';

const ids = { disputeId: uuid, orderId: uuid, supplierOrderId: uuid, supplierId: uuid };

export const disputeEvents = {
  disputeOpened: z.object({ ...ids, heldFen: z.string() }),
  /** The held fen have moved: to the buyer, the rest to where it came from. */
  disputeAwarded: z.object({ ...ids, basis: z.enum(AWARD_BASES), refundFen: z.string(), releaseFen: z.string() }),
  /** Over without an award: all of it was let go. */
  disputeClosed: z.object({ ...ids, how: z.enum(['withdrawn', 'lapsed']), releaseFen: z.string() }),
} as const;
