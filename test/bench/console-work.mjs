/** What the console bench has done by our own code: `node console-work.mjs` reads every table of sales for a year, and prints one JSON line. */
import { createRequire } from 'node:module';
import { FROM, UNTIL } from './results-data.mjs';
import { median } from './rounds.mjs';
import { root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { viewSales } = load('./libs/insight/actions/view-results.js');

const TABLES = ['months', 'pairings', 'counties', 'keyCounties', 'categories', 'channels', 'campaigns'];
const ROUNDS = 5;

const database = await Database.open({ url: String(process.env.DATABASE_URL), pool: 4 });
const everywhere = [{ role: 'operator', organisationId: null, jurisdiction: null, householdId: null }];

/** @param {string} table */
async function read(table) {
  const began = performance.now();
  const { data } = await viewSales(database, everywhere, { table, from: FROM, until: UNTIL });
  const ms = performance.now() - began;
  const orders = data.reduce(
    (/** @type {number} */ sum, /** @type {any} */ row) => sum + row.purchased.orders + row.helped.orders,
    0,
  );
  return { ms, rows: data.length, orders };
}

const tables = [];
for (const table of TABLES) {
  // The first of a connection plans it, as the first reader of a process finds it.
  const first = await read(table);
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push((await read(table)).ms);
  tables.push({ table, ...first, first: first.ms, ms: median(times) });
}
console.log(JSON.stringify(tables));
await database.close();
