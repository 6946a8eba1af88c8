import { z } from 'zod';
import { uuid } from '../core/scalars';

export const traceEvents = {
  /** A delivery stands: the supplier owes for it. `replaces` is an earlier one, told before, that it stands for. */
  deliveryConfirmed: z.object({ deliveryId: uuid, supplierId: uuid, lotId: uuid, replaces: uuid.nullable() }),
  /** Lots are recalled: whoever bought of them is to be told. */
  lotRecalled: z.object({ recallId: uuid, supplierId: uuid }),
  /** A recall is over: withdrawn where the suspicion was wrong, and then whoever was told of it is told so. */
  recallEnded: z.object({ recallId: uuid, supplierId: uuid, withdrawn: z.boolean() }),
} as const;
