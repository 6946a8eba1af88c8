/** Things in a cart; an order takes no more than a hundred. */
export const MOST_CART_LINES = 100;

/**
 * How a line stands: `priceChanged` may be bought once the new price is acknowledged; `soldOut`, `notForSale` and
 * `notServed` (not sent to the place) may not, and stand apart; of `tooFew` there are fewer than wanted.
 */
export const CART_LINE_STATES = ['ok', 'priceChanged', 'tooFew', 'soldOut', 'notForSale', 'notServed'] as const;

export const PROMOTION_KINDS = ['flashPrice', 'campaignPrice', 'fullReduction', 'coupon'] as const;

/** Classes by which goods travel. */
export const STORAGES = ['ambient', 'chilled', 'frozen'] as const;
