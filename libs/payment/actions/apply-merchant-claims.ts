import type { Tx } from '@xihuo/platform';
import type { Merchant } from '../provider/payment-provider';
import { MERCHANT_STATES } from '../rules/merchant-states';
import { moveMerchants } from '../store/payment.sql';

/** By this name the worker that tells admission of merchants is woken. */
export const REPORT_MERCHANTS = 'payment.reportMerchants';

export interface MerchantClaim {
  merchantRef: string;
  state: Merchant['state'];
  /** The provider's own time; null where it was asked just now. */
  toldAt: Date | null;
}

/**
 * What the institution says of merchants, from a webhook or asked for: a merchant it still looks into is not asked about at each
 * payment. Answers the accounts that moved; admission hears of it from whoever reports merchants, who is woken.
 */
export async function applyMerchantClaims(
  tx: Tx,
  provider: string,
  claims: readonly MerchantClaim[],
): Promise<Set<string>> {
  if (claims.length === 0) return new Set();
  const rows = await tx.sql(moveMerchants, [
    provider,
    claims.map((claim) => claim.merchantRef),
    claims.map((claim) => MERCHANT_STATES[claim.state]),
    claims.map((claim) => claim.toldAt),
    tx.now,
  ]);
  const moved = new Set(rows.flatMap((row) => row.provider_account ?? []));
  if (moved.size > 0) tx.wake(REPORT_MERCHANTS);
  return moved;
}
