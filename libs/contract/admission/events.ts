import { z } from 'zod';
import { uuid } from '../core/scalars';

export const admissionEvents = {
  /** A supplier leaves: everybody with something open answers by `reportExitStep`. */
  exitStarted: z.object({ exitId: uuid, supplierId: uuid }),
  /** The exit was annulled on appeal while it ran. */
  exitCancelled: z.object({ exitId: uuid, supplierId: uuid }),
  /** A version of a product's dossier was approved: what it says the product is holds from now on. */
  dossierApproved: z.object({ dossierId: uuid, supplierId: uuid, productId: uuid }),
} as const;
