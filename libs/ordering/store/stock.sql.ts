import { statement } from '@xihuo/platform';

export interface PlaceOfStock {
  placeId: string;
  /** Null of the warehouse. */
  slug: string | null;
  nameZh: string | null;
  nameEn: string | null;
  onHand: number;
  reserved: number;
  /** Packs that were sent from there since the first count. */
  sent: number;
  version: number;
}

export interface StockRow {
  sku_id: string;
  product_id: string;
  slug: string;
  name_zh: string;
  pack: string;
  /** The warehouse first; null where nobody has counted anywhere. */
  places: PlaceOfStock[] | null;
}

const STOCK = `
  select sku.id as sku_id, sku.product_id, sku.slug, sku.name_zh, sku.pack,
         (select json_agg(json_build_object('placeId', stock.place_id, 'slug', venue.slug, 'nameZh', venue.name_zh, 'nameEn', venue.name_en,
                   'onHand', stock.on_hand, 'reserved', stock.reserved, 'sent', stock.counted - stock.on_hand,
                   'version', stock.row_version) order by stock.place_id)
            from ordering.stock left join catalogue.venue_v venue on venue.id = stock.place_id where stock.sku_id = sku.id) as places
    from catalogue.sku_v sku`;

/** $1 supplier, $2 one product or null, $3 one pack or null. */
export const stockOf = statement<StockRow>(
  'ordering.stock_of',
  `${STOCK}
    where sku.supplier_id = $1 and ($2::uuid is null or sku.product_id = $2) and ($3::uuid is null or sku.id = $3)
    order by sku.name_zh, sku.slug, sku.pack limit 20000`,
);

/** $1 supplier, $2 one product or null, behind $3 or from the first, $4 of them at most. */
export const stockPage = statement<StockRow>(
  'ordering.stock_page',
  `${STOCK}
    where sku.supplier_id = $1 and ($2::uuid is null or sku.product_id = $2) and ($3::uuid is null or sku.id > $3)
    order by sku.id limit $4`,
);

/** What of packs can still be bought, in all places together. */
export const availableOf = statement<{ sku_id: string; available: number }>(
  'ordering.available_of',
  `select sku_id, sum(on_hand - reserved)::integer as available from ordering.stock where sku_id = any ($1::uuid[])
    group by sku_id order by sku_id`,
);

/** Opens the warehouse's row of packs that have none, so that there is something to lock; it counts as not counted. */
export const openShelves = statement(
  'ordering.open_shelves',
  `insert into ordering.stock (sku_id, on_hand, row_version)
   select distinct sku_id, 0, 1 from unnest($1::uuid[]) as item (sku_id) order by sku_id on conflict do nothing`,
);

export interface ShelfRow {
  sku_id: string;
  place_id: string;
  on_hand: number;
  reserved: number;
  sent: number;
  row_version: number;
}

/** What lies in each place of packs whose warehouse's row is locked (lockStock). */
export const shelvesOf = statement<ShelfRow>(
  'ordering.shelves_of',
  `select sku_id, place_id, on_hand, reserved, (counted - on_hand)::integer as sent, row_version
     from ordering.stock where sku_id = any($1::uuid[]) order by sku_id, place_id`,
);

/** Counted corrections, one a pack and place, of packs that are locked; the first count of a place opens it. $4 is now, $5 why. */
export const countStockSql = statement(
  'ordering.count_stock',
  `with kept as (
     insert into ordering.stock as shelf (sku_id, place_id, on_hand, counted)
     select sku_id, place_id, on_hand, on_hand from unnest($1::uuid[], $2::uuid[], $3::integer[]) as item (sku_id, place_id, on_hand)
      order by sku_id, place_id
     on conflict (sku_id, place_id) do update
        set on_hand = excluded.on_hand, counted = shelf.counted + excluded.on_hand - shelf.on_hand, row_version = shelf.row_version + 1
     returning new.sku_id, new.place_id, new.on_hand - coalesce(old.on_hand, 0) as change
   )
   insert into ordering.stock_movement (sku_id, place_id, kind, on_hand_change, reserved_change, reason, at)
   select sku_id, place_id, 'count', change, 0, $5, $4 from kept`,
);

export interface VenuePlaceRow {
  at: number;
  place_id: string;
  slug: string;
  /** Open, shows the pack's product and hands it over: goods may be laid in. */
  offers: boolean;
  /** Some of it was laid in before. */
  kept: boolean;
}

/** Venues that these texts name, by slug or name, and whether the packs may lie there. $1 is [{ at, sku, place }]. */
export const venuePlaces = statement<VenuePlaceRow>(
  'ordering.venue_places',
  `select given.at, venue.id as place_id, venue.slug,
          venue.state = 'open' and venue.pickup and exists (
            select from catalogue.venue_seller_v stands join catalogue.sku_v sku using (product_id, supplier_id)
             where stands.venue_id = venue.id and sku.id = given.sku) as offers,
          exists (select from ordering.stock where stock.sku_id = given.sku and stock.place_id = venue.id) as kept
     from json_to_recordset($1::json) as given (at integer, sku uuid, place text)
     join catalogue.venue_v venue on given.place in (venue.slug, venue.name_zh, venue.name_en)
    order by given.at, venue.id`,
);

/** Venues in which goods of product $2 of supplier $1 may be laid in. */
export const placesFor = statement<{ slug: string; name_zh: string; name_en: string }>(
  'ordering.places_for',
  `select venue.slug, venue.name_zh, venue.name_en from catalogue.venue_v venue
    where venue.state = 'open' and venue.pickup
      and exists (select from catalogue.venue_seller_v stands
                   where stands.venue_id = venue.id and stands.product_id = $2 and stands.supplier_id = $1)
    order by venue.name_zh, venue.slug limit 500`,
);

/** Packs ($2) of one that is locked ($1) go from one place ($3) to another ($4) by one act ($5) at $6; the first opens the place. */
export const moveStockSql = statement(
  'ordering.move_stock',
  `with gone as (
     update ordering.stock set on_hand = on_hand - $2::integer, counted = counted - $2::integer, row_version = row_version + 1
      where sku_id = $1 and place_id = $3
     returning sku_id, place_id, -$2::integer as change
   ), come as (
     insert into ordering.stock as shelf (sku_id, place_id, on_hand, counted)
     select sku_id, $4::uuid, $2::integer, $2::integer from gone
     on conflict (sku_id, place_id) do update
        set on_hand = shelf.on_hand + excluded.on_hand, counted = shelf.counted + excluded.counted, row_version = shelf.row_version + 1
     returning sku_id, place_id, $2::integer as change
   )
   insert into ordering.stock_movement (sku_id, place_id, kind, on_hand_change, reserved_change, cause_id, at)
   select sku_id, place_id, 'move', change, 0, $5, $6 from (select * from gone union all select * from come) both_ends`,
);
