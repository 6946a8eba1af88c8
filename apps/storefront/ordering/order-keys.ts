import { keep } from './kept';

/** The key to an order that was placed without an account, as the order's answer gave it. */
export interface OrderKey {
  id: string;
  token: string;
  number: string;
  placedAt: string;
}

function isKeys(value: unknown): value is readonly OrderKey[] {
  return Array.isArray(value) && value.every((key: Partial<OrderKey> | null) => typeof key?.token === 'string');
}

const kept = keep<readonly OrderKey[]>('xihuo.orders', [], isKeys);

export const useOrderKeys = kept.use;

export function keepOrderKey(key: OrderKey): void {
  kept.set([key, ...kept.get().filter((other) => other.id !== key.id)]);
}

/** A key that came by a link knows nothing of its order but the id; the order, once read, says the rest. */
export function nameOrderKey({ id, number, placedAt }: Omit<OrderKey, 'token'>): void {
  const key = kept.get().find((other) => other.id === id);
  if (key?.number === '') kept.set(kept.get().map((other) => (other === key ? { ...key, number, placedAt } : other)));
}

/** Orders that stand in the account of whoever is signed in are opened by it. */
export function forgetOrderKeys(ids: readonly string[]): void {
  const left = kept.get().filter(({ id }) => !ids.includes(id));
  if (left.length < kept.get().length) kept.set(left);
}

/** `/orders/<id>#<token>`: the fragment never reaches a server or its log. */
export function orderLink({ id, token }: { id: string; token: string }): string {
  return `/orders/${id}#${token}`;
}

/** The header that opens an order to its guest. */
export function orderHeaders(token: string | undefined): Record<string, string> {
  return token ? { 'order-token': token } : {};
}
