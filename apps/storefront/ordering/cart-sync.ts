import type { Input } from '@xihuo/ui';
import { linesOf, type Cart, type CartItem, type ServerCart } from './cart';

type Change = Input<'PUT /cart/lines'>['body']['changes'][number];

/** Things of one message; the contract takes no more. */
const MOST_CHANGES = 100;

/** Which packs a change touched. */
export function touched(before: Cart, after: Cart): string[] {
  const old = new Map(before.map((item) => [item.skuId, item]));
  const now = new Set(after.map((item) => item.skuId));
  return [
    ...after.filter((item) => old.get(item.skuId) !== item).map((item) => item.skuId),
    ...before.filter((item) => !now.has(item.skuId)).map((item) => item.skuId),
  ];
}

/** What the server is to be told of packs that were touched: how they are now, and that those gone are gone. */
export function changesOf(cart: Cart, pending: readonly string[]): Change[] {
  const items = new Map(cart.map((item) => [item.skuId, item]));
  return pending.slice(0, MOST_CHANGES).map((skuId) => {
    const item = items.get(skuId);
    if (!item) return { skuId, quantity: 0 };
    const { quantity, selected, seenPrice, via } = item;
    return { skuId, quantity, selected, seenPrice, ...(via && { via }) };
  });
}

/** What is still to be told after some was: what was touched again meanwhile stays. */
export function stillPending(told: Cart, now: Cart, sent: readonly Change[], pending: readonly string[]): string[] {
  const again = new Set(touched(told, now));
  const done = new Set(sent.map(({ skuId }) => skuId).filter((skuId) => !again.has(skuId)));
  return pending.filter((skuId) => !done.has(skuId));
}

/**
 * This browser's copy once the server has answered: its lines in this browser's order, those it knows from elsewhere after
 * them. An item that is as it was stays the same object, so nothing is told back.
 */
export function adopt(cart: Cart, view: ServerCart): Cart {
  const lines = new Map(linesOf(view).map((line) => [line.skuId, line]));
  const suppliers = new Map(view.groups.flatMap((group) => group.lines.map((line) => [line.skuId, group.supplier])));
  const kept = cart.flatMap((item): CartItem[] => {
    const line = lines.get(item.skuId);
    lines.delete(item.skuId);
    if (!line) return [];
    const same =
      line.quantity === item.quantity &&
      line.selected === item.selected &&
      line.seenPrice.amount === item.seenPrice.amount;
    return [same ? item : { ...item, quantity: line.quantity, selected: line.selected, seenPrice: line.seenPrice }];
  });
  const fromElsewhere = [...lines.values()].map((line): CartItem => ({
    ...{
      skuId: line.skuId,
      slug: line.slug,
      category: line.category,
      photo: line.photo,
      name: line.name,
      pack: line.pack,
    },
    supplier: suppliers.get(line.skuId) ?? { id: '', name: '' },
    ...{ seenPrice: line.seenPrice, quantity: line.quantity, selected: line.selected },
  }));
  const next = [...kept, ...fromElsewhere];
  return next.length === cart.length && next.every((item, place) => item === cart[place]) ? cart : next;
}

/** Refusals that the page explains: a cart that is full is not told again; where too many carts were begun, it is tried again later. */
const REFUSALS = { CART_FULL: true, RATE_LIMITED: false } as const;

/** What became of a change that the server would not have; null where it is no refusal, but a fault that passes. */
export function refusalOf(code: string): { code: keyof typeof REFUSALS; forGood: boolean } | null {
  return code === 'CART_FULL' || code === 'RATE_LIMITED' ? { code, forGood: REFUSALS[code] } : null;
}
