import type { Cart } from './cart';
import { keep } from './kept';

function isCart(value: unknown): value is Cart {
  return (
    Array.isArray(value) &&
    value.every(
      (item: Partial<Cart[number]> | null) =>
        typeof item?.skuId === 'string' &&
        typeof item.quantity === 'number' &&
        typeof item.seenPrice?.amount === 'string',
    )
  );
}

/** A guest's cart stays in this browser until an account can hold it. */
const cart = keep<Cart>('xihuo.cart', [], isCart);

export const useCart = cart.use;

export function updateCart(change: (cart: Cart) => Cart): void {
  cart.set(change(cart.get()));
}
