const slot = (orderId: string) => `xihuo.paying.${orderId}`;

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/**
 * This tab is leaving for the cashier of an order: whichever page it comes back to, by the cashier's link or by Back, has
 * to wait for the provider's word before it offers to pay again.
 */
export function leaveForCashier(orderId: string, store: Store = sessionStorage): void {
  store.setItem(slot(orderId), '1');
}

export function hasLeftForCashier(orderId: string, store: Store = sessionStorage): boolean {
  return store.getItem(slot(orderId)) !== null;
}

/** How it ended is known: the mark is used up. */
export function backFromCashier(orderId: string, store: Store = sessionStorage): void {
  store.removeItem(slot(orderId));
}
