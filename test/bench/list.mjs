// The list and the product page of the real api against a bare server that runs the same prepared SQL.
import { get } from 'node:http';
import { interleave, median } from './rounds.mjs';
import { Stage } from './stage.mjs';

const connections = 16;
const rounds = 15;
const seconds = 1;
const listPath = '/api/v1/products?limit=24';

/** @param {import('./report.mjs').Report} report */
export async function list(report) {
  const stage = new Stage('list');
  try {
    await stage.database();
    const api = await stage.server('api', 'dist/server/apps/api/main.js', '/health/ready');
    const bare = await stage.server('bare', 'test/bench/bare-reads.mjs', '/health/ready');
    const { data } = await getJson(api, listPath);
    if (data.length !== 24) throw new Error(`the first page holds ${data.length} products, not 24`);
    const slugs = data.map((/** @type {{ slug: string }} */ { slug }) => `/api/v1/products/${slug}`);
    report.say(
      `${connections} connections, ${rounds} rounds of ${seconds} s each in turn, medians; no cache on either side`,
    );
    for (const [figure, paths] of [
      ['list', [listPath]],
      ['product', slugs],
    ]) {
      const ask = (/** @type {number} */ port) => () =>
        stage.load({ port, connections, seconds, paths: /** @type {string[]} */ (paths) });
      await interleave(1, { api: ask(api), bare: ask(bare) });
      const { api: ours = [], bare: theirs = [] } = await interleave(rounds, { api: ask(api), bare: ask(bare) });
      describe(report, 'api ', ours);
      describe(report, 'bare', theirs);
      report.figure({
        figure: String(figure),
        value: median(ours.map(({ perSecond }) => perSecond)),
        unit: 'requests/s',
        limit: median(theirs.map(({ perSecond }) => perSecond)),
        atLeast: 0.7,
        said: 'bare Fastify with the same statements',
      });
    }
  } finally {
    await stage.down();
  }
}

/** @param {import('./report.mjs').Report} report @param {string} name @param {import('./measure.mjs').Outcome[]} runs */
function describe(report, name, runs) {
  const rates = runs.map(({ perSecond }) => Math.round(perSecond)).join(' ');
  const times = `p50 ${median(runs.map(({ p50 }) => p50)).toFixed(1)} ms, p99 ${median(runs.map(({ p99 }) => p99)).toFixed(1)} ms`;
  report.say(`${name} ${rates} requests/s, ${times}`);
}

/** @param {number} port @param {string} path @returns {Promise<any>} */
function getJson(port, path) {
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port, path }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += chunk));
      response.once('end', () => done(JSON.parse(text)));
    }).once('error', fail);
  });
}
