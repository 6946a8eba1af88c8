import { statement } from '@xihuo/platform';
import { placeOf } from '../place.sql';
import { AVAILABLE } from '../portion.sql';

export interface DeliveryAskRow {
  now: Date;
  /** Null where nobody offers such a pack. */
  sku_id: string | null;
  available: number;
  /** Null where it is no place of the mainland. */
  code: string | null;
  name: string | null;
}

/** The time, the pack and the place of a question what sending costs. $1 pack, $2 place. */
export const deliveryAsk = statement<DeliveryAskRow>(
  'ordering.delivery_ask',
  `select platform.business_now() as now, offer.sku_id, ${AVAILABLE} as available, place.code, place.name
     from (values (1)) as one
     left join catalogue.offer_v offer on offer.sku_id = $1 and offer.listed
     ${placeOf('$2')}`,
);
