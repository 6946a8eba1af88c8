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
   )
   select price.supplier_id, max(floor((price.per_kg / peers.median - 1) * 10000))::bigint as above_bp
     from price
    cross join lateral (
      select count(*) as sellers, percentile_cont(0.5) within group (order by other.per_kg)::numeric as median
        from price other where other.product_id = price.product_id and other.supplier_id <> price.supplier_id) peers
    where peers.sellers >= $2 and floor((price.per_kg / peers.median - 1) * 10000) > $1
    group by price.supplier_id`,
);
