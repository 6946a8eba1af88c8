import { statement } from '@xihuo/platform';
import { labelsOf, offersOf, type ProductListRow } from '../search/page.sql';

export type CardRow = ProductListRow & { key: string; total: number };

/** Of a group's product, only what those may sell of it now who stand in the group with it. */
const SELLS = `exists (select from catalogue.offer_v
                where offer_v.product_id = grouped.product_id and offer_v.for_sale
                  and (grouped.sellers is null or offer_v.supplier_id = any (grouped.sellers)))`;

const CARD = `product.slug, product.name_zh, product.name_en, product.category, product.region_code,
            origin.name as region_name, origin.province_name, offer.price_from, offer.shown_supplier, offer.pack, offer.net_grams, ${labelsOf('offer')},
            product.sold_count, offer.supplier_count, offer.best_stock, 0::bigint as sort_key, product.id as sort_id
       from sellable
       join catalogue.product on product.id = sellable.product_id
       join registry.region_v origin on origin.code = product.region_code
       cross join lateral (${offersOf('product.id', 'sellable.sellers')}) offer`;

/**
 * The first products of several groups as cards, only what may be sold now, with how many there are of each group.
 *
 * @param groups a query of `key text, product_id uuid, place bigint, sellers uuid[]`, a product once in each key; with sellers the
 *   card speaks of theirs alone, null of everybody's
 * @param limit where the number of cards a group stands
 */
export function cardsOf(name: string, groups: string, limit = '$2') {
  return statement<CardRow>(
    name,
    `with grouped as materialized (${groups}),
     sellable as materialized (
       select grouped.key, grouped.product_id, grouped.sellers,
              row_number() over (partition by grouped.key order by grouped.place, grouped.product_id) as place,
              count(*) over (partition by grouped.key)::integer as total
         from grouped where ${SELLS}
     )
     select sellable.key, sellable.total, ${CARD}
      where sellable.place <= ${limit}::integer
      order by sellable.key, sellable.place`,
  );
}

/** The products of one such group in their order, a page at a time. $2 last product of the page before or null, $3 rows. */
export function cardPage(name: string, group: string) {
  return statement<CardRow>(
    name,
    `with grouped as materialized (${group}),
     sellable as materialized (
       select grouped.key, grouped.product_id, grouped.sellers, grouped.place
         from grouped
        where ${SELLS}
          and ($2::uuid is null or (grouped.place, grouped.product_id) >
                (select last.recommended_rank, last.id from catalogue.product last where last.id = $2))
        order by grouped.place, grouped.product_id limit $3
     )
     select sellable.key, 0 as total, ${CARD}
      order by sellable.place, sellable.product_id`,
  );
}
