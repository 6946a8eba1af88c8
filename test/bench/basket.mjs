// What the buyers of a bench buy: three lines over two suppliers, drawn by a seeded chance, the same on both sides.
import { requestText } from './wire.mjs';

/**
 * @typedef {{ skuId: string, supplierId: string, priceFen: string }} Offer
 * @typedef {Offer & { quantity: number }} Line
 */

/**
 * @param {Offer[]} offers
 * @param {number} seed
 * @returns {() => [Line, Line, Line]} two lines of one supplier and one of another
 */
export function baskets(offers, seed) {
  /** @type {Map<string, Offer[]>} */
  const bySupplier = new Map();
  for (const offer of offers) bySupplier.set(offer.supplierId, [...(bySupplier.get(offer.supplierId) ?? []), offer]);
  const shelves = [...bySupplier.values()];
  const wide = shelves.filter((shelf) => shelf.length > 1);
  if (wide.length === 0 || shelves.length < 2) throw new Error('a basket needs two suppliers, one with two goods');
  const chance = mulberry32(seed);
  const below = (/** @type {number} */ count) => Math.floor(chance() * count);
  const line = (/** @type {Offer[]} */ shelf, /** @type {number} */ place) =>
    /** @type {Line} */ ({ ...shelf[place], quantity: 1 + below(3) });
  return () => {
    const first = /** @type {Offer[]} */ (wide[below(wide.length)]);
    let second = first;
    while (second === first) second = /** @type {Offer[]} */ (shelves[below(shelves.length)]);
    const place = below(first.length);
    const other = (place + 1 + below(first.length - 1)) % first.length;
    return [line(first, place), line(first, other), line(second, below(second.length))];
  };
}

/**
 * @param {Offer[]} offers
 * @param {number} seed
 * @returns {() => [Line]} one pack of any of them
 */
export function singles(offers, seed) {
  const chance = mulberry32(seed);
  return () => {
    const offer = /** @type {Offer} */ (offers[Math.floor(chance() * offers.length)]);
    return [{ ...offer, quantity: 1 }];
  };
}

/** Where the parcels of a bench go. */
export const delivery = {
  regionCode: '110101',
  address: '示例路 1 号院 2 号楼 303',
  name: '示例买家',
  phone: '13800000000',
};

/** An order of these lines, as it goes over the wire. @param {Line[]} basket @param {string} key */
export function orderText(basket, key) {
  const lines = basket.map(({ skuId, quantity, priceFen }) => ({
    ...{ skuId, quantity, unitPrice: { amount: priceFen, currency: 'CNY' } },
  }));
  return requestText('POST', '/api/v1/orders', { 'idempotency-key': key }, JSON.stringify({ lines, delivery }));
}

/** A small seeded generator: the same seed gives the same orders in every run. @param {number} seed */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
