import { machines } from '@xihuo/contract';
import { businessLinesOf, linesOf, type Pricing, type WantedLine } from './pricing';
import type { Promotion } from './promotion';
import { quote, type Quote } from './quote';

/** Who takes packs that are limited a person: the account, and the phone they are sent to. */
export interface Buyer {
  readonly personId: string | null;
  /** Of the phone, comparable and not readable; null where nothing is limited a person. */
  readonly phoneIndex: string | null;
}

/** Packs somebody has at a promotion's price. */
export interface Take {
  readonly promotionId: string;
  readonly skuId: string;
  readonly packs: number;
  readonly personId: string | null;
  readonly phoneIndex: string | null;
}

export interface OrderToPrice {
  readonly lines: readonly WantedLine[];
  readonly region: string;
  readonly personId: string | null;
  readonly phoneIndex: string | null;
  /** The buyer fetches it: nothing is charged for sending it, and no place is out of reach. */
  readonly pickup: { readonly offered: boolean } | null;
  /** Coupons the buyer chose. */
  readonly coupons: readonly string[];
  /** What the buyer was shown, in fen; null where the caller shows nothing. */
  readonly shownFen: bigint | null;
  /** Paid later, by bank: no bound of one payment holds it. */
  readonly paysLater?: boolean;
  /** An organisation's: at tier prices, and what is taken off for consumers is not taken off once more. */
  readonly isBusiness?: boolean;
}

export interface PricedOrder {
  readonly quote: Quote;
  /** Why this order is not placed, whatever its lines say; null where nothing stands against it. */
  readonly refused: 'PICKUP_NOT_OFFERED' | 'COUPON_NOT_USABLE' | 'PRICE_CHANGED' | 'ORDER_TOO_LARGE' | null;
}

/**
 * Prices orders that are placed together, in order of arrival: what one takes at a price with a limit, or by a coupon, the
 * next no longer finds; nor does one person find more than one may have, in however many orders. An order that another rule refuses afterwards has taken it as well: who lost by that is tried alone.
 */
export function priceBatch(
  pricing: Pricing,
  orders: readonly OrderToPrice[],
  before: readonly Take[] = [],
): PricedOrder[] {
  const taken = new Map<string, number>();
  const takes = [...before];
  const used = new Set<string>();
  return orders.map(
    ({ lines, region, personId, phoneIndex, pickup, coupons, shownFen, isBusiness = false, paysLater = false }) => {
      const buyer = { personId, phoneIndex };
      const held = coupons.map((id) => pricing.coupons.get(id));
      const usable = held.flatMap((one) => (one && one.personId === personId ? [one.promotion] : []));
      const sent = pickup ? FETCHED : pricing;
      const priced = quote({
        lines: isBusiness ? businessLinesOf(pricing, lines) : linesOf(pricing, lines),
        ...{ region, templates: sent.templates, areas: sent.areas, stacking: pricing.stacking },
        promotions: isBusiness ? [] : [...leftOf(pricing.promotions, { taken, takes, buyer }), ...onceEach(usable)],
      });
      const isUsedUp = coupons.some((id) => used.has(id));
      for (const { promotion, packs } of priced.applied) {
        packs.forEach((count, sku) => {
          taken.set(key(promotion, sku), (taken.get(key(promotion, sku)) ?? 0) + count);
          takes.push({ promotionId: promotion.id, skuId: sku, packs: count, ...buyer });
        });
        if (promotion.claimId !== null) used.add(promotion.claimId);
      }
      if (pickup && !pickup.offered) return { quote: priced, refused: 'PICKUP_NOT_OFFERED' };
      if (usable.length < coupons.length || isUsedUp) return { quote: priced, refused: 'COUPON_NOT_USABLE' };
      if (shownFen !== null && shownFen !== priced.amountFen) return { quote: priced, refused: 'PRICE_CHANGED' };
      return { quote: priced, refused: paysLater || isPaidAtOnce(priced) ? null : 'ORDER_TOO_LARGE' };
    },
  );
}

/** Whether one payment takes an order: of more its buyer could only learn at the cashier, with the goods held meanwhile. */
export function isPaidAtOnce({ amountFen, parts }: Pick<Quote, 'amountFen' | 'parts'>): boolean {
  return amountFen <= machines.PAYMENT_AT_ONCE.fen && parts.size <= machines.PAYMENT_AT_ONCE.suppliers;
}

/** How goods are priced that are not sent to their buyer. */
export const FETCHED: Pick<Pricing, 'templates' | 'areas'> = { templates: new Map(), areas: new Map() };

const key = (promotion: Promotion, skuId: string) => `${promotion.id} ${skuId}`;

/** Of one promotion an order takes one coupon. */
export function onceEach(promotions: readonly Promotion[]): Promotion[] {
  return [...new Map(promotions.map((promotion) => [promotion.id, promotion])).values()];
}

interface Sold {
  readonly taken: ReadonlyMap<string, number>;
  readonly takes: readonly Take[];
  readonly buyer: Buyer;
}

/** What is left at a price: of all together, and for this buyer. */
function leftOf(promotions: readonly Promotion[], { taken, takes, buyer }: Sold): Promotion[] {
  const own = takes.filter((take) => isOf(take, buyer));
  if (taken.size === 0 && own.length === 0) return [...promotions];
  return promotions.map((promotion) => {
    if (promotion.benefit.type !== 'price') return promotion;
    const prices = [...promotion.benefit.prices].map(([sku, price]) => {
      const had = own
        .filter((take) => take.promotionId === promotion.id && take.skuId === sku)
        .reduce((sum, take) => sum + take.packs, 0);
      const most = price.most - (taken.get(key(promotion, sku)) ?? 0);
      return [sku, { ...price, most, each: price.each - had }] as const;
    });
    return { ...promotion, benefit: { type: 'price', prices: new Map(prices) } };
  });
}

/** By account or by phone: whoever buys once as a guest and once signed in is one person. */
function isOf({ personId, phoneIndex }: Take, buyer: Buyer): boolean {
  const isSame = (one: string | null, other: string | null) => one !== null && one === other;
  return isSame(phoneIndex, buyer.phoneIndex) || isSame(personId, buyer.personId);
}
