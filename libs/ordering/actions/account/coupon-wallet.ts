import type { ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import { walletOf, type WalletRow } from '../../store/account/coupon-wallet.sql';
import { wire } from '../../store/order-view';

type Wallet = ResponseOf<'GET /me/coupons'>;

const walletView = (row: WalletRow): Wallet['data'][number] => ({
  coupon: {
    ...{ id: row.id, promotionId: row.promotion_id, name: { zh: row.name_zh, en: row.name_en } },
    supplier: row.supplier_id === null ? null : { id: row.supplier_id, name: row.supplier_name ?? '' },
    ...{ threshold: wire(row.threshold_fen), reduction: wire(row.reduction_fen), endsAt: row.ends_at.toISOString() },
  },
  ...{ standing: row.standing, claimedAt: row.claimed_at.toISOString(), orderId: row.order_id },
});

/** Coupons that a person claimed: to be used, used, over. */
export async function couponWallet(database: Pick<Database, 'read'>, personId: string): Promise<Wallet> {
  return { data: (await database.read(walletOf, [personId])).map(walletView) };
}
