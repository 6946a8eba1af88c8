// Placing orders over HTTP against bare scripts that write the same rows: round trip by round trip, and in one function call.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { interleave, median } from './rounds.mjs';
import { pool, root, Stage } from './stage.mjs';

const generators = {
  api: 'test/bench/load.mjs',
  bare: 'test/bench/bare-orders.mjs',
  call: 'test/bench/bare-orders.mjs',
};
const rounds = 9;
const seconds = 2;
const tables = [
  'ordering.customer_order',
  'ordering.supplier_order',
  'ordering.order_line',
  'ordering.stock_movement',
  'platform.idempotency_key',
  'platform.outbox_event',
  'platform.audit_content',
];

/** @typedef {import('./measure.mjs').Outcome & { rows: Record<string, number> }} Run */

/** @param {import('./report.mjs').Report} report */
export async function order(report) {
  const stage = new Stage('order');
  try {
    await stage.database();
    const owner = await stage.owner();
    await owner.query(readFileSync(join(root, 'test/bench/order-call.sql'), 'utf8'));
    const offersFile = await fillShelves(stage, owner);
    await tradeForAWhile(stage, owner, offersFile);
    const port = await stage.server('api', 'dist/server/apps/api/main.js', '/health/ready');
    report.say(
      `three lines over two suppliers; pool of ${pool} on both sides; ${rounds} rounds of ${seconds} s each in turn`,
    );
    await compare(report, { stage, owner, port, offersFile, buyers: 64 }, ['api', 'bare', 'call']);
    await compare(report, { stage, owner, port, offersFile, buyers: 256 }, ['api', 'bare']);
  } finally {
    await stage.down();
  }
}

/**
 * Ample stock of everything that may be sold, and the list of it for the buyers.
 * @param {Stage} stage @param {import('pg').Client} owner
 */
export async function fillShelves(stage, owner) {
  await owner.query(`insert into ordering.stock (sku_id, on_hand) select sku_id, 1000000000 from catalogue.offer_v where for_sale
                     on conflict (sku_id, place_id) do update set on_hand = excluded.on_hand`);
  await owner.query(`update catalogue.sku set stock_state = 'inStock'`);
  const { rows } = await owner.query(
    `select sku_id as "skuId", supplier_id as "supplierId", price_fen as "priceFen" from catalogue.offer_v where for_sale order by sku_id`,
  );
  const file = join(stage.folder, 'offers.json');
  writeFileSync(file, JSON.stringify(rows));
  return file;
}

/**
 * PostgreSQL plans its foreign key checks once a connection. Over an empty table it plans to read it all, and keeps to that
 * while it grows, until the next autoanalyze a minute later: a shop in its first minute is not what is measured here.
 * @param {Stage} stage @param {import('pg').Client} owner @param {string} offersFile
 */
export async function tradeForAWhile(stage, owner, offersFile) {
  const load = { port: 0, connections: 16, seconds: 5, offersFile };
  await stage.load(load, generators.bare);
  await owner.query('vacuum (analyze)');
}

/**
 * @param {import('./report.mjs').Report} report
 * @param {{ stage: Stage, owner: import('pg').Client, port: number, offersFile: string, buyers: number }} setting
 * @param {readonly (keyof typeof generators)[]} sides
 */
async function compare(report, { stage, owner, port, offersFile, buyers }, sides) {
  let seed = 0;
  const place = (/** @type {keyof typeof generators} */ side) => async () => {
    const load = { port, connections: buyers, seconds, offersFile, seed: ++seed, inOneCall: side === 'call' };
    const before = await count(owner);
    const outcome = await stage.load(load, generators[side]);
    const after = await count(owner);
    return { ...outcome, rows: perOrder(before, after, outcome.done) };
  };
  const all = Object.fromEntries(sides.map((side) => [side, place(side)]));
  await interleave(1, all);
  const { api = [], bare = [], call = [] } = await interleave(rounds, all);
  assertSame([...api, ...bare, ...call]);
  describe(report, `api,  ${buyers} buyers`, api);
  describe(report, `bare, ${buyers} buyers`, bare);
  report.say(`rows an order, on all sides: ${JSON.stringify(bare[0]?.rows)}`);
  const ours = { value: median(api.map(({ perSecond }) => perSecond)), unit: 'orders/s' };
  report.figure({
    ...{ figure: `orders${buyers}`, ...ours, limit: median(bare.map(({ perSecond }) => perSecond)), atLeast: 1.5 },
    said: 'bare script, round trip by round trip',
  });
  if (call.length === 0) return;
  describe(report, `one call, ${buyers} buyers`, call);
  report.figure({
    ...{ figure: `ordersCall${buyers}`, ...ours, limit: median(call.map(({ perSecond }) => perSecond)), atLeast: 0.6 },
    said: 'bare script, one function call an order',
  });
  const p99 = median(api.map((run) => run.p99));
  report.figure({ figure: `p99-${buyers}`, value: p99, unit: 'ms', limit: 150 });
}

/** @param {import('pg').Client} owner @returns {Promise<Record<string, number>>} */
async function count(owner) {
  const each = tables.map((table) => `(select count(*)::integer from ${table}) as "${table}"`);
  const { rows } = await owner.query(`select ${each.join(', ')}`);
  return rows[0];
}

/** @param {Record<string, number>} before @param {Record<string, number>} after @param {number} orders */
function perOrder(before, after, orders) {
  const rows = tables.map((table) => [table, (Number(after[table]) - Number(before[table])) / orders]);
  return Object.fromEntries(rows);
}

/** Faster by writing less is not faster. @param {Run[]} runs */
function assertSame(runs) {
  const [first, ...others] = runs.map(({ rows }) => JSON.stringify(rows));
  const other = others.find((rows) => rows !== first);
  if (other !== undefined) throw new Error(`the two sides did not write the same rows an order: ${first} and ${other}`);
}

/** @param {import('./report.mjs').Report} report @param {string} name @param {Run[]} runs */
function describe(report, name, runs) {
  const rates = runs.map(({ perSecond }) => Math.round(perSecond)).join(' ');
  const times = `p50 ${median(runs.map(({ p50 }) => p50)).toFixed(1)} ms, p99 ${median(runs.map(({ p99 }) => p99)).toFixed(1)} ms`;
  report.say(`${name}: ${rates} orders/s, ${times}`);
}
