// How long the sheet of prices and stock takes from a key to the next picture, with two thousand packs: the built console in a Chromium, the
// api played by this process, so that only the page is measured.
import { createReadStream, existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { buildAll, isBuilt } from '../../infra/embedded/build.mjs';
import { findChromium } from '../../infra/tidy/find-chromium.mjs';
import { root } from './stage.mjs';

const PACKS = 2_000;
const MOST_MS = 200;
const CELLS = 60;
/** Undone is every tenth. */
const UNDO = 10;
const built = join(root, 'dist/console');
/** @type {Record<string, string>} */
const KINDS = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const supplier = '00000000-0000-7000-8000-000000000001';
const id = (/** @type {string} */ kind, /** @type {number} */ n) =>
  `${kind}0000000-0000-7000-8000-${String(n).padStart(12, '0')}`;
const product = (/** @type {number} */ n) => ({
  ...{ productId: id('a', n), slug: `p-${n}`, name: { zh: `示例商品${n}`, en: `Example ${n}` }, category: 'fruit' },
  packs: [0, 1].map((pack) => ({
    skuId: id('b', n * 2 + pack),
    pack: `${pack + 1} kg`,
    price: { amount: String(1000 + n), currency: 'CNY' },
  })),
  ...{ dossier: null, recognition: null, maySell: true, photo: null },
});
const shelf = (/** @type {number} */ n) => ({
  ...{ skuId: id('b', n), productId: id('a', n >> 1), productSlug: `p-${n >> 1}`, productName: '', pack: '' },
  ...{ onHand: 100, reserved: 2, counted: true },
  places: [{ venue: null, onHand: 100, reserved: 2, counted: true, version: 1 }],
});
const me = {
  ...{ personId: id('c', 1), displayName: '示例', surface: 'console', secondFactorPending: false },
  expiresAt: '2099-01-01T00:00:00.000Z',
  grants: [
    {
      ...{ id: id('d', 1), role: 'supplier', jurisdiction: null, household: null },
      organisation: { id: supplier, name: '示例合作社' },
    },
  ],
  preferences: { elder: null },
};

/** @param {URL} url */
function answerOf(url) {
  const path = url.pathname.replace('/api/v1', '');
  if (path === '/me') return me;
  if (path === `/suppliers/${supplier}/stock`) return { data: Array.from({ length: PACKS }, (_, n) => shelf(n)) };
  if (path === `/suppliers/${supplier}/products`) {
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const to = Math.min(from + Number(url.searchParams.get('limit')), PACKS / 2);
    const data = Array.from({ length: to - from }, (_, n) => product(from + n));
    return { data, nextCursor: to < PACKS / 2 ? String(to) : null };
  }
  return { data: [], nextCursor: null };
}

function serve() {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/api/')) {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answerOf(url)));
      return;
    }
    const file = join(built, url.pathname.replace('/console', ''));
    const found = extname(file) !== '' && existsSync(file) ? file : join(built, 'index.html');
    response.setHeader('content-type', KINDS[extname(found)] ?? 'application/octet-stream');
    createReadStream(found).pipe(response);
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

/** @param {import('./report.mjs').Report} report */
export async function inp(report) {
  if (!isBuilt()) await buildAll();
  const server = /** @type {import('node:http').Server} */ (await serve());
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({ executablePath, args });
  try {
    const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN' });
    await page.addInitScript(() => {
      // A key is down, pressed and up: one interaction, as long as the longest of its events.
      /** @type {Map<number, number>} */
      const took = new Map();
      Object.assign(globalThis, { took });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) {
          const of = Number(Reflect.get(entry, 'interactionId') ?? 0);
          if (of > 0) took.set(of, Math.max(took.get(of) ?? 0, entry.duration));
        }
      }).observe({ type: 'event', durationThreshold: 16, buffered: true });
    });
    await page.goto(`http://127.0.0.1:${port}/console/catalogue/grid`);
    await page.locator('[role=gridcell]').first().click();
    const keys = Array.from({ length: CELLS }, (_, at) => [
      ...`${20 + at}`,
      'Enter',
      ...(at % UNDO === UNDO - 1 ? ['Control+z'] : []),
    ]).flat();
    for (const key of [...keys, 'Control+End']) await page.keyboard.press(key);
    const edited = (await page.locator('button', { hasText: '保存' }).textContent())?.trim() ?? '';
    if (!edited.includes(String(CELLS - CELLS / UNDO))) throw new Error(`the keys did not reach the sheet: ${edited}`);
    const took = await page.evaluate(
      () =>
        new Promise((resolve) =>
          requestAnimationFrame(() => setTimeout(() => resolve([...Reflect.get(globalThis, 'took').values()]), 200)),
        ),
    );
    const times = /** @type {number[]} */ (took).toSorted((one, other) => other - one);
    report.say(
      `${edited}; ${keys.length} keys, ${times.length} interactions of 16 ms or more, the slowest ${times.slice(0, 5).join(', ')} ms`,
    );
    // As the measure is defined: of every fifty interactions the slowest is left out.
    const value = times[Math.floor(keys.length / 50)] ?? 16;
    report.figure({
      ...{ figure: 'inp', value, unit: 'ms', limit: MOST_MS },
      said: `from a key to the next picture on a sheet of ${PACKS} packs; at most`,
    });
  } finally {
    await browser.close();
    server.close();
  }
}
