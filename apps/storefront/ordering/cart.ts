import type { Output } from '@xihuo/ui';
import type { Via } from '../channel/via';

type Product = Output<'GET /products/{slug}'>;
export type ServerCart = Output<'GET /cart'>;
export type ServerLine = ServerCart['invalid'][number];
type Offer = Product['offers'][number];
type MoneyWire = Offer['price'];

/** What the cart remembers of a thing: enough to show it, and the price as it was seen. The server decides the rest. */
export interface CartItem {
  skuId: string;
  slug: string;
  category: string;
  /** The seller's photograph, small; null or absent: the drawing is shown. */
  photo?: string | null;
  name: Product['name'];
  pack: string;
  supplier: { id: string; name: string };
  seenPrice: MoneyWire;
  quantity: number;
  selected: boolean;
  /** Where it was found; the last way that was named. */
  via?: Via;
}

export type Cart = readonly CartItem[];

export function linesOf({ groups, invalid }: ServerCart): ServerLine[] {
  return [...groups.flatMap(({ lines }) => lines), ...invalid];
}

/** The contract's bound on a line's quantity. */
export const MAX_QUANTITY = 9999;
/** ... and on the lines of a cart. */
export const MOST_LINES = 100;

export function itemOf(product: Product, offer: Offer, quantity: number, via?: Via): CartItem {
  return {
    skuId: offer.skuId,
    slug: product.slug,
    category: product.category,
    name: product.name,
    pack: offer.pack,
    supplier: { id: offer.supplier.id, name: offer.supplier.name },
    seenPrice: offer.price,
    quantity,
    selected: true,
    ...(via && { via }),
  };
}

/** The same thing again adds to its quantity and takes the price seen now; coming back without a way keeps the one known. */
export function add(cart: Cart, item: CartItem): Cart {
  const there = cart.find((other) => other.skuId === item.skuId);
  if (!there) return [...cart, item];
  const quantity = Math.min(there.quantity + item.quantity, MAX_QUANTITY);
  return cart.map((other) => (other === there ? { ...item, quantity, ...keptVia(item, there) } : other));
}

function keptVia(item: CartItem, there: CartItem): Pick<CartItem, 'via'> {
  const via = item.via ?? there.via;
  return via ? { via } : {};
}

/** To buy one thing at once: it alone is selected, in the quantity asked for; the rest of the cart stays as it is. */
export function only(cart: Cart, item: CartItem): Cart {
  const others = cart.filter((other) => other.skuId !== item.skuId).map((other) => ({ ...other, selected: false }));
  return [...others, item];
}

export function change(cart: Cart, skuIds: readonly string[], part: Partial<CartItem>): Cart {
  return cart.map((item) => (skuIds.includes(item.skuId) ? { ...item, ...part } : item));
}

export function remove(cart: Cart, skuIds: readonly string[]): Cart {
  return cart.filter((item) => !skuIds.includes(item.skuId));
}

export interface CheckedItem extends CartItem {
  /** `unchecked`: the server has not looked at it yet, or could not be asked. */
  state: 'ok' | 'unchecked' | 'priceChanged' | 'tooFew' | 'out' | 'notForSale' | 'notServed';
  price: MoneyWire;
  /** How many there are, where they are few. */
  available: number | null;
  /** What discounts take off this line. */
  discount: MoneyWire;
}

const NOTHING: MoneyWire = { amount: '0', currency: 'CNY' };

/** Holds every item against the cart as the server sees it; what it has not seen yet is unchecked. */
export function check(cart: Cart, view: ServerCart | undefined): CheckedItem[] {
  const lines = new Map(view ? linesOf(view).map((line) => [line.skuId, line]) : []);
  return cart.map((item) => {
    const line = lines.get(item.skuId);
    if (!line) return { ...item, state: 'unchecked', price: item.seenPrice, available: null, discount: NOTHING };
    const state = line.state === 'soldOut' ? 'out' : line.state;
    return { ...item, state, price: line.price, available: line.available, discount: line.discount };
  });
}

export function canBuy(item: CheckedItem): boolean {
  return item.state === 'ok' || item.state === 'priceChanged' || item.state === 'unchecked';
}

/** Stands among the goods of its supplier; the rest stands apart. */
export function isValid(item: CheckedItem): boolean {
  return canBuy(item) || item.state === 'tooFew';
}

export interface SupplierGroup {
  supplier: CartItem['supplier'];
  items: CheckedItem[];
}

/** One group a supplier, in the order in which the suppliers first came into the cart. */
export function bySupplier(items: readonly CheckedItem[]): SupplierGroup[] {
  const groups = new Map<string, SupplierGroup>();
  for (const item of items) {
    const group = groups.get(item.supplier.id) ?? { supplier: item.supplier, items: [] };
    group.items.push(item);
    groups.set(item.supplier.id, group);
  }
  return [...groups.values()];
}

/** What the buyer will be asked to pay, as far as this page knows; the order says it again, bindingly. */
export function total(items: readonly CheckedItem[]): MoneyWire {
  const amount = items.reduce((all, item) => all + BigInt(item.price.amount) * BigInt(item.quantity), 0n);
  return { amount: amount.toString(), currency: 'CNY' };
}
