import { useSyncExternalStore } from 'react';
import { remove, type CartItem } from './cart';
import { updateCart } from './cart-store';
import { onForget } from './forgetters';

let taken: readonly CartItem[] = [];
const listeners = new Set<() => void>();

function set(next: readonly CartItem[]): void {
  taken = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

onForget(() => set([]));

/** What was taken out of the cart last. */
export const takenOut = (): readonly CartItem[] => taken;
export const useTakenOut = (): readonly CartItem[] => useSyncExternalStore(subscribe, takenOut, takenOut);

/** Takes things out of the cart at once; as long as nothing else is taken out they can be put back. */
export function takeOut(items: readonly CartItem[]): void {
  const ids = items.map(({ skuId }) => skuId);
  updateCart((cart) => {
    set(cart.filter(({ skuId }) => ids.includes(skuId)));
    return remove(cart, ids);
  });
}

export function putBack(): void {
  const items = taken;
  set([]);
  updateCart((cart) => [...cart, ...items.filter(({ skuId }) => cart.every((one) => one.skuId !== skuId))]);
}
