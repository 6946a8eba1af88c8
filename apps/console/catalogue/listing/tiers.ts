import { fenOf, yuanOf } from '../yuan';
import type { Pack } from './typed';

/** A tier as it is typed: numbers are text until they are whole. */
export interface TypedTier {
  readonly packs: string;
  readonly yuan: string;
}

export type TierFault = 'malformed' | 'packsRise' | 'priceFalls' | 'aboveRetail';
export const MOST_TIERS = 6;

export function typedTiers(tiers: Pack['tiers']): TypedTier[] {
  return tiers.map(({ minimumPacks, price }) => ({ packs: String(minimumPacks), yuan: yuanOf(price.amount) }));
}

/** What is wrong with each row, null where nothing is: more packs, lower prices, none above retail. */
export function tierFaults(rows: readonly TypedTier[], retailFen: string): (TierFault | null)[] {
  return rows.map(({ packs, yuan }, at) => {
    const fen = fenOf(yuan);
    if (!/^[1-9]\d{0,4}$/.test(packs) || fen === null) return 'malformed';
    if (BigInt(fen) > BigInt(retailFen)) return 'aboveRetail';
    const before = rows[at - 1];
    const fenBefore = before && fenOf(before.yuan);
    if (!before || !fenBefore) return null;
    if (Number(packs) <= Number(before.packs)) return 'packsRise';
    return BigInt(fen) >= BigInt(fenBefore) ? 'priceFalls' : null;
  });
}

/** Of rows without faults. */
export function tiersTyped(rows: readonly TypedTier[]): Pack['tiers'] {
  return rows.map(({ packs, yuan }) => ({
    minimumPacks: Number(packs),
    price: { amount: fenOf(yuan)!, currency: 'CNY' },
  }));
}
