import { statement } from '@xihuo/platform';

/**
 * What discounts of placed orders leave behind, in one statement: who funds what of each line ($1..$6: line, promotion, kind,
 * kind of funder, funder, fen), packs taken at a price ($7..$10: promotion, pack, order, packs), coupons used ($11, $12: coupon,
 * order); $13 is now, $14 and $15 say for each take whose it is (account, hash of the phone). A coupon somebody used meanwhile, or packs that are gone, break the whole (constraints).
 */
export const keepDiscounts = statement<{ coupons: number }>(
  'ordering.keep_discounts',
  `with told as (
     insert into ordering.line_discount (line_id, promotion_id, kind, funder_kind, funder_id, discount_fen)
     select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::uuid[], $6::bigint[])
   ), take as (
     select * from unnest($7::uuid[], $8::uuid[], $9::uuid[], $10::integer[], $14::uuid[], $15::bytea[])
       as item (promotion_id, sku_id, order_id, packs, person_id, phone_index)
   ), taken as (
     insert into ordering.promotion_take (promotion_id, sku_id, order_id, packs, person_id, phone_index)
     select promotion_id, sku_id, order_id, packs, person_id, phone_index from take
   ), fewer as (
     update ordering.promotion_price price set taken = price.taken + sum.packs
       from (select promotion_id, sku_id, sum(packs)::integer as packs from take group by 1, 2) sum
      where price.promotion_id = sum.promotion_id and price.sku_id = sum.sku_id
   ), used as (
     update ordering.coupon set order_id = item.order_id, used_at = $13
       from unnest($11::uuid[], $12::uuid[]) as item (id, order_id)
      where coupon.id = item.id and coupon.order_id is null
     returning coupon.id
   )
   select count(*)::integer as coupons from used`,
);
