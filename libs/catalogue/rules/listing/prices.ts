import type { machines } from '@xihuo/contract';

export interface Band {
  readonly lowestFen: bigint;
  readonly highestFen: bigint;
}

/**
 * Where a price may move by itself: so many basis points around the price people last looked at, inwards to the fen. Measured
 * from there and not from the present price, so that many small steps make no large one.
 */
export function bandAround(referenceFen: bigint, bandBp: number): Band {
  const bp = BigInt(bandBp);
  const lowest = (referenceFen * (10_000n - bp) + 9_999n) / 10_000n;
  return { lowestFen: lowest > 0n ? lowest : 1n, highestFen: (referenceFen * (10_000n + bp)) / 10_000n };
}

export function isWithin({ lowestFen, highestFen }: Band, priceFen: bigint): boolean {
  return priceFen >= lowestFen && priceFen <= highestFen;
}

/** A pack, as far as its price matters. */
export interface PricedPack {
  readonly priceFen: bigint;
  readonly referenceFen: bigint;
  /** Whether it may be on sale, or its dossier waits: before that nobody was promised a price, and nobody judges one. */
  readonly listed: boolean;
}

export type PriceOutcome = 'holds' | 'waits' | 'unchanged';

/** What becomes of a wanted price. */
export function priceOutcome(pack: PricedPack, wantedFen: bigint, bandBp: number): PriceOutcome {
  if (wantedFen === pack.priceFen) return 'unchanged';
  return !pack.listed || isWithin(bandAround(pack.referenceFen, bandBp), wantedFen) ? 'holds' : 'waits';
}

/**
 * What is staged once these packs were named anew: whatever was wanted of them before is taken back, and only what does not hold by
 * itself waits.
 */
export function stagedPrices<Price extends { readonly skuId: string }>(
  staged: readonly Price[],
  named: readonly string[],
  waiting: readonly Price[],
): Price[] {
  return [...staged.filter(({ skuId }) => !named.includes(skuId)), ...waiting];
}

/** More packs, lower prices, none above retail. */
export function areTiersSound(tiers: readonly machines.listings.PriceTier[], retailFen: bigint): boolean {
  return tiers.every(({ minimumPacks, price }, index) => {
    const fen = BigInt(price.amount);
    const before = tiers[index - 1];
    if (fen <= 0n || fen > retailFen) return false;
    return !before || (minimumPacks > before.minimumPacks && fen < BigInt(before.price.amount));
  });
}
