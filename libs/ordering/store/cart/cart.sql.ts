import { statement } from '@xihuo/platform';
import { MAINLAND, placeOf } from '../place.sql';
import { AVAILABLE } from '../portion.sql';

/** The account's cart, made where there is none. $1 person, $2 now, $3 place or null to keep what was said. */
export const openOwnCart = statement<{ id: string }>(
  'ordering.open_own_cart',
  `insert into ordering.cart (person_id, region_code, created_at, touched_at) values ($1, $3, $2, $2)
   on conflict (person_id) do update set touched_at = $2, region_code = coalesce($3, cart.region_code)
   returning id`,
);
/** A guest's cart by the hash of its token; none where it was thrown away. $1 hash, $2 now, $3 place or null. */
export const openGuestCart = statement<{ id: string }>(
  'ordering.open_guest_cart',
  `update ordering.cart set touched_at = $2, region_code = coalesce($3, region_code) where token_hash = $1 returning id`,
);
export const newGuestCart = statement<{ id: string }>(
  'ordering.new_guest_cart',
  `insert into ordering.cart (token_hash, region_code, created_at, touched_at) values ($1, $3, $2, $2) returning id`,
);

/**
 * Sets lines to what they are to be; a quantity of zero takes one out, a price that was not told is the one of now. $1 cart,
 * $2..$6 one element a line (pack, quantity, selected, price seen, way), $7 now. Answers how many lines lie in the cart and
 * which packs nobody knows.
 */
export const setCartLines = statement<{ lines: number; unknown: string[] | null }>(
  'ordering.set_cart_lines',
  `with change as materialized (
     select item.*, offer.price_fen
       from unnest($2::uuid[], $3::integer[], $4::boolean[], $5::bigint[], $6::text[]) as item (sku_id, quantity, selected, seen_fen, via)
       left join catalogue.offer_v offer on offer.sku_id = item.sku_id
   ), gone as (
     delete from ordering.cart_line line using change
      where line.cart_id = $1 and line.sku_id = change.sku_id and change.quantity = 0
     returning line.sku_id
   ), kept as (
     insert into ordering.cart_line (cart_id, sku_id, quantity, selected, seen_fen, via, added_at)
     select $1, sku_id, quantity, selected, coalesce(seen_fen, price_fen), via::jsonb, $7
       from change where quantity > 0 and price_fen is not null order by sku_id
     on conflict (cart_id, sku_id) do update
       set quantity = excluded.quantity, selected = excluded.selected, via = coalesce(excluded.via, cart_line.via),
           seen_fen = coalesce((select change.seen_fen from change where change.sku_id = excluded.sku_id), cart_line.seen_fen)
     returning sku_id
   )
   select (select count(*)::integer from (
             select sku_id from ordering.cart_line where cart_id = $1 and sku_id not in (select sku_id from gone)
             union select sku_id from kept) line) as lines,
          (select array_agg(sku_id::text) from change where quantity > 0 and price_fen is null) as unknown`,
);

/** Takes a guest's cart into an account's and throws it away. $1 hash of the token, $2 account's cart. */
export const mergeCarts = statement<{ lines: number }>(
  'ordering.merge_carts',
  `with guest as (
     delete from ordering.cart where token_hash = $1 returning id, region_code
   ), placed as (
     update ordering.cart set region_code = coalesce(cart.region_code, guest.region_code) from guest where cart.id = $2
   ), taken as (
     insert into ordering.cart_line (cart_id, sku_id, quantity, selected, seen_fen, via, added_at)
     select $2, line.sku_id, line.quantity, line.selected, line.seen_fen, line.via, line.added_at
       from ordering.cart_line line join guest on guest.id = line.cart_id
     on conflict (cart_id, sku_id) do update
       set quantity = greatest(cart_line.quantity, excluded.quantity), selected = cart_line.selected or excluded.selected,
           seen_fen = case when excluded.added_at > cart_line.added_at then excluded.seen_fen else cart_line.seen_fen end,
           via = coalesce(excluded.via, cart_line.via)
     returning sku_id
   )
   select count(*)::integer as lines from (
     select sku_id from ordering.cart_line where cart_id = $2 union select sku_id from taken) line`,
);

export interface CartLineRow {
  sku_id: string;
  quantity: number;
  selected: boolean;
  seen_fen: bigint;
  via: { venue?: string; campaign?: string; lead?: string } | null;
  product_id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  category: string;
  photo: string | null;
  pack: string;
  price_fen: bigint;
  for_sale: boolean;
  available: number;
  supplier_id: string;
  supplier_name: string;
}

/** Whose it is, found by an index whatever the values: so that one plan does for all, and planning is not paid for at each look. */
const CART = `(select id from ordering.cart where person_id = $1::uuid
                union all select id from ordering.cart where $1::uuid is null and token_hash = $2 limit 1)`;

/** What lies in a cart, as it stands now, in the order in which it came in. $1 person or null, $2 hash of a guest's token or null. */
export const cartLines = statement<CartLineRow>(
  'ordering.cart_lines',
  `select line.sku_id, line.quantity, line.selected, line.seen_fen, line.via, offer.product_id, offer.slug, offer.name_zh,
          product.name_en, product.category, photo.path as photo, offer.pack, offer.price_fen, offer.for_sale,
          ${AVAILABLE} as available,
          offer.supplier_id, supplier.name_zh as supplier_name
     from ordering.cart_line line
     join catalogue.offer_v offer on offer.sku_id = line.sku_id
     join catalogue.product_v product on product.id = offer.product_id
     join registry.organisation_v supplier on supplier.id = offer.supplier_id
     left join catalogue.seller_photo_v photo on photo.supplier_id = offer.supplier_id and photo.product_id = offer.product_id
    where line.cart_id = ${CART}
    order by line.added_at, line.sku_id`,
);

export interface CartPlaceRow {
  now: Date;
  /** What lies in the cart. */
  sku_ids: string[];
  code: string | null;
  name: string | null;
  coupons: { id: string; supplierName: string | null; endsAt: string }[] | null;
}

/** What a cart's page asks first, in one row: the time, what lies in it, the place, and coupons held. $1, $2 as above; $3 place or null. */
export const cartPlace = statement<CartPlaceRow>(
  'ordering.cart_place',
  `select platform.business_now() as now, place.code, place.name,
          array(select sku_id from ordering.cart_line where cart_id = cart.id) as sku_ids,
          (select jsonb_agg(jsonb_build_object('id', coupon.id, 'supplierName', supplier.name_zh, 'endsAt', promotion.ends_at))
             from ordering.coupon join ordering.promotion on promotion.id = coupon.promotion_id
             left join registry.organisation_v supplier on supplier.id = promotion.supplier_id
            where coupon.person_id = $1 and coupon.order_id is null and promotion.state = 'published'
              and promotion.ends_at > platform.business_now()) as coupons
     from (values (1)) as one
     left join ordering.cart on cart.id = ${CART}
     ${placeOf('coalesce($3, cart.region_code)')}`,
);
/** Whether goods can be sent to place $1 at all, of whatever level. */
export const placeServed = statement<{ code: string }>(
  'ordering.place_served',
  `select code from registry.region_v region where code = $1 and ${MAINLAND}`,
);

/** Guests' carts nobody touched for so long: $1 before when, $2 how many at once. */
export const dropGuestCarts = statement<{ id: string }>(
  'ordering.drop_guest_carts',
  `delete from ordering.cart where id = any(array(
     select id from ordering.cart where person_id is null and touched_at < $1 order by touched_at limit $2 for update skip locked))
   returning id`,
);
