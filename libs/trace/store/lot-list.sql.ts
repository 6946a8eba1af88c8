import { statement } from '@xihuo/platform';

export interface LotRow {
  id: string;
  row_version: number;
  code: string;
  supplier_id: string;
  product_id: string;
  product_name: string;
  produced_on: string;
  state: 'open' | 'closed' | 'recalled';
  received_grams: bigint;
  shipped_grams: bigint;
  processed_grams: bigint;
  lost_grams: bigint;
  packed_grams: bigint;
  certified_grams: bigint;
  households: number;
  certificate_required: boolean;
  quarantine_required: boolean;
  has_quarantine: boolean;
  breakdown_public: boolean;
}

const COLUMNS = `lot.id, lot.row_version, lot.code, lot.supplier_id, lot.product_id, product.name_zh as product_name, lot.produced_on,
          lot.state, lot.received_grams, lot.shipped_grams, lot.processed_grams, lot.lost_grams, lot.packed_grams,
          lot.certified_grams, lot.households, lot.breakdown_public,
          trace.certificate_required(product.category, (platform.business_now() at time zone 'Asia/Shanghai')::date) as certificate_required,
          trace.quarantine_required(product.category, (platform.business_now() at time zone 'Asia/Shanghai')::date) as quarantine_required,
          exists (select from trace.lot_quarantine vet where vet.lot_id = lot.id) as has_quarantine`;

/** Lots of the caller's suppliers, newest first; $6 only those whose goods near the end of their shelf life; $7 a part of a code or a name. */
export const lotsOfSupplier = statement<LotRow>(
  'trace.lots_of_supplier',
  `select ${COLUMNS}
     from trace.lot_v lot join catalogue.product_v product on product.id = lot.product_id
    where lot.supplier_id = any ($1::uuid[]) and ($2::uuid is null or lot.product_id = $2)
      and ($3::text is null or lot.state = $3) and ($4::uuid is null or lot.id < $4)
      and (not $6::boolean or exists (select from trace.waiting_v waiting where waiting.what = 'lotsEnding' and waiting.lot_id = lot.id))
      and ($7::text is null or position(lower($7) in lower(lot.code)) > 0 or position(lower($7) in lower(product.name_zh)) > 0
           or position(lower($7) in lower(product.name_en)) > 0)
    order by lot.id desc limit $5`,
);

/** What goods can leave from. */
const AT_HAND = `lot.state <> 'recalled' and lot.received_grams > lot.shipped_grams + lot.processed_grams + lot.lost_grams`;

/** Lots of the caller's suppliers ($1) with something left of products ($2), the oldest first, up to $3 of each. */
export const lotsToShip = statement<LotRow>(
  'trace.lots_to_ship',
  `select ${COLUMNS}
     from unnest($2::uuid[]) as wanted (product_id)
    cross join lateral (
      select lot.* from trace.lot_v lot
       where lot.supplier_id = any ($1::uuid[]) and lot.product_id = wanted.product_id and ${AT_HAND}
       order by lot.produced_on, lot.id limit $3) lot
     join catalogue.product_v product on product.id = lot.product_id
    order by lot.produced_on, lot.id`,
);

/** How many lots of a product ($2) of a supplier ($1) have something left to ship. */
export const lotsAtHand = statement<{ lots: number }>(
  'trace.lots_at_hand',
  `select count(*)::integer as lots from trace.lot_v lot
    where lot.supplier_id = $1 and lot.product_id = $2 and ${AT_HAND}`,
);

export const lotOfSupplier = statement<LotRow>(
  'trace.lot_of_supplier',
  `select ${COLUMNS}
     from trace.lot_v lot join catalogue.product_v product on product.id = lot.product_id
    where lot.id = $1 and lot.supplier_id = any ($2::uuid[])`,
);
