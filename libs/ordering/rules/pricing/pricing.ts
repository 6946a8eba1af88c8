import type { FreightTemplate } from './freight';
import type { Promotion, Stacking } from './promotion';
import type { QuoteLine } from './quote';

/** A pack as it is priced now, before quantities. */
export type PricedOffer = Omit<QuoteLine, 'quantity'>;

/** A coupon somebody holds. */
export interface HeldCoupon {
  readonly personId: string;
  readonly promotion: Promotion;
}

/** All that prices of some packs depend on but their quantities. */
export interface Pricing {
  readonly offers: ReadonlyMap<string, PricedOffer>;
  readonly templates: ReadonlyMap<string, FreightTemplate>;
  readonly areas: ReadonlyMap<string, readonly string[]>;
  readonly promotions: readonly Promotion[];
  readonly coupons: ReadonlyMap<string, HeldCoupon>;
  readonly stacking: Stacking;
  /** What organisations pay a pack from so many packs on. */
  readonly tiers: ReadonlyMap<string, readonly PriceTier[]>;
}

export interface PriceTier {
  readonly minimumPacks: number;
  readonly priceFen: bigint;
}

/** What a buyer means to buy. */
export interface WantedLine {
  readonly skuId: string;
  readonly quantity: number;
}

/** What an organisation pays a pack for so many: the lowest tier the quantity reaches, never more than retail. */
export function tierPriceFen(tiers: readonly PriceTier[], packs: number, retailFen: bigint): bigint {
  return tiers
    .filter(({ minimumPacks }) => packs >= minimumPacks)
    .reduce((lowest, { priceFen }) => (priceFen < lowest ? priceFen : lowest), retailFen);
}

/** An organisation's lines: at tier prices. */
export function businessLinesOf(
  { offers, tiers }: Pick<Pricing, 'offers' | 'tiers'>,
  wanted: readonly WantedLine[],
): QuoteLine[] {
  return linesOf({ offers }, wanted).map((line) => ({
    ...line,
    unitFen: tierPriceFen(tiers.get(line.id) ?? [], line.quantity, line.unitFen),
  }));
}

/** Wanted lines with all that their price depends on; what is unknown is left out, and refused elsewhere. */
export function linesOf(pricing: Pick<Pricing, 'offers'>, wanted: readonly WantedLine[]): QuoteLine[] {
  return wanted.flatMap(({ skuId, quantity }) => {
    const offer = pricing.offers.get(skuId);
    return offer ? [{ ...offer, quantity }] : [];
  });
}
