import { statement } from '@xihuo/platform';
import { labelsOf, offersOf, type ProductListRow } from './search/page.sql';

/** A kept product with what a card says of it; nothing of the offers where nobody may sell it. */
export interface FavouriteRow extends Omit<ProductListRow, 'price_from'> {
  price_from: bigint | null;
  kept_at: Date;
  seen_fen: bigint | null;
}

/** $1 person, $2 rows. */
export const favouritesOf = statement<FavouriteRow>(
  'catalogue.favourites_of',
  `select product.slug, product.name_zh, product.name_en, product.category, product.region_code,
          origin.name as region_name, origin.province_name, offer.price_from, offer.shown_supplier, offer.pack, offer.net_grams,
          ${labelsOf('offer')}, product.sold_count, offer.supplier_count, offer.best_stock, 0::bigint as sort_key,
          product.id as sort_id, favourite.kept_at, favourite.seen_fen
     from (select * from catalogue.favourite where person_id = $1 order by kept_at desc, product_id desc limit $2) favourite
     join catalogue.product on product.id = favourite.product_id
     join registry.region_v origin on origin.code = product.region_code
     cross join lateral (${offersOf('product.id', 'null::uuid[]')}) offer
    order by favourite.kept_at desc, favourite.product_id desc`,
);

export const favouriteSlugs = statement<{ slug: string }>(
  'catalogue.favourite_slugs',
  `select product.slug from catalogue.favourite join catalogue.product on product.id = favourite.product_id
    where favourite.person_id = $1 order by favourite.kept_at desc, favourite.product_id desc`,
);

/** What can be had of a product now, and for how much at least. */
const CHEAPEST = `select min(price_fen) as fen from catalogue.offer_v
                   where product_id = product.id and for_sale and stock_state <> 'out'`;

/** Somebody's favourites are counted and kept one after the other, so that no two at once make more than one may keep. $1 person. */
export const lockFavourites = statement(
  'catalogue.lock_favourites',
  `select pg_advisory_xact_lock(hashtextextended('catalogue.favourite ' || $1::text, 0))`,
);

/**
 * $1 person, $2 slug, $3 now, $4 how many one may keep. No row: there is no such product with a page. `is_full`: it is not kept since so many are.
 */
export const keepFavourite = statement<{ is_full: boolean }>(
  'catalogue.keep_favourite',
  `with found as (
     select product.id, offer.fen,
            (select count(*) from catalogue.favourite where person_id = $1 and product_id <> product.id) >= $4::integer as is_full
       from catalogue.product cross join lateral (${CHEAPEST}) offer
      where product.slug = $2 and product.sale_banned_reason is null
        and exists (select from catalogue.offer_v join catalogue.sku on sku.id = offer_v.sku_id and sku.opened
                     where offer_v.product_id = product.id and offer_v.listed)
   ), kept as (
     insert into catalogue.favourite (person_id, product_id, kept_at, seen_fen, seen_out)
     select $1, id, $3, fen, fen is null from found where not is_full
     on conflict do nothing)
   select is_full from found`,
);

export const dropFavourite = statement(
  'catalogue.drop_favourite',
  `delete from catalogue.favourite using catalogue.product
    where favourite.person_id = $1 and product.id = favourite.product_id and product.slug = $2`,
);

/** What somebody may want to hear of a product they keep: that it is there again, or that it costs less than ever since. */
export interface FavouriteNews {
  person_id: string;
  product_id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  back: boolean;
  fen: bigint;
  /** The lowest they knew; null where they knew none. */
  seen_fen: bigint | null;
}

/**
 * Notes how kept products stand now and answers what is news, $1 at most; told in the same transaction, so that nothing is told twice
 * and nothing lost. A price that rose and fell again is none: only what is lower than ever since it was kept. Those are told who asked for it.
 */
export const takeFavouriteNews = statement<FavouriteNews>(
  'catalogue.take_favourite_news',
  `with standing as materialized (
     select product.id as product_id, offer.fen
       from (select distinct product_id as id from catalogue.favourite) product cross join lateral (${CHEAPEST}) offer
   ), changed as materialized (
     select favourite.person_id, favourite.product_id, favourite.seen_out, favourite.seen_fen, standing.fen
       from catalogue.favourite join standing on standing.product_id = favourite.product_id
      where favourite.seen_out <> (standing.fen is null) or standing.fen < favourite.seen_fen
      order by favourite.person_id, favourite.product_id limit $1 for update of favourite skip locked
   ), noted as (
     update catalogue.favourite
        set seen_out = changed.fen is null, seen_fen = least(changed.fen, favourite.seen_fen)
       from changed
      where favourite.person_id = changed.person_id and favourite.product_id = changed.product_id
   )
   select changed.person_id, changed.product_id, product.slug, product.name_zh, product.name_en, changed.seen_out as back, changed.fen,
          changed.seen_fen
     from changed join catalogue.product on product.id = changed.product_id
    where changed.fen is not null
      and exists (select from identity.consent_v said
                   where said.person_id = changed.person_id and said.kind = 'favouriteNews' and said.given)
    order by changed.person_id, changed.product_id`,
);
