import { statement } from '@xihuo/platform';

/** Taken off what was taken of a quantity at a price, as the takes themselves say. */
const FEWER = `update ordering.promotion_price price set taken = price.taken - back.packs from back
    where price.promotion_id = back.promotion_id and price.sku_id = back.sku_id`;

/** Orders that were not paid give back what they had at a price, and the coupons they used. $1 orders, $2 now. */
export const giveBackPromotions = statement(
  'ordering.give_back_promotions',
  `with given as (
     update ordering.promotion_take set given_back_at = $2, back_packs = packs
      where order_id = any ($1::uuid[]) and given_back_at is null
     returning new.promotion_id, new.sku_id, new.packs - old.back_packs as packs
   ), back as (
     select promotion_id, sku_id, sum(packs)::integer as packs from given group by promotion_id, sku_id
   ), freed as (
     update ordering.coupon set order_id = null, used_at = null where order_id = any ($1::uuid[])
   )
   ${FEWER}`,
);

/**
 * Packs of a paid part ($1; $2 now) that were cancelled give back what they had at a price; those the buyer keeps had it first.
 * Whoever asks holds the stock of these packs.
 */
export const giveBackOfPart = statement(
  'ordering.give_back_of_part',
  `with back as (
     update ordering.promotion_take take
        set back_packs = gone.packs, given_back_at = case when gone.packs = take.packs then $2::timestamptz end
       from (select had.promotion_id, had.order_id, had.sku_id,
                    greatest(had.packs - (line.quantity - progress.cancelled_packs), 0) as packs
               from ordering.order_line line
               join ordering.line_progress progress on progress.line_id = line.id
               join ordering.promotion_take had on had.order_id = line.order_id and had.sku_id = line.sku_id
              where line.supplier_order_id = $1) gone
      where (take.order_id, take.sku_id, take.promotion_id) = (gone.order_id, gone.sku_id, gone.promotion_id)
        and gone.packs > take.back_packs
     returning new.promotion_id, new.sku_id, new.back_packs - old.back_packs as packs
   )
   ${FEWER}`,
);

/** Coupons of a paid order ($1) are free again once nothing they were for is left: of a supplier its part, of all every part. */
export const freeCoupons = statement(
  'ordering.free_coupons',
  `update ordering.coupon set order_id = null, used_at = null
     from ordering.promotion
    where coupon.order_id = $1 and promotion.id = coupon.promotion_id
      and not exists (select from ordering.supplier_order part
                       where part.order_id = $1 and part.state <> 'cancelled'
                         and (promotion.supplier_id is null or part.supplier_id = promotion.supplier_id))`,
);
