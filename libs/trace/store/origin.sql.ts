import { statement } from '@xihuo/platform';

export interface OriginRow {
  lot_code: string;
  name_zh: string;
  name_en: string;
  produced_on: string;
  depth: number;
  packs: number | null;
  delivered_grams: number;
  own_grams: number;
  first_on: string | null;
  last_on: string | null;
  households: number;
  village: string | null;
  village_households: number;
  county_name: string | null;
}

/** From a sold line back to its lots, and through all processing to what was brought; each lot at its nearest step. */
export const originOfLine = statement<OriginRow>(
  'trace.origin_of_line',
  `with recursive back (lot_id, depth, packs) as (
     select lot_id, 0, sum(packs)::integer from trace.movement where order_line_id = $1 group by lot_id
     union
     select went.lot_id, back.depth + 1, null::integer from back
       join trace.processing_output made on made.lot_id = back.lot_id
       join trace.processing_input went on went.processing_id = made.processing_id
      -- No circle can be written; the bound says so again.
      where back.depth < 100
   ), lots as (select lot_id, min(depth) as depth, max(packs) as packs from back group by lot_id)
   select lot.code as lot_code, product.name_zh, product.name_en, lot.produced_on, lots.depth, lots.packs,
          brought.grams as delivered_grams, own.grams as own_grams, brought.first_on, brought.last_on, brought.households,
          brought.village, coalesce(living.households, 0)::int as village_households, county.name as county_name
     from lots join trace.lot on lot.id = lots.lot_id
     join catalogue.product_v product on product.id = lot.product_id
    cross join lateral (
      select coalesce(sum(delivery.grams), 0)::float8 as grams, min(delivered_on) as first_on, max(delivered_on) as last_on,
             count(distinct household_id)::int as households,
             case when count(distinct household.village) = 1 then min(household.village) end as village,
             case when count(distinct household.county_code) = 1 then min(household.county_code) end as county_code
        from trace.delivery join registry.household_v household on household.id = delivery.household_id
       where delivery.lot_id = lot.id and delivery.counts) brought
    cross join lateral (select coalesce(sum(grams), 0)::float8 as grams from trace.own_output where own_output.lot_id = lot.id) own
     left join registry.region_v county on county.code = brought.county_code
     left join lateral (select count(*) as households from registry.household_v household
                         where household.village = brought.village and household.county_code = brought.county_code) living on true
    order by lots.depth, lot.code`,
);

/** Whose goods a line holds; of whom one may ask. */
export const lineReadable = statement<{ lot_id: string }>(
  'trace.line_readable',
  `select movement.lot_id from trace.movement join trace.lot on lot.id = movement.lot_id
     join registry.organisation_v supplier on supplier.id = lot.supplier_id
    where movement.order_line_id = $3 and (lot.supplier_id = any ($1::uuid[]) or supplier.county_code like any ($2::text[])) limit 1`,
);
