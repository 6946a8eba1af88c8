/** What the console bench has done by our own code: `node console-work.mjs` reads every table of sales for a year, and prints one JSON line. */
import { createRequire } from 'node:module';
import { FROM, UNTIL, WITHIN } from './results-data.mjs';
import { RARE } from './results-lines.mjs';
import { median } from './rounds.mjs';
import { root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { viewSales, viewSoldLines } = load('./libs/insight/actions/view-results.js');

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

/** A county in the province of the rare keys. */
const COUNTY = '610006';
/** Each with who reads: the first page and the one after it, of a row that is sold every day, of a rare one, of what no key has. */
const DRILLS = [
  ...TABLES.map((table) => ({ table })),
  { table: 'months', key: '2026-01' },
  { table: 'counties', key: COUNTY },
  { table: 'keyCounties', key: '' },
  { table: 'pairings', key: '' },
  { table: 'categories', key: 'kind-3' },
  ...Object.entries(RARE).map(([table, key]) => ({ table, key })),
  ...['categories', 'channels', 'campaigns', 'counties', 'pairings'].map((table) => ({ table, key: 'nothing' })),
].flatMap((asked) => [asked, { ...asked, place: '610000' }, { ...asked, place: COUNTY }]);

/** @param {object} asked */
async function drill(asked) {
  const times = [];
  let rows = 0;
  for (let round = 0; round <= ROUNDS; round += 1) {
    let cursor;
    rows = 0;
    for (let page = 0; page < 2 && cursor !== null; page += 1) {
      const began = performance.now();
      const { data, nextCursor } = await viewSoldLines(database, everywhere, {
        ...{ from: WITHIN[0], until: WITHIN[1], limit: 100, cursor },
        ...asked,
      });
      times.push(performance.now() - began);
      rows += data.length;
      cursor = nextCursor;
    }
  }
  return { asked: Object.values(asked).join(' '), rows, ms: median(times), most: Math.max(...times) };
}

const drills = [];
for (const asked of DRILLS) drills.push(await drill(asked));
console.log(JSON.stringify({ tables, drills }));
await database.close();
