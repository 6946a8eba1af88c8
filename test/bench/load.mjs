/**
 * The load generator, a process of its own: `node load.mjs '<json>'` sends requests over so many connections for so many
 * seconds, each connection its next request at the answer to the last, and prints what came back as one JSON line.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { baskets, delivery } from './basket.mjs';
import { requestText, Wire } from './wire.mjs';

/**
 * @typedef {object} Load
 * @property {number} port
 * @property {number} connections
 * @property {number} seconds
 * @property {string[]} [paths] read in turn
 * @property {string} [offersFile] place orders on these offers instead
 * @property {number} [seed]
 *
 * @typedef {object} Outcome
 * @property {number} answered
 * @property {number} perSecond
 * @property {number} p50 milliseconds
 * @property {number} p99 milliseconds
 * @property {Record<string, number>} statuses
 * @property {string} [refusal] the first body that was not a success
 */

/** @param {Load} load @returns {() => string | Buffer} */
function requestsOf({ paths, offersFile, seed = 1 }) {
  if (offersFile === undefined) {
    const ready = (paths ?? []).map((path) => Buffer.from(requestText('GET', path, { accept: 'application/json' })));
    let turn = 0;
    return () => /** @type {Buffer} */ (ready[turn++ % ready.length]);
  }
  const basket = baskets(JSON.parse(readFileSync(offersFile, 'utf8')), seed);
  return () => {
    const lines = basket().map(({ skuId, quantity, priceFen }) => ({
      skuId,
      quantity,
      unitPrice: { amount: priceFen, currency: 'CNY' },
    }));
    return requestText(
      'POST',
      '/api/v1/orders',
      { 'idempotency-key': randomUUID() },
      JSON.stringify({ lines, delivery }),
    );
  };
}

/** @param {Load} load @returns {Promise<Outcome>} */
async function run(load) {
  const next = requestsOf(load);
  /** @type {number[]} */
  const took = [];
  /** @type {Record<string, number>} */
  const statuses = {};
  /** @type {string | undefined} */
  let refusal;
  const started = performance.now();
  const end = started + load.seconds * 1000;
  const keepAsking = async () => {
    const wire = new Wire(load.port);
    try {
      for (let at = performance.now(); at < end;) {
        const { status, body } = await wire.ask(next());
        const now = performance.now();
        took.push(now - at);
        at = now;
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (status >= 300) refusal ??= body.toString('utf8').slice(0, 500);
      }
    } finally {
      wire.close();
    }
  };
  await Promise.all(Array.from({ length: load.connections }, keepAsking));
  const seconds = (performance.now() - started) / 1000;
  took.sort((one, other) => one - other);
  const at = (/** @type {number} */ share) => took[Math.min(took.length - 1, Math.floor(took.length * share))] ?? 0;
  return { answered: took.length, perSecond: took.length / seconds, p50: at(0.5), p99: at(0.99), statuses, refusal };
}

run(JSON.parse(process.argv[2] ?? '{}')).then(
  (outcome) => console.log(JSON.stringify(outcome)),
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
