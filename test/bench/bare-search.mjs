/**
 * What the searches are held against: a bare Fastify that runs the very statements of our routes for each question, recorded from
 * our own actions at start, and answers the rows as they come.
 */
import { createRequire } from 'node:module';
import { fastify } from 'fastify';
import pg from 'pg';
import { record, replay } from './recorded.mjs';
import { searchPaths } from './search-data.mjs';
import { pool as connections, root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { postgresEngine } = load('./libs/catalogue/store/search/postgres-engine.js');
const { searchProducts } = load('./libs/catalogue/actions/search/search-products.js');
const { countFacets } = load('./libs/catalogue/actions/search/count-facets.js');

const url = String(process.env.DATABASE_URL);
const database = await Database.open({ url, pool: 2 });
/** @type {Map<string, import('./recorded.mjs').Query[][]>} */
const known = new Map();
for (const path of Object.values(searchPaths).flat()) {
  const { pathname, searchParams } = new URL(path, 'http://bench');
  const asked = Object.fromEntries(searchParams);
  const ask = (/** @type {any} */ reader) => {
    const parts = { database: reader, engine: postgresEngine(reader) };
    return pathname.endsWith('facets')
      ? countFacets(parts, asked)
      : searchProducts(parts, { sort: 'recommended', ...asked, limit: 24 });
  };
  known.set(path, (await record(database, ask)).steps);
}
await database.close();

const pool = new pg.Pool({ connectionString: url, max: connections, options: '-c role=xihuo_app -c timezone=UTC' });
const server = fastify();
server.get('/health/ready', () => ({ ready: true }));
server.get('/api/v1/*', (request) => replay(pool, known.get(request.url) ?? []));
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.once('SIGTERM', () => void server.close().then(() => pool.end()));
