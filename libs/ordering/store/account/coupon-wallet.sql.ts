import { statement } from '@xihuo/platform';

export interface WalletRow {
  id: string;
  promotion_id: string;
  name_zh: string;
  name_en: string;
  supplier_id: string | null;
  supplier_name: string | null;
  threshold_fen: bigint;
  reduction_fen: bigint;
  ends_at: Date;
  claimed_at: Date;
  order_id: string | null;
  standing: 'held' | 'used' | 'over';
}

/** Coupons of a person: those to be used by their end, then the others, the last first. */
export const walletOf = statement<WalletRow>(
  'ordering.coupon_wallet',
  `select * from (
     select coupon.id, promotion.id as promotion_id, promotion.name_zh, promotion.name_en, promotion.supplier_id,
            supplier.name_zh as supplier_name, promotion.threshold_fen, promotion.reduction_fen, promotion.ends_at,
            coupon.claimed_at, coupon.order_id,
            case when coupon.order_id is not null then 'used'
                 when promotion.state = 'published' and promotion.ends_at > platform.business_now() then 'held'
                 else 'over' end as standing
       from ordering.coupon
       join ordering.promotion on promotion.id = coupon.promotion_id
       left join registry.organisation_v supplier on supplier.id = promotion.supplier_id
      where coupon.person_id = $1
   ) wallet
   order by standing <> 'held', case when standing = 'held' then ends_at end, claimed_at desc, id limit 200`,
);
