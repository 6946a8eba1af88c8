import { wasAndIs, type WasAndIs } from '../was-and-is';
import type { channels, machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import type { OpeningTime } from '../../rules/channel/opening';
import { cardsOf } from './cards.sql';
import { firstOfShelf, MOST_COUNTED, SELLERS } from './shelf-first.sql';

export interface ShelfRule {
  category: string | null;
  region: string | null;
  supplier: string | null;
  inSeason: boolean;
  recognised: boolean;
  /** Fen, both ends included. */
  priceFrom: string | null;
  priceTo: string | null;
}

export interface ShelfRow {
  id: string;
  position: number;
  title: { zh: string; en: string };
  rule: ShelfRule | null;
  /** Of a shelf filled by hand. */
  products: { id: string; slug: string; name: { zh: string; en: string }; category: string }[] | null;
  total: number;
}

export interface VenueRow {
  id: string;
  row_version: number;
  slug: string;
  kind: channels.VenueKind;
  state: machines.VenueState;
  name_zh: string;
  name_en: string;
  story_zh: string;
  story_en: string;
  region_code: string;
  region_name: string;
  province_name: string;
  operator_name: string;
  address: string | null;
  phone: string | null;
  opening_times: OpeningTime[];
  shut_on: string[];
  pickup: boolean;
  keeper_id: string | null;
  keeper_name: string | null;
  products: number;
}

const COLUMNS = `venue.id, venue.row_version, venue.slug, venue.kind, venue.state, venue.name_zh, venue.name_en, venue.story_zh,
       venue.story_en, venue.region_code, place.name as region_name, place.province_name, venue.operator_name, venue.address,
       venue.phone, venue.opening_times, array(select day::text from unnest(venue.shut_on) as day order by day) as shut_on,
       venue.pickup, venue.keeper_id, keeper.name_zh as keeper_name`;
const FROM = `catalogue.venue join registry.region_v place on place.code = venue.region_code
     left join registry.organisation_v keeper on keeper.id = venue.keeper_id`;
/** Different products on all its shelves that may be sold now, up to MOST_COUNTED. */
const PRODUCTS = `(select least(count(distinct first.product_id), ${MOST_COUNTED})::integer
       from catalogue.venue_shelf shelf cross join lateral (${firstOfShelf(String(MOST_COUNTED))}) first
      where shelf.venue_id = venue.id) as products`;

/** Halls of provinces first, each kind by its places. */
const placeOf = (venue: string) =>
  `array_position(array['provinceHall', 'countyHall', 'assistanceZone', 'directSupplyPoint', 'distributionHub'], ${venue}.kind),
             ${venue}.region_code, ${venue}.id`;
/**
 * $1 kind or null, $2 and $3 first and last code of a region or null, $4 only where goods are handed over, $5 packs or null, $6 last id
 * of the page before or null, $7 rows.
 */
export const openVenues = statement<VenueRow>(
  'catalogue.open_venues',
  `select ${COLUMNS}, ${PRODUCTS} from ${FROM}
    where venue.state = 'open' and ($1::text is null or venue.kind = $1)
      and ($2::text is null or venue.region_code between $2 and $3) and (not $4::boolean or venue.pickup)
      and ($5::uuid[] is null or not exists (
        select from unnest($5::uuid[]) as wanted (sku_id)
         where not exists (select from catalogue.sku join catalogue.venue_seller_v stands using (product_id, supplier_id)
                            where sku.id = wanted.sku_id and stands.venue_id = venue.id)))
      and ($6::uuid is null or (${placeOf('venue')}) > (select ${placeOf('before')} from catalogue.venue before where before.id = $6))
    order by ${placeOf('venue')} limit $7`,
);
export const venueBySlug = statement<VenueRow>(
  'catalogue.venue_by_slug',
  `select ${COLUMNS}, 0 as products from ${FROM} where venue.slug = $1 and venue.state <> 'draft'`,
);
/** $1 state or null, $2 last id of the page before or null, $3 rows. */
export const allVenues = statement<VenueRow>(
  'catalogue.all_venues',
  `select ${COLUMNS}, 0 as products from ${FROM}
    where ($1::text is null or venue.state = $1) and ($2::uuid is null or venue.id < $2) order by venue.id desc limit $3`,
);
export const venueById = statement<VenueRow>(
  'catalogue.venue_by_id',
  `select ${COLUMNS}, 0 as products from ${FROM} where venue.id = $1`,
);
export const lockVenue = statement<{ id: string; slug: string; state: machines.VenueState; row_version: number }>(
  'catalogue.lock_venue',
  'select id, slug, state, row_version from catalogue.venue where id = $1 for update',
);

export const shelvesOf = statement<ShelfRow>(
  'catalogue.shelves_of_venue',
  `select shelf.id, shelf.position, json_build_object('zh', shelf.title_zh, 'en', shelf.title_en) as title,
          case when shelf.by_rule then json_build_object('category', shelf.rule_category, 'region', shelf.rule_region_from,
            'supplier', shelf.rule_supplier_id, 'inSeason', shelf.rule_in_season, 'recognised', shelf.rule_recognised,
            'priceFrom', shelf.rule_price_from_fen::text, 'priceTo', shelf.rule_price_to_fen::text) end as rule,
          case when not shelf.by_rule then (
            select json_agg(json_build_object('id', product.id, 'slug', product.slug, 'category', product.category,
                     'name', json_build_object('zh', product.name_zh, 'en', product.name_en)) order by chosen.position)
              from catalogue.venue_shelf_product chosen join catalogue.product on product.id = chosen.product_id
             where chosen.shelf_id = shelf.id) end as products,
          (select count(*)::integer from (${firstOfShelf(String(MOST_COUNTED))}) first) as total
     from catalogue.venue_shelf shelf where shelf.venue_id = $1 order by shelf.position`,
);
/** $1 venue, $2 cards a shelf. */
export const shelfCards = cardsOf(
  'catalogue.shelf_cards',
  `select shelf.id::text as key, first.product_id, first.place::bigint as place, ${SELLERS('first.product_id')} as sellers
     from catalogue.venue_shelf shelf cross join lateral (${firstOfShelf('$2::integer')}) first
    where shelf.venue_id = $1`,
);

export const insertVenue = statement<{ id: string }>(
  'catalogue.insert_venue',
  `insert into catalogue.venue (slug, kind, name_zh, name_en, story_zh, story_en, region_code, operator_name, address, phone,
                                opening_times, shut_on, pickup, keeper_id, created_by, created_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) returning id`,
);
export const updateVenue = statement<WasAndIs>(
  'catalogue.update_venue',
  `update catalogue.venue
      set slug = $1, kind = $2, name_zh = $3, name_en = $4, story_zh = $5, story_en = $6, region_code = $7, operator_name = $8,
          address = $9, phone = $10, opening_times = $11, shut_on = $12, pickup = $13, keeper_id = $14, row_version = row_version + 1
    where id = $15
   ${wasAndIs({ slug: 'slug', name: { zh: 'name_zh', en: 'name_en' }, story: { zh: 'story_zh', en: 'story_en' }, regionCode: 'region_code', address: 'address', pickup: 'pickup' })}`,
);
export const setVenueState = statement(
  'catalogue.set_venue_state',
  'update catalogue.venue set state = $2, closed_why = $3, row_version = row_version + 1 where id = $1',
);

export const dropShelves = statement('catalogue.drop_shelves', 'delete from catalogue.venue_shelf where venue_id = $1');
/** Writes shelves in their order. $1 venue, $2 shelves as JSON. */
export const insertShelves = statement(
  'catalogue.insert_shelves',
  `with given as (
     select * from json_to_recordset($2::json) as shelf (position smallint, title_zh text, title_en text, by_rule boolean,
       rule_category text, rule_region_from text, rule_region_to text, rule_supplier_id uuid, rule_in_season boolean,
       rule_recognised boolean, rule_price_from_fen bigint, rule_price_to_fen bigint, products uuid[])
   ), shelf as (
     insert into catalogue.venue_shelf (venue_id, position, title_zh, title_en, by_rule, rule_category, rule_region_from,
                                        rule_region_to, rule_supplier_id, rule_in_season, rule_recognised, rule_price_from_fen, rule_price_to_fen)
     select $1, position, title_zh, title_en, by_rule, rule_category, rule_region_from, rule_region_to, rule_supplier_id,
            rule_in_season, rule_recognised, rule_price_from_fen, rule_price_to_fen
       from given
     returning id, position
   )
   insert into catalogue.venue_shelf_product (shelf_id, product_id, position)
   select shelf.id, chosen.product_id, chosen.place
     from given join shelf using (position)
     cross join lateral unnest(given.products) with ordinality as chosen (product_id, place)`,
);

/** Of these products and regions, those that do not exist. $1 products, $2 regions. */
export const unknownIn = statement<{ products: number; regions: number }>(
  'catalogue.unknown_in_channels',
  `select (select count(*)::integer from unnest($1::uuid[]) as wanted (id)
            where not exists (select from catalogue.product where product.id = wanted.id)) as products,
          (select count(*)::integer from unnest($2::text[]) as wanted (code)
            where not exists (select from registry.region_v where region_v.code = wanted.code)) as regions`,
);

/** Whether organisation $1 is known. */
export const keeperKnown = statement<{ id: string }>(
  'catalogue.venue_keeper_known',
  'select id from registry.organisation_v where id = $1',
);
