import type { ResponseOf } from '@xihuo/contract';
import { mayPublishPromotion } from '../../rules/pricing/may-publish';
import { wire } from '../order-view';
import type { CouponRow, PromotionRow } from './promotion.sql';

export type PromotionView = ResponseOf<'POST /promotions'>;
export type CouponView = ResponseOf<'POST /coupons/{id}/claims'>;

const orNull = (fen: bigint | null) => (fen === null ? null : wire(fen));

/** @param reader the person who reads it; null for a machine */
export function promotionView(row: PromotionRow, reader: string | null): PromotionView {
  return {
    ...{ id: row.id, kind: row.kind, state: row.state, name: { zh: row.name_zh, en: row.name_en } },
    ...{ startsAt: row.starts_at.toISOString(), endsAt: row.ends_at.toISOString(), percentBp: row.percent_bp },
    ...{ threshold: orNull(row.threshold_fen), reduction: orNull(row.reduction_fen), category: row.category },
    products: row.products,
    prices: row.prices.map(({ priceFen, ...price }) => ({ ...price, price: wire(BigInt(priceFen)) })),
    funders: row.funders,
    ...{ claimsMost: row.claims_most, claimsEach: row.claims_each, claimed: row.claimed, given: wire(row.given_fen) },
    mayPublish: mayPublishPromotion(reader, row),
  };
}

export function couponView(row: CouponRow): CouponView {
  return {
    ...{ promotionId: row.promotion_id, name: { zh: row.name_zh, en: row.name_en } },
    supplier: row.supplier_id === null ? null : { id: row.supplier_id, name: row.supplier_name ?? '' },
    ...{ threshold: wire(row.threshold_fen), reduction: wire(row.reduction_fen), endsAt: row.ends_at.toISOString() },
    ...{ mine: row.mine, claimsEach: row.claims_each, isGone: row.gone },
  };
}
