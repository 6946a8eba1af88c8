import { statement } from '@xihuo/platform';
import { CALLED, MOST, NAMED_ORGANISATIONS, PRODUCT } from '../channel/picker.sql';

export interface LabelledRow {
  supplier_id: string;
  supplier_name: string;
  product_id: string;
  slug: string;
  name_zh: string;
  name_en: string;
}

export interface PlacementRow extends LabelledRow {
  id: string;
  starts_on: string;
  ends_on: string;
  contract: string;
  entered_at: Date;
  ended_at: Date | null;
  state: 'coming' | 'running' | 'over' | 'ended';
}

const TODAY = `(select (platform.business_now() at time zone 'Asia/Shanghai')::date)`;
const NAMES = `supplier.id as supplier_id, supplier.name_zh as supplier_name, product.id as product_id, product.slug,
          product.name_zh, product.name_en`;

/**
 * What a supplier sells or shall sell of a product, by what either is called: $1 a query of the search or null, $2 as typed. Of each
 * supplier of such a name only the first products: who looks for one of many names it.
 */
export const listingsNamed = statement<LabelledRow>(
  'catalogue.listings_named',
  `with offered as (
     select own.supplier_id, called.id as product_id
       from (${CALLED}) called
      cross join lateral (select supplier_id from catalogue.sku where sku.product_id = called.id offset 0) own
      union
     select supplier.id, own.product_id
       from (${NAMED_ORGANISATIONS('$2::text')}) supplier
      cross join lateral (select product_id from catalogue.sku
                           where sku.supplier_id = supplier.id order by product_id desc limit ${MOST}) own)
   select ${NAMES}
     from offered
    cross join lateral (select * from registry.organisation_v where id = offered.supplier_id offset 0) supplier
    cross join lateral ${PRODUCT('offered.product_id')}
    order by product.name_zh = $2::text desc, length(product.name_zh), product.name_zh, supplier.name_zh, product.id limit ${MOST}`,
);

/** The listing of a supplier ($1) and product ($2), where there is one. */
export const listingNamed = statement<LabelledRow & { own_account: boolean }>(
  'catalogue.listing_named',
  `select ${NAMES}, coalesce(listing.own_account, false) as own_account
     from registry.organisation_v supplier
     join catalogue.product on product.id = $2
     left join catalogue.listing_content listing
       on listing.supplier_id = supplier.id and listing.product_id = product.id
    where supplier.id = $1 and exists (select from catalogue.sku where supplier_id = $1 and product_id = $2)`,
);

export const ownAccountListings = statement<LabelledRow>(
  'catalogue.own_account_listings',
  `select ${NAMES}
     from catalogue.listing_content listing
     join registry.organisation_v supplier on supplier.id = listing.supplier_id
     join catalogue.product on product.id = listing.product_id
    where listing.own_account order by product.name_zh, supplier.name_zh, product.id limit 500`,
);
export const setOwnAccount = statement(
  'catalogue.set_own_account',
  `update catalogue.listing_content set own_account = $3, row_version = row_version + 1
    where supplier_id = $1 and product_id = $2`,
);

const PLACEMENT = `select placement.id, placement.starts_on::text, placement.ends_on::text, placement.contract,
          placement.entered_at, placement.ended_at, ${NAMES},
          case when placement.ended_at is not null then 'ended'
               when ${TODAY} < placement.starts_on then 'coming'
               when ${TODAY} > placement.ends_on then 'over' else 'running' end as state
     from catalogue.paid_placement placement
     join registry.organisation_v supplier on supplier.id = placement.supplier_id
     join catalogue.product on product.id = placement.product_id`;

/** $1 the last id of the page before or null, $2 rows. */
export const placementPage = statement<PlacementRow>(
  'catalogue.placement_page',
  `${PLACEMENT} where $1::uuid is null or placement.id < $1 order by placement.id desc limit $2`,
);
export const placementById = statement<PlacementRow>(
  'catalogue.placement_by_id',
  `${PLACEMENT} where placement.id = $1`,
);
export const lockPlacement = statement<PlacementRow>(
  'catalogue.lock_placement',
  `${PLACEMENT} where placement.id = $1 for update of placement`,
);
/** The listing is locked by whoever asks, so two that overlap cannot be entered at once. */
export const placementsOn = statement<{ id: string }>(
  'catalogue.placements_on',
  `select id from catalogue.paid_placement
    where supplier_id = $1 and product_id = $2 and ended_at is null and starts_on <= $4 and ends_on >= $3`,
);
export const insertPlacement = statement<{ id: string }>(
  'catalogue.insert_placement',
  `insert into catalogue.paid_placement (supplier_id, product_id, starts_on, ends_on, contract, entered_by, entered_at)
   values ($1, $2, $3, $4, $5, $6, $7) returning id`,
);
export const endPlacementRow = statement(
  'catalogue.end_placement',
  'update catalogue.paid_placement set ended_at = $2 where id = $1',
);
