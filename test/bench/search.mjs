// Lists, searches and their facets over 100,000 products made of the real ones, and what a page touches at three sizes.
import { get } from 'node:http';
import { interleave, median } from './rounds.mjs';
import { growCatalogue, searchPaths, typing } from './search-data.mjs';
import { Stage } from './stage.mjs';

const products = 100_000;
const connections = 16;
const rounds = 7;
const seconds = 1;
const openPerSecond = 50;
const openSeconds = 15;

/** @param {import('./report.mjs').Report} report */
export async function search(report) {
  const stage = new Stage('search');
  try {
    await stage.database();
    const owner = await stage.owner();
    const work = async (/** @type {string} */ name) =>
      JSON.parse(await stage.tool('test/bench/search-work.mjs', [name]));
    const touched = async (/** @type {number} */ size) => {
      await growCatalogue(owner, size);
      const pages = await work('buffers');
      report.say(
        `${size} products: a page touches ${pages.list} pages of the database (list), ${pages.text} (text), ${pages.facets} (facets)`,
      );
      return pages;
    };
    const small = await touched(10_000);
    const large = await touched(products);
    for (const [figure, limit] of /** @type {const} */ ([
      ['list', 1.5],
      ['text', 12],
      ['facets', 12],
    ]))
      report.figure({ figure: `buffers-${figure}`, value: large[figure] / small[figure], unit: 'times', limit });

    const anew = await work('reindex');
    report.say(`${products} products looked through again, at most ${Math.round(anew.memoryMb)} MB`);
    report.figure({ figure: 'reindex', value: anew.seconds, unit: 's', limit: 30 });
    await owner.query('vacuum (analyze) catalogue.search_document');

    await speed(report, stage);
    if (process.env.BENCH_WITHOUT_MILLION === undefined) await touched(1_000_000);
  } finally {
    await stage.down();
  }
}

/** @param {import('./report.mjs').Report} report @param {Stage} stage */
async function speed(report, stage) {
  const api = await stage.server('api', 'dist/server/apps/api/main.js', '/health/ready');
  const bare = await stage.server('bare', 'test/bench/bare-search.mjs', '/health/ready');
  for (const [figure, paths] of Object.entries(searchPaths)) {
    const ask = (/** @type {number} */ port) => () => stage.load({ port, connections, seconds, paths });
    await interleave(1, { api: ask(api), bare: ask(bare) });
    const { api: ours = [], bare: theirs = [] } = await interleave(rounds, { api: ask(api), bare: ask(bare) });
    report.figure({
      figure,
      value: median(ours.map(({ perSecond }) => perSecond)),
      unit: 'requests/s',
      limit: median(theirs.map(({ perSecond }) => perSecond)),
      atLeast: 0.6,
      said: 'bare Fastify with the same statements',
    });
  }
  const alone = async (/** @type {string[]} */ paths) => {
    const runs = [];
    for (let round = 0; round < 5; round += 1)
      runs.push(await stage.load({ port: api, connections: 1, seconds: 2, paths }));
    return { p50: median(runs.map(({ p50 }) => p50)), p95: median(runs.map(({ p95 }) => p95)) };
  };
  const list = await alone(searchPaths.list);
  const text = await alone(searchPaths.text);
  const facets = await alone(searchPaths.facets);
  report.figure({ figure: 'list-p50', value: list.p50, unit: 'ms', limit: 5 });
  report.figure({ figure: 'text-p50', value: text.p50, unit: 'ms', limit: 12 });
  // A page with its filters asks both.
  report.figure({ figure: 'text-with-facets-p50', value: text.p50 + facets.p50, unit: 'ms', limit: 30 });
  report.figure({ figure: 'suggest-p95', value: (await alone(typing)).p95, unit: 'ms', limit: 15 });
  const paths = Object.values(searchPaths).flatMap((some) =>
    Array.from({ length: 20 }, (_, at) => some[at % some.length]),
  );
  const mixed = paths.map((_, at) => paths[(at * 23) % paths.length]);
  const load = { port: api, perSecond: openPerSecond, seconds: openSeconds, paths: mixed };
  const { p50, p99 } = await stage.load(/** @type {any} */ (load), 'test/bench/open-loop.mjs');
  report.say(
    `${openPerSecond} requests a second for ${openSeconds} s, lists, texts and facets alike: p50 ${p50.toFixed(1)} ms`,
  );
  report.figure({ figure: 'open-p99', value: p99, unit: 'ms', limit: 150 });
  report.figure({ figure: 'api-memory', value: await memoryOf(api), unit: 'MB', limit: 300 });
}

/** Resident memory by the process's own word. @param {number} port @returns {Promise<number>} */
function memoryOf(port) {
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port, path: '/metrics' }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.once('end', () => {
        const bytes = /^(?:\w+_)?process_resident_memory_bytes(?:\{[^}]*\})? (\d+)/m.exec(text)?.[1];
        if (bytes === undefined) fail(new Error('the api does not say how much memory it takes'));
        else done(Number(bytes) / 1e6);
      });
    }).once('error', fail);
  });
}
