import { statement } from '@xihuo/platform';

/**
 * Suppliers whose price of a product, by weight and of their cheapest pack, stands further above the median of at least $2 others
 * who sell it than $1 basis points; of each the furthest.
 */
export const pricesAbovePeers = statement<{ supplier_id: string; above_bp: bigint }>(
  'catalogue.prices_above_peers',
  `with price as materialized (
     select product_id, supplier_id, min(price_fen * 1000.0 / net_grams) as per_kg
       from catalogue.offer_v where for_sale group by 1, 2
   ), beside as (
     select price.supplier_id, price.per_kg / percentile_cont(0.5) within group (order by other.per_kg)::numeric as to_median
       from price join price other on other.product_id = price.product_id and other.supplier_id <> price.supplier_id
      group by price.product_id, price.supplier_id, price.per_kg having count(*) >= $2
   )
   select supplier_id, max(floor((to_median - 1) * 10000))::bigint as above_bp
     from beside where floor((to_median - 1) * 10000) > $1
    group by supplier_id`,
);
