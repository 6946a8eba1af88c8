/**
 * What the reads are held against: a bare Fastify that runs the very statements of our routes, prepared under the same
 * names with the same values, over a pool of the same size, and answers the rows as they come. No validation, no views.
 * At start it lets our own actions run once for each page and keeps what they asked the database.
 */
import { createRequire } from 'node:module';
import { fastify } from 'fastify';
import pg from 'pg';
import { pool as connections, root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { listProducts } = load('./libs/catalogue/actions/list-products.js');
const { viewProductPage } = load('./libs/insight/actions/view-product-page.js');

/** @typedef {{ name: string, text: string, values: unknown[] }} Query */

const url = String(process.env.DATABASE_URL);
const database = await Database.open({ url, pool: 2 });

/**
 * @template T
 * @param {(database: unknown) => Promise<T>} action
 * @returns {Promise<{ answer: T, steps: Query[][] }>} statements that were sent together stand in one step
 */
async function record(action) {
  /** @type {Query[][]} */
  const steps = [];
  let running = 0;
  const answer = await action({
    async read(/** @type {{ name: string, text: string }} */ { name, text }, /** @type {unknown[]} */ values = []) {
      if (running === 0) steps.push([]);
      steps.at(-1)?.push({ name, text, values });
      running += 1;
      return database.read({ name, text }, values).finally(() => (running -= 1));
    },
  });
  return { answer, steps };
}

const list = await record((recorder) => listProducts(recorder, { sort: 'recommended', limit: 24 }));
/** @type {Map<string, Query[][]>} */
const pages = new Map();
for (const { slug } of list.answer.data)
  pages.set(slug, (await record((recorder) => viewProductPage(recorder, slug))).steps);
await database.close();

const pool = new pg.Pool({ connectionString: url, max: connections, options: '-c role=xihuo_app -c timezone=UTC' });

/** @param {Query[][]} steps */
async function replay(steps) {
  const results = [];
  for (const step of steps) results.push(...(await Promise.all(step.map((query) => pool.query(query)))));
  return results.map(({ rows }) => rows);
}

const server = fastify();
server.get('/health/ready', () => ({ ready: true }));
server.get('/api/v1/products', () => replay(list.steps));
server.get('/api/v1/products/:slug', (request) => {
  const { slug } = /** @type {{ slug: string }} */ (request.params);
  return replay(/** @type {Query[][]} */ (pages.get(slug)));
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => void server.close().then(() => pool.end()));
