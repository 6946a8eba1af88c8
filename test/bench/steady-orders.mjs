import { randomUUID } from 'node:crypto';
import { orderText, singles } from './basket.mjs';
import { Wire } from './wire.mjs';

/**
 * Orders at a steady pace, whatever the answers do, until `stop` is called. Time counts from when an order was due, so a server that
 * falls behind cannot hide it.
 * @param {{ port: number, offers: import('./basket.mjs').Offer[], perSecond: number }} wanted
 */
export function steadyOrders({ port, offers, perSecond }) {
  const next = singles(offers, 1);
  /** @type {Wire[]} */
  const idle = [];
  /** @type {number[]} */
  const took = [];
  /** @type {Set<Promise<void>>} */
  const underWay = new Set();
  /** @type {unknown} */
  let failed;
  const begun = performance.now();
  let nth = 0;

  // Those at the bottom may have been closed meanwhile: nobody needed them.
  const openWire = () => {
    for (let wire = idle.pop(); wire !== undefined; wire = idle.pop()) if (wire.isOpen) return wire;
    return new Wire(port);
  };
  const one = async (/** @type {number} */ due) => {
    const wire = openWire();
    const { status, body } = await wire.ask(orderText(next(), randomUUID()));
    if (status >= 300) throw new Error(`an order was answered ${status}: ${body.toString('utf8').slice(0, 300)}`);
    idle.push(wire);
    took.push(performance.now() - due);
  };
  const timer = setInterval(() => {
    for (let due = begun + (nth * 1000) / perSecond; due <= performance.now(); due = begun + (nth * 1000) / perSecond) {
      nth += 1;
      const order = one(due)
        .catch((error) => (failed = error))
        .finally(() => underWay.delete(order));
      underWay.add(order);
    }
  }, 5);

  return async () => {
    clearInterval(timer);
    await Promise.all(underWay);
    for (const wire of idle) wire.close();
    if (failed) throw failed;
    took.sort((left, right) => left - right);
    const at = (/** @type {number} */ share) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
    return { done: took.length, p50: at(0.5), p99: at(0.99) };
  };
}
