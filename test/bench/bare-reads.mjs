/**
 * What the reads are held against: a bare Fastify that runs the very statements of our routes, prepared under the same
 * names with the same values, over a pool of the same size, and answers the rows as they come. No validation, no views.
 * At start it lets our own actions run once for each page and keeps what they asked the database.
 */
import { createRequire } from 'node:module';
import { fastify } from 'fastify';
import pg from 'pg';
import { record, replay } from './recorded.mjs';
import { pool as connections, root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { listProducts } = load('./libs/catalogue/actions/list-products.js');
const { viewProductPage } = load('./libs/insight/actions/view-product-page.js');

/** @typedef {import('./recorded.mjs').Query} Query */

const url = String(process.env.DATABASE_URL);
const database = await Database.open({ url, pool: 2 });

const list = await record(database, (recorder) => listProducts(recorder, { sort: 'recommended', limit: 24 }));
/** @type {Map<string, Query[][]>} */
const pages = new Map();
for (const { slug } of list.answer.data)
  pages.set(slug, (await record(database, (recorder) => viewProductPage(recorder, slug))).steps);
await database.close();

const pool = new pg.Pool({ connectionString: url, max: connections, options: '-c role=xihuo_app -c timezone=UTC' });

const server = fastify();
server.get('/health/ready', () => ({ ready: true }));
server.get('/api/v1/products', () => replay(pool, list.steps));
server.get('/api/v1/products/:slug', (request) => {
  const { slug } = /** @type {{ slug: string }} */ (request.params);
  return replay(pool, /** @type {Query[][]} */ (pages.get(slug)));
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => void server.close().then(() => pool.end()));
