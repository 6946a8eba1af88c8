import { quote, type Quote, type QuoteInput } from './quote';
import type { Promotion } from './promotion';

/**
 * What lines cost with the coupons that help most, of all that a buyer holds: all of them, where a line takes that of its
 * supplier first, or only the platform's, whichever costs less.
 */
export function quoteWithBest(input: QuoteInput, coupons: readonly Promotion[]): Quote {
  const plain = (some: readonly Promotion[]) => quote({ ...input, promotions: [...input.promotions, ...some] });
  const across = coupons.filter(({ acrossSuppliers }) => acrossSuppliers);
  if (across.length === 0 || across.length === coupons.length) return plain(coupons);
  const ways = [plain(coupons), plain(across)];
  return ways.reduce((best, one) => (one.amountFen < best.amountFen ? one : best));
}
