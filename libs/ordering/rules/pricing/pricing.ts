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
}

/** What a buyer means to buy. */
export interface WantedLine {
  readonly skuId: string;
  readonly quantity: number;
}

/** Wanted lines with all that their price depends on; what is unknown is left out, and refused elsewhere. */
export function linesOf(pricing: Pick<Pricing, 'offers'>, wanted: readonly WantedLine[]): QuoteLine[] {
  return wanted.flatMap(({ skuId, quantity }) => {
    const offer = pricing.offers.get(skuId);
    return offer ? [{ ...offer, quantity }] : [];
  });
}
