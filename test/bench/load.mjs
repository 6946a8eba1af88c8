/**
 * The load generator, a process of its own: `node load.mjs '<json>'` sends requests over so many connections for so many
 * seconds, each connection its next request at the answer to the last, and prints what came back as one JSON line.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { baskets, orderText, singles } from './basket.mjs';
import { measure } from './measure.mjs';
import { requestText, Wire } from './wire.mjs';

/**
 * @typedef {object} Load
 * @property {number} port
 * @property {number} connections
 * @property {number} seconds
 * @property {string[]} [paths] read in turn
 * @property {string} [offersFile] place orders on these offers instead
 * @property {number} [seed]
 * @property {boolean} [single] of one line each instead of three over two suppliers
 * @property {boolean} [inOneCall] for the bare script
 */

/** @param {Load} load @returns {() => string | Buffer} */
function requestsOf({ paths, offersFile, seed = 1, single = false }) {
  if (offersFile === undefined) {
    const ready = (paths ?? []).map((path) => Buffer.from(requestText('GET', path, { accept: 'application/json' })));
    let turn = 0;
    return () => /** @type {Buffer} */ (ready[turn++ % ready.length]);
  }
  const basket = (single ? singles : baskets)(JSON.parse(readFileSync(offersFile, 'utf8')), seed);
  return () => orderText(basket(), randomUUID());
}

/** @param {Load} load */
async function run(load) {
  const next = requestsOf(load);
  const wires = Array.from({ length: load.connections }, () => new Wire(load.port));
  try {
    return await measure({ atOnce: load.connections, seconds: load.seconds }, async (place) => {
      const { status, body } = await /** @type {Wire} */ (wires[place]).ask(next());
      // A server that refuses is fast; its answers must not count.
      if (status >= 300) throw new Error(`answered ${status}: ${body.toString('utf8').slice(0, 500)}`);
    });
  } finally {
    for (const wire of wires) wire.close();
  }
}

run(JSON.parse(process.argv[2] ?? '{}')).then(
  (outcome) => console.log(JSON.stringify(outcome)),
  (error) => {
    console.error(error.message);
    process.exitCode = 1;
  },
);
