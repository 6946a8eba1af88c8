// A rush on one SKU: nothing is sold twice, nobody gets an error, and neither its buyers nor those of other goods wait for it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fillShelves, tradeForAWhile } from './order.mjs';
import { interleave, median } from './rounds.mjs';
import { growCatalogue } from './search-data.mjs';
import { Stage } from './stage.mjs';

const buyers = 1_000;
const packs = 500;
const wanted = 10_000;
const skus = 1_000;
const crowd = 48;
const others = 16;
const seconds = 2;
const rounds = 9;

/**
 * @typedef {object} Shop
 * @property {Stage} stage
 * @property {import('pg').Client} owner
 * @property {number} port
 * @property {{ hot: string, wide: string, rest: string }} files the one SKU, a thousand with it, all but it
 */

/** @param {import('./report.mjs').Report} report */
export async function hot(report) {
  const stage = new Stage('hot');
  try {
    await stage.database();
    const owner = await stage.owner();
    await growCatalogue(owner, skus);
    const offersFile = await fillShelves(stage, owner);
    const { files, hotSku } = await choose(stage, owner);
    await tradeForAWhile(stage, owner, offersFile);
    const port = await stage.server('api', 'dist/server/apps/api/main.js', '/health/ready');
    const shop = { stage, owner, port, files };
    await soldOut(report, shop, hotSku);
    await rate(report, shop);
    await neighbours(report, shop);
    const { rows } = await owner.query(
      'select deadlocks::integer from pg_stat_database where datname = current_database()',
    );
    if (rows[0].deadlocks > 0) throw new Error(`${rows[0].deadlocks} transactions were in each other's way for good`);
  } finally {
    await stage.down();
  }
}

/** @param {Stage} stage @param {import('pg').Client} owner */
async function choose(stage, owner) {
  const { rows } = await owner.query(
    `select sku_id as "skuId", supplier_id as "supplierId", price_fen as "priceFen" from catalogue.offer_v
      where for_sale order by sku_id limit ${skus}`,
  );
  if (rows.length < skus) throw new Error(`only ${rows.length} packs are for sale, not ${skus}`);
  const keep = (/** @type {string} */ name, /** @type {unknown[]} */ offers) => {
    const file = join(stage.folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(offers));
    return file;
  };
  const files = { hot: keep('hot', rows.slice(0, 1)), wide: keep('wide', rows), rest: keep('rest', rows.slice(1)) };
  return { files, hotSku: String(rows[0].skuId) };
}

/**
 * More buyers than packs, all at once: each pack is sold once, everybody else hears that it is gone.
 * @param {import('./report.mjs').Report} report @param {Shop} shop @param {string} sku
 */
async function soldOut(report, { stage, owner, port, files }, sku) {
  await owner.query(
    'update ordering.stock set on_hand = reserved + case when place_id = warehouse_id then $2 else 0 end where sku_id = $1',
    [sku, packs],
  );
  const before = await reserved(owner, sku);
  const asked = JSON.stringify({ port, connections: buyers, offersFile: files.hot });
  const kinds = JSON.parse(await stage.tool('test/bench/rush.mjs', [asked]));
  const sold = (await reserved(owner, sku)) - before;
  report.say(`${buyers} buyers of ${packs} packs were answered ${JSON.stringify(kinds)}`);
  const { 201: placed = 0, '409 OUT_OF_STOCK': refused = 0 } = kinds;
  if (placed + refused !== buyers) throw new Error(`not everybody was answered: ${JSON.stringify(kinds)}`);
  if (sold !== placed || sold > packs) throw new Error(`${placed} orders of ${packs} packs have reserved ${sold}`);
  report.figure({ figure: 'sold', value: sold, unit: 'packs', limit: packs, atLeast: 1, said: 'packs in stock' });
  await owner.query('update ordering.stock set on_hand = 1000000000 where sku_id = $1 and place_id = warehouse_id', [
    sku,
  ]);
}

/** @param {import('pg').Client} owner @param {string} sku @returns {Promise<number>} */
async function reserved(owner, sku) {
  const { rows } = await owner.query('select sum(reserved)::integer as packs from ordering.stock where sku_id = $1', [
    sku,
  ]);
  return rows[0].packs;
}

/**
 * So many orders on one SKU against the same on a thousand, in turn until both sides have them.
 * @param {import('./report.mjs').Report} report @param {Shop} shop
 */
async function rate(report, { stage, port, files }) {
  let seed = 0;
  const place = (/** @type {string} */ offersFile) => () =>
    stage.load({ ...{ port, connections: crowd + others, seconds, offersFile, single: true }, seed: ++seed });
  const sides = { one: place(files.hot), many: place(files.wide) };
  await interleave(1, sides);
  const runs = await interleave(rounds, sides);
  const fewest = () => Math.min(...Object.values(runs).map((side) => side.reduce((sum, { done }) => sum + done, 0)));
  while (fewest() < wanted)
    for (const [name, more] of Object.entries(await interleave(2, sides))) runs[name]?.push(...more);
  const [one, many] = [runs.one ?? [], runs.many ?? []];
  report.say(`${one.length} rounds of ${seconds} s each in turn, ${fewest()} orders and more on each side`);
  report.say(`on one SKU: ${one.map(({ perSecond }) => Math.round(perSecond)).join(' ')} orders/s`);
  report.figure({
    ...{ figure: 'hotRate', value: median(one.map(({ perSecond }) => perSecond)), unit: 'orders/s' },
    ...{ limit: median(many.map(({ perSecond }) => perSecond)), atLeast: 0.8, said: `the same on ${skus} SKUs` },
  });
}

/**
 * Those who buy something else, while a crowd three times as large buys one SKU, and while the same crowd buys all over the shop:
 * as much work for the machine on both sides, so that what differs is the rush.
 * @param {import('./report.mjs').Report} report @param {Shop} shop
 */
async function neighbours(report, { stage, port, files }) {
  let seed = 0;
  const buying = async (/** @type {string} */ offersFile) => {
    const load = { ...{ port, seconds, single: true }, seed: ++seed };
    const [theirs] = await Promise.all([
      stage.load({ ...load, connections: others, offersFile: files.rest }),
      stage.load({ ...load, connections: crowd, offersFile }),
    ]);
    return theirs;
  };
  const sides = { rush: () => buying(files.hot), calm: () => buying(files.rest) };
  await interleave(1, sides);
  const { rush = [], calm = [] } = await interleave(rounds, sides);
  report.figure({
    ...{ figure: 'others-p99', value: median(rush.map(({ p99 }) => p99)), unit: 'ms' },
    ...{ limit: 1.5 * median(calm.map(({ p99 }) => p99)), said: '1.5 times theirs without the rush' },
  });
}
