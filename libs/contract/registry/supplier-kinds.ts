import { z } from 'zod';

/** Whoever may sell: producers, and traders with a producer's mandate. */
export const SUPPLIER_KINDS = ['cooperative', 'company', 'familyFarm', 'ruralCollective', 'trader'] as const;
export const supplierKind = z.enum(SUPPLIER_KINDS);
