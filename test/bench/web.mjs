// What a phone makes of the shop's pages: Lighthouse's mobile marks, the median of five runs each, of the built app with the
// demonstration data. How much script each page loads first is held at every build (libs/ui/build/budget.mjs).
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '../../infra/tidy/find-chromium.mjs';
import { portNear } from '../../infra/embedded/ports.mjs';
import { median } from './rounds.mjs';
import { root } from './stage.mjs';
import { endHouse, startHouse, untilServed } from './start.mjs';

const RUNS = Number(process.env['BENCH_WEB_RUNS'] ?? 5);
const tool = join(import.meta.dirname ?? join(root, 'test/bench'), 'lighthouse');

/** Marks of 100; CLS has no unit. @type {Record<string, { of: string, unit: string }>} */
const others = {
  accessibility: { of: 'accessibility', unit: 'of 100' },
  practices: { of: 'best-practices', unit: 'of 100' },
};

/** @param {import('./report.mjs').Report} report */
export async function web(report) {
  await install(report);
  const dataDir = mkdtempSync(join(tmpdir(), 'xihuo-bench-web-'));
  const port = await portNear(3180);
  const house = startHouse(root, dataDir, port);
  const clean = async () => {
    if (house.pid) await endHouse(house.pid);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.once(signal, () => void clean().finally(() => process.exit(1)));
  try {
    await untilServed(house, port);
    const origin = `http://localhost:${port}`;
    for (const page of await pagesOf(origin)) await measure(report, origin, page);
  } finally {
    await clean();
  }
}

/**
 * @typedef {{ name: string, path: string, wanted: number }} Page
 * @param {string} origin
 * @returns {Promise<Page[]>}
 */
async function pagesOf(origin) {
  const list = await json(`${origin}/api/v1/products?limit=24`);
  const products = await Promise.all(
    list.data.map((/** @type {{ slug: string }} */ { slug }) => json(`${origin}/api/v1/products/${slug}`)),
  );
  const product = products.find(({ lots }) => lots.length > 0);
  if (!product) throw new Error('of the first goods none has a lot to look at');
  return [
    { name: 'home', path: '/', wanted: 95 },
    { name: 'list', path: '/products', wanted: 95 },
    { name: 'product', path: `/p/${product.slug}`, wanted: 95 },
    { name: 'lot', path: `/lots/${product.lots[0].code}`, wanted: 95 },
    { name: 'cart', path: '/cart', wanted: 90 },
    { name: 'register', path: '/register', wanted: 90 },
    { name: 'venues', path: '/venues', wanted: 90 },
    { name: 'farmer', path: '/farmer', wanted: 90 },
  ];
}

/** @param {import('./report.mjs').Report} report @param {string} origin @param {Page} page */
async function measure(report, origin, { name, path, wanted }) {
  const runs = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await look(origin + path));
  const marks = runs.map(({ categories }) => Math.round(100 * categories.performance.score));
  /** @param {string} audit */
  const times = (audit) => Math.round(median(runs.map(({ audits }) => audits[audit].numericValue)));
  report.say(
    `${name}: performance ${marks.join(' ')}; FCP ${times('first-contentful-paint')} ms, LCP ${times('largest-contentful-paint')} ms, ` +
      `TBT ${times('total-blocking-time')} ms`,
  );
  report.figure({ figure: `${name}-performance`, value: median(marks), unit: 'of 100', limit: wanted, atLeast: 1 });
  for (const [figure, { of, unit }] of Object.entries(others)) {
    const value = median(runs.map(({ categories }) => Math.round(100 * categories[of].score)));
    report.figure({
      figure: `${name}-${figure}`,
      value,
      unit,
      limit: figure === 'accessibility' ? 100 : 95,
      atLeast: 1,
    });
  }
  const shift = median(runs.map(({ audits }) => audits['cumulative-layout-shift'].numericValue));
  report.figure({ figure: `${name}-cls`, value: shift, unit: '', limit: 0.05 });
}

/** What the tool says where it lost what it had recorded: its own fault, and not the page's. */
const LOST = /NO_NAVSTART|NO_TRACING_STARTED|PROTOCOL_TIMEOUT/;

/** One look at a page by a fresh browser. @param {string} url @param {number} [again] @returns {Promise<any>} */
async function look(url, again = 2) {
  try {
    return await lookOnce(url);
  } catch (error) {
    if (again === 0 || !LOST.test(String(error))) throw error;
    return look(url, again - 1);
  }
}

/** @param {string} url */
async function lookOnce(url) {
  const { executablePath, args = [] } = await findChromium();
  const flags = ['--headless=new', '--no-sandbox', ...args.filter((arg) => !arg.startsWith('--headless'))].join(' ');
  const out = await run(
    [join(tool, 'node_modules/lighthouse/cli/index.js'), url, '--quiet', '--output=json', `--chrome-flags=${flags}`],
    { ...process.env, CHROME_PATH: executablePath },
  );
  return JSON.parse(out);
}

/** Into a folder of its own, once: it wants more than the project itself. @param {import('./report.mjs').Report} report */
async function install(report) {
  const { dependencies } = JSON.parse(readFileSync(join(tool, 'package.json'), 'utf8'));
  const installed = join(tool, 'node_modules/lighthouse/package.json');
  if (existsSync(installed) && JSON.parse(readFileSync(installed, 'utf8')).version === dependencies.lighthouse) return;
  report.say(`installing Lighthouse ${dependencies.lighthouse}`);
  await new Promise((resolve, reject) => {
    const child = spawn('npm', ['ci', '--prefix', tool], { cwd: tool, stdio: 'ignore' });
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(undefined) : reject(new Error(`npm ci ended with ${code}`))));
  });
}

/** @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<string>} */
function run(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    let said = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(out) : reject(new Error(said.slice(-2000)))));
  });
}

/** @param {string} url */
const json = async (url) => (await fetch(url)).json();
