import type { machines } from '@xihuo/contract';

export type CartLineState = (typeof machines.carting.CART_LINE_STATES)[number];

interface Standing {
  readonly quantity: number;
  readonly forSale: boolean;
  readonly available: number;
  readonly seenFen: bigint;
  readonly priceFen: bigint;
  readonly served: boolean;
}

/** How a line of a cart stands; what forbids buying is said first. */
export function cartLineState({ quantity, forSale, available, seenFen, priceFen, served }: Standing): CartLineState {
  if (!forSale) return 'notForSale';
  if (available <= 0) return 'soldOut';
  if (!served) return 'notServed';
  if (available < quantity) return 'tooFew';
  return seenFen === priceFen ? 'ok' : 'priceChanged';
}

/** Whether a line may go into an order as it is; what is too few may once fewer are wanted. */
export function canBuy(state: CartLineState): boolean {
  return state === 'ok' || state === 'priceChanged';
}

/** Whether a line stands among the goods of its supplier, or apart. */
export function isInvalid(state: CartLineState): boolean {
  return state === 'notForSale' || state === 'soldOut' || state === 'notServed';
}
