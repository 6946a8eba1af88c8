import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { promised } from '../listing/promised';

export interface PriceStandingRow {
  sku_id: string;
  price_fen: bigint;
  reference_fen: bigint;
  listed: boolean;
  tiers: { minimumPacks: number; priceFen: string }[];
  change_state: machines.ChangeState | null;
  /** What the open change says it shall cost. */
  staged_fen: string | null;
}

const OPEN = `state in ('draft', 'submitted', 'changesRequested')`;

/** Packs of one supplier as far as their prices matter, with what waits for each already. */
export const priceStandings = statement<PriceStandingRow>(
  'catalogue.price_standings',
  `select sku.id as sku_id, sku.price_fen, coalesce(sku.reference_price_fen, sku.price_fen) as reference_fen,
          ${promised('sku')} as listed,
          coalesce((select json_agg(json_build_object('minimumPacks', minimum_packs, 'priceFen', price_fen::text)
                                    order by minimum_packs)
                      from catalogue.price_tier where sku_id = sku.id), '[]') as tiers,
          change.state as change_state,
          (select price #>> '{value,amount}' from jsonb_array_elements(change.fields -> 'prices') price
            where price ->> 'skuId' = sku.id::text) as staged_fen
     from catalogue.sku
     left join catalogue.listing_change change
       on change.supplier_id = sku.supplier_id and change.product_id = sku.product_id and change.${OPEN}
    where sku.supplier_id = $1 and sku.id = any($2::uuid[])`,
);

/** Opens, locks and moves on the listings of many products, in the order of their ids. One nobody wrote at yet counts as version 1. */
export const moveListings = statement(
  'catalogue.move_listings',
  `insert into catalogue.listing_content as listing (supplier_id, product_id, row_version)
   select $1, product_id, 2 from unnest($2::uuid[]) as product_id order by product_id
   on conflict (supplier_id, product_id) do update set row_version = listing.row_version + 1`,
);

/** Open changes of locked listings. */
export const openChanges = statement<{ product_id: string; fields: machines.listings.ChangeFields }>(
  'catalogue.open_changes',
  `select product_id, fields from catalogue.listing_change
    where supplier_id = $1 and product_id = any($2::uuid[]) and ${OPEN}`,
);

/** Prices that wait join each product's open change, or begin one. $2 is [{ product_id, prices }], $3 the writer, $4 now. */
export const stagePrices = statement<{ product_id: string }>(
  'catalogue.stage_prices',
  `insert into catalogue.listing_change as change (supplier_id, product_id, fields, authors, saved_at)
   select $1, product_id, jsonb_build_object('prices', prices), array[$3::uuid], $4
     from json_to_recordset($2::json) as given (product_id uuid, prices jsonb) order by product_id
   on conflict (supplier_id, product_id) where ${OPEN} do update
      set fields = change.fields || excluded.fields, saved_at = excluded.saved_at,
          authors = case when $3 = any(change.authors) then change.authors else change.authors || $3::uuid end
    where change.state <> 'submitted'
   returning product_id`,
);

/** Takes the prices out of open changes of products $2; one that said nothing else is over. $3 the writer, $4 now. */
export const dropPrices = statement<{ product_id: string }>(
  'catalogue.drop_prices',
  `update catalogue.listing_change as change
      set fields = change.fields - 'prices', saved_at = $4,
          authors = case when $3 = any(change.authors) then change.authors else change.authors || $3::uuid end,
          state = case when change.fields - 'prices' = '{}' then 'cancelled' else change.state end,
          decided_by = case when change.fields - 'prices' = '{}' then null else change.decided_by end,
          decided_at = case when change.fields - 'prices' = '{}' then $4 else change.decided_at end
    where change.supplier_id = $1 and change.product_id = any($2::uuid[]) and change.state in ('draft', 'changesRequested')
   returning product_id`,
);
