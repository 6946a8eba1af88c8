import type { Cart } from './cart';
import { touched } from './cart-sync';
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
const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((id) => typeof id === 'string');
const isToken = (value: unknown): value is string => typeof value === 'string';

/**
 * This browser's copy of the cart: what is done here is seen at once, also without a network, and told to the server as
 * soon as it can be.
 */
const cart = keep<Cart>('xihuo.cart', [], isCart);
/** Packs whose line the server has not heard of yet. */
const pending = keep<readonly string[]>('xihuo.cart.pending', [], isIds);
/** Opens a guest's cart; the server told it once. */
const token = keep<string>('xihuo.cart.token', '', isToken);

export const useCart = cart.use;
export const usePending = pending.use;
export const useCartToken = token.use;

export function updateCart(change: (cart: Cart) => Cart): void {
  const before = cart.get();
  const after = change(before);
  cart.set(after);
  pending.set([...new Set([...pending.get(), ...touched(before, after)])]);
}

/** Everything is to be told: of a cart from before there was a server's, or that the server threw away. */
export function tellAll(): void {
  pending.set(cart.get().map((item) => item.skuId));
}

/** Why the server would not have the last change; empty where it had. */
const refused = keep<string>('xihuo.cart.refused', '', isToken);
export const useRefused = refused.use;

/** For what goes between here and the server. */
export const cartCopy = { cart, pending, token, refused };

export function cartHeaders(value: string): Record<string, string> {
  return value === '' ? {} : { 'cart-token': value };
}
