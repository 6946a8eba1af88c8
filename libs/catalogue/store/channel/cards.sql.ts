import { statement } from '@xihuo/platform';
import { HAS_INDICATION, IS_ADVERTISED, offersOf, type ProductListRow } from '../search/page.sql';

export type CardRow = ProductListRow & { key: string; total: number };

/**
 * The first products of several groups as cards, only what may be sold now, with how many there are of each group.
 *
 * @param groups a query of `key text, product_id uuid, place bigint`, a product once in each key
 * @param limit where the number of cards a group stands
 */
export function cardsOf(name: string, groups: string, limit = '$2') {
  return statement<CardRow>(
    name,
    `with grouped as materialized (${groups}),
     sellable as materialized (
       select grouped.key, grouped.product_id, row_number() over (partition by grouped.key order by grouped.place, grouped.product_id) as place,
              count(*) over (partition by grouped.key)::integer as total
         from grouped
        where exists (select from catalogue.offer_v where offer_v.product_id = grouped.product_id and offer_v.for_sale)
     )
     select sellable.key, sellable.total, product.slug, product.name_zh, product.name_en, product.category, product.region_code,
            origin.name as region_name, origin.province_name, offer.price_from, offer.pack, offer.net_grams,
            ${HAS_INDICATION} as geographical_indication, ${IS_ADVERTISED} as advertised, product.sold_count, offer.supplier_count, offer.best_stock,
            0::bigint as sort_key, product.id as sort_id
       from sellable
       join catalogue.product on product.id = sellable.product_id
       join registry.region_v origin on origin.code = product.region_code
       cross join lateral (${offersOf('product.id')}) offer
      where sellable.place <= ${limit}::integer
      order by sellable.key, sellable.place`,
  );
}
