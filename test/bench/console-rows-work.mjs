/**
 * What the console bench reads by our own code: `node console-rows-work.mjs` turns pages of the long lists (the first, one far within, the other
 * way round, sorted, searched) and prints one JSON line.
 */
import { createRequire } from 'node:module';
import { median } from './rounds.mjs';
import { root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { listShippingTasks } = load('./libs/ordering/actions/view-shipping-task.js');
const { viewStatements } = load('./libs/settlement/actions/view-settlement.js');

const ROUNDS = 9;
const LIMIT = 100;
const database = await Database.open({ url: String(process.env.DATABASE_URL), pool: 4 });

// The rows were written without their seals: to open a hundred takes a part of a millisecond.
const vault = { open: () => JSON.stringify({ address: '示例路 1 号', name: '示例', phone: '13800000000' }) };
const { rows } = await database.pool.query(`select md5('list0')::uuid as supplier`);
const everything = { everything: true, suppliers: [], jurisdictions: [] };
const own = { everything: false, suppliers: [rows[0].supplier], jurisdictions: [] };

/** @typedef {{ data: { id: string }[], nextCursor: string | null }} Page */
/** @type {Record<string, (query: object) => Promise<Page>>} */
const lists = {
  orders: (query) => listShippingTasks(database, vault, [rows[0].supplier], { limit: LIMIT, ...query }),
  statements: (query) => viewStatements(database, everything, { limit: LIMIT, ...query }),
  ownStatements: (query) => viewStatements(database, own, { limit: LIMIT, ...query }),
};

const far = (/** @type {string} */ place) => Buffer.from(place).toString('base64url');
/** The fifty thousandth of the statements, and of the orders, where every second one is somebody else's. */
const middle = '00000000-c350-7000-8000-000000000000';
const middleOrder = '00000001-86a0-7000-8000-000000000000';

/** How many rows are on the page, where that is not a hundred. @type {[string, string, object, number?][]} */
const pages = [
  ['orders', 'first', {}],
  ['orders', 'far within', { cursor: far(middleOrder) }],
  ['orders', 'newest first', { sort: '-placed' }],
  ['orders', 'of one state, far within', { state: 'toShip', cursor: far(middleOrder) }],
  ['orders', 'found by the end of a number', { q: '99998' }, 2],
  ['orders', 'found by their goods, newest first', { q: '苹果', sort: '-placed' }],
  ['orders', 'of one state and goods that nobody ordered', { state: 'toShip', q: '榴莲' }, 0],
  ['orders', 'goods that nobody ordered', { q: '榴莲' }, 0],
  ['statements', 'first', {}],
  ['statements', 'largest first', { sort: '-closing' }],
  ['statements', 'by sum, far within', { sort: 'closing', cursor: far(`500000:${middle}`) }],
  ['ownStatements', 'first', {}],
  ['ownStatements', 'largest first', { sort: '-closing' }],
];

const told = [];
for (const [list, page, query, wanted = LIMIT] of pages) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    const { data } = await /** @type {(query: object) => Promise<Page>} */ (lists[list])(query);
    times.push(performance.now() - began);
    if (data.length !== wanted) throw new Error(`${list}, ${page}: ${data.length} rows`);
  }
  told.push({ list, page, first: times[0], ms: median(times) });
}
console.log(JSON.stringify(told));
await database.close();
