import { fail } from '@xihuo/contract';
import type { Database, Tx } from '@xihuo/platform';
import { claimCouponSql, couponsToClaim, couponToClaim, lockPromotion } from '../../store/pricing/promotion.sql';
import { couponView, type CouponView } from '../../store/pricing/promotion-view';

/** What can be claimed now: the platform's, and those of some suppliers. */
export async function listCoupons(
  where: Database,
  personId: string | null,
  suppliers: readonly string[],
): Promise<{ data: CouponView[] }> {
  return { data: (await where.read(couponsToClaim, [personId, suppliers])).map(couponView) };
}

/**
 * Claims a coupon; those who come at the same time queue at the promotion's row, so that none is claimed that is not there.
 *
 * @throws ProblemError NOT_FOUND where nothing is to be claimed now, COUPON_HELD, COUPON_GONE
 */
export async function claimCoupon(tx: Tx, promotionId: string, personId: string): Promise<CouponView> {
  tx.attempt({ action: 'coupon.claim', subjectKind: 'promotion', subjectId: promotionId });
  await tx.sql(lockPromotion, [promotionId]);
  const [row] = await tx.sql(couponToClaim, [personId, promotionId]);
  if (!row) throw fail('NOT_FOUND');
  if (row.mine >= row.claims_each) throw fail('COUPON_HELD');
  if (row.gone) throw fail('COUPON_GONE');
  await tx.sql(claimCouponSql, [promotionId, personId, tx.now]);
  tx.audit({ action: 'coupon.claim', subjectKind: 'promotion', subjectId: promotionId, after: {} });
  return couponView({ ...row, mine: row.mine + 1 });
}
