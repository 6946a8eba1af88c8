import { businessLinesOf, linesOf, type Pricing, type WantedLine } from './pricing';
import type { Promotion } from './promotion';
import { quote, type Quote } from './quote';

export interface OrderToPrice {
  readonly lines: readonly WantedLine[];
  readonly region: string;
  readonly personId: string | null;
  /** The buyer fetches it: nothing is charged for sending it, and no place is out of reach. */
  readonly pickup: { readonly offered: boolean } | null;
  /** Coupons the buyer chose. */
  readonly coupons: readonly string[];
  /** What the buyer was shown, in fen; null where the caller shows nothing. */
  readonly shownFen: bigint | null;
  /** An organisation's: at tier prices, and what is taken off for consumers is not taken off once more. */
  readonly isBusiness?: boolean;
}

export interface PricedOrder {
  readonly quote: Quote;
  /** Why this order is not placed, whatever its lines say; null where nothing stands against it. */
  readonly refused: 'PICKUP_NOT_OFFERED' | 'COUPON_NOT_USABLE' | 'PRICE_CHANGED' | null;
}

/**
 * Prices orders that are placed together, in order of arrival: what one takes at a price with a limit, or by a coupon, the
 * next no longer finds. An order that another rule refuses afterwards has taken it as well: who lost by that is tried alone.
 */
export function priceBatch(pricing: Pricing, orders: readonly OrderToPrice[]): PricedOrder[] {
  const taken = new Map<string, number>();
  const used = new Set<string>();
  return orders.map(({ lines, region, personId, pickup, coupons, shownFen, isBusiness = false }) => {
    const held = coupons.map((id) => pricing.coupons.get(id));
    const usable = held.flatMap((one) => (one && one.personId === personId ? [one.promotion] : []));
    const sent = pickup ? FETCHED : pricing;
    const priced = quote({
      lines: isBusiness ? businessLinesOf(pricing, lines) : linesOf(pricing, lines),
      ...{ region, templates: sent.templates, areas: sent.areas, stacking: pricing.stacking },
      promotions: isBusiness ? [] : [...leftOf(pricing.promotions, taken), ...onceEach(usable)],
    });
    const isUsedUp = coupons.some((id) => used.has(id));
    for (const { promotion, packs } of priced.applied) {
      packs.forEach((count, sku) => taken.set(key(promotion, sku), (taken.get(key(promotion, sku)) ?? 0) + count));
      if (promotion.claimId !== null) used.add(promotion.claimId);
    }
    if (pickup && !pickup.offered) return { quote: priced, refused: 'PICKUP_NOT_OFFERED' };
    if (usable.length < coupons.length || isUsedUp) return { quote: priced, refused: 'COUPON_NOT_USABLE' };
    return { quote: priced, refused: shownFen === null || shownFen === priced.amountFen ? null : 'PRICE_CHANGED' };
  });
}

/** How goods are priced that are not sent to their buyer. */
export const FETCHED: Pick<Pricing, 'templates' | 'areas'> = { templates: new Map(), areas: new Map() };

const key = (promotion: Promotion, skuId: string) => `${promotion.id} ${skuId}`;

/** Of one promotion an order takes one coupon. */
export function onceEach(promotions: readonly Promotion[]): Promotion[] {
  return [...new Map(promotions.map((promotion) => [promotion.id, promotion])).values()];
}

function leftOf(promotions: readonly Promotion[], taken: ReadonlyMap<string, number>): Promotion[] {
  if (taken.size === 0) return [...promotions];
  return promotions.map((promotion) => {
    if (promotion.benefit.type !== 'price') return promotion;
    const prices = [...promotion.benefit.prices].map(
      ([sku, price]) => [sku, { ...price, most: price.most - (taken.get(key(promotion, sku)) ?? 0) }] as const,
    );
    return { ...promotion, benefit: { type: 'price', prices: new Map(prices) } };
  });
}
