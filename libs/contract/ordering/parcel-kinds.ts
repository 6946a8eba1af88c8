/** What a carrier says of a parcel, in the order in which it usually comes; the last two end its way elsewhere than at the buyer's. */
export const PARCEL_KINDS = [
  'accepted',
  'inTransit',
  'outForDelivery',
  'problem',
  'delivered',
  'returned',
  'lost',
] as const;
export type ParcelKind = (typeof PARCEL_KINDS)[number];
