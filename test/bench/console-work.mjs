/** What the console bench has done by our own code: `node console-work.mjs` reads every table of sales for a year, and prints one JSON line. */
import { createRequire } from 'node:module';
import { FROM, UNTIL, WITHIN } from './results-data.mjs';
import { median } from './rounds.mjs';
import { root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { viewSales } = load('./libs/insight/actions/view-results.js');

const TABLES = ['months', 'pairings', 'counties', 'keyCounties', 'categories', 'channels', 'campaigns'];
const ROUNDS = 5;

const database = await Database.open({ url: String(process.env.DATABASE_URL), pool: 4 });
const everywhere = [{ role: 'operator', organisationId: null, jurisdiction: null, householdId: null }];

/** @param {string} table @param {string} from @param {string} until */
async function read(table, from, until) {
  const began = performance.now();
  const { data } = await viewSales(database, everywhere, { table, from, until });
  const ms = performance.now() - began;
  const orders = data.reduce(
    (/** @type {number} */ sum, /** @type {any} */ row) => sum + row.purchased.orders + row.helped.orders,
    0,
  );
  return { ms, rows: data.length, orders };
}

/** @param {string} table @param {string} from @param {string} until */
async function measure(table, from, until) {
  // The first of a connection plans it, as the first reader of a process finds it.
  const first = await read(table, from, until);
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push((await read(table, from, until)).ms);
  return { ...first, first: first.ms, ms: median(times) };
}

const tables = [];
for (const table of TABLES) {
  const year = await measure(table, FROM, UNTIL);
  const within = await measure(table, WITHIN[0], WITHIN[1]);
  tables.push({ table, ...year, within: within.ms });
}
console.log(JSON.stringify(tables));
await database.close();
