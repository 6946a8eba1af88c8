import { z } from 'zod';
import { text, uuid } from '../core/scalars';

/** A parcel: by whom, under which number, and what of it comes from which lot. */
export const shipmentInput = z.strictObject({
  carrier: text(40),
  trackingNumber: text(40),
  /** Some packs follow in another parcel, or never (short delivery). */
  partial: z.boolean().optional(),
  picks: z
    .array(z.strictObject({ lineId: uuid, lotId: uuid, packs: z.number().int().min(1).max(9999) }))
    .min(1)
    .max(200),
});

/** Why lots give nothing for a parcel, or the picks are not what is to be sent. */
export const shipmentProblems = [
  'LOT_MASS_BALANCE',
  'LOT_NOT_FOR_PRODUCT',
  'LOT_RECALLED',
  'CERTIFICATE_MISSING',
  'LOT_AFTER_RIGHT',
  'INVALID_INPUT',
] as const;
