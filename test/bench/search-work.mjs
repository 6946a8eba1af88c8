/** What the search bench has done by our own code: `node search-work.mjs reindex | buffers` prints one JSON line. */
import { createRequire } from 'node:module';
import { questions } from './search-data.mjs';
import { root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { command } = load('./libs/platform/database/command.js');
const { indexAnew } = load('./libs/catalogue/actions/search/index-products.js');
const { indexProductsJob } = load('./libs/catalogue/jobs/index-products.job.js');
const { postgresEngine } = load('./libs/catalogue/store/search/postgres-engine.js');
const { searchProducts } = load('./libs/catalogue/actions/search/search-products.js');
const { countFacets } = load('./libs/catalogue/actions/search/count-facets.js');

const database = await Database.open({ url: String(process.env.DATABASE_URL), pool: 2 });

/** Everything looked through again, as the worker does it. */
async function reindex() {
  const options = { name: 'bench', actor: { kind: 'system', name: 'bench' }, requestId: 'bench' };
  await command(database, options, indexAnew);
  const began = performance.now();
  await indexProductsJob.run({ database });
  const [{ waiting }] = await database.read({
    name: '',
    text: 'select count(*)::int as waiting from catalogue.search_stale',
  });
  if (waiting !== 0) throw new Error(`${waiting} products were not looked through`);
  return { seconds: (performance.now() - began) / 1000, memoryMb: process.resourceUsage().maxRSS / 1000 };
}

/** Pages of the database that a page of ours touches: a middling one of all questions. */
async function buffers() {
  const counted = async (/** @type {(parts: any) => Promise<unknown>} */ work) => {
    let pages = 0;
    const reader = {
      async read(/** @type {{ name: string, text: string }} */ wanted, /** @type {unknown[]} */ values = []) {
        const explained = await database.pool.query({
          text: `explain (analyze, buffers, timing off, format json) ${wanted.text}`,
          values,
        });
        const plan = explained.rows[0]['QUERY PLAN'][0].Plan;
        pages += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
        return database.read(wanted, values);
      },
    };
    await work({ database: reader, engine: postgresEngine(reader) });
    return pages;
  };
  const median = async (/** @type {(q: string) => (parts: any) => Promise<unknown>} */ ask) => {
    const all = [];
    for (const question of questions) all.push(await counted(ask(question)));
    return all.sort((one, other) => one - other)[all.length >> 1];
  };
  return {
    list: await counted((parts) => searchProducts(parts, { sort: 'recommended', limit: 24 })),
    text: await median((q) => (parts) => searchProducts(parts, { q, sort: 'recommended', limit: 24 })),
    facets: await median((q) => (parts) => countFacets(parts, { q })),
  };
}

const done = process.argv[2] === 'reindex' ? await reindex() : await buffers();
await database.close();
console.log(JSON.stringify(done));
