import type { Browser, Page } from 'playwright-core';
import { waitUntil } from '../../infra/embedded/processes.mjs';
import { Caller } from '../views/caller';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, Visitor } from './visitor';

/** What was read is there again after a reload without a network; what belongs to an account is not, nor anything after a sign-out. */

jest.setTimeout(900_000);

let house: RunningHouse;
let browser: Browser;
let visitor: Visitor;
let page: Page;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});
beforeEach(async () => {
  visitor = await Visitor.arrive(browser, 'offline', 390, { serviceWorkers: 'allow' });
  visitor.provokes(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch|FetchEvent/);
  ({ page } = visitor);
});
afterEach(() => visitor.leave());

const PRODUCT = '/p/jing-ning-ping-guo';
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name }).waitFor();

/** The addresses of everything that the worker keeps. */
const kept = () =>
  page.evaluate(async () => {
    const shelves = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const keys = await Promise.all(shelves.map((shelf) => shelf.keys()));
    return keys.flat().map(({ url }) => new URL(url).pathname);
  });

async function untilKept(path: string, isKept = true): Promise<void> {
  const isSo = async () => (await kept()).includes(path) === isKept;
  if (!(await waitUntil(isSo, 60_000, 50))) throw new Error(`${path} is ${isKept ? 'not kept' : 'still kept'}.`);
}

test('pages that were opened or passed through are read again without a network, and what was not says so', async () => {
  await visitor.open(house.origin + PRODUCT);
  await untilKept(PRODUCT);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('button', { name: '加入购物车' }).click();
  await page.getByRole('link', { name: '购物车' }).first().click();
  await heading('购物车');
  await visitor.open(`${house.origin}/venues`);
  await page.getByRole('main').getByRole('link').first().waitFor();
  await untilKept('/venues');

  await page.context().setOffline(true);
  const document = await page.goto(house.origin + PRODUCT);
  await heading('静宁苹果');
  await page.getByRole('status').getByText('网络已断开').first().waitFor();
  // What is read from here keeps to the same rules as what comes from the house.
  expect(document!.fromServiceWorker()).toBe(true);
  expect(document!.headers()['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^ ;]+';/);
  await page.goto(`${house.origin}/venues`);
  await page.getByRole('main').getByRole('link').first().waitFor();
  await page.goto(`${house.origin}/cart`);
  await page.getByText('静宁苹果').first().waitFor();
  await visitor.judge('the cart without a network');
  await page.goto(`${house.origin}/register`);
  await page.getByRole('alert').waitFor();

  await page.context().setOffline(false);
  const worker = await page.request.get(`${house.origin}/offline-worker.js`);
  expect(worker.headers()).toMatchObject({
    'cache-control': 'no-cache',
    'content-security-policy': expect.stringContaining("connect-src 'self';"),
  });
  expect(visitor.complaints).toEqual([]);
});

test('nothing of an account is kept, and after a sign-out nothing that was read', async () => {
  await visitor.open(house.origin + PRODUCT);
  await untilKept(PRODUCT);
  await Caller.signIn(house, house.account('buyer'), page.context().request);
  await page.evaluate(() => localStorage.setItem('xihuo.account', 'true'));
  for (const path of ['/products', '/account', '/orders', '/account/messages']) await visitor.open(house.origin + path);
  await untilKept('/products');
  const somebodys = /^(\/api\/v1)?\/(me|orders|account|sessions)(\/|$)|^\/api\/v1\/cart/;
  expect((await kept()).filter((path) => somebodys.test(path))).toEqual([]);

  await visitor.open(`${house.origin}/account`);
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByLabel('手机号').waitFor();
  await untilKept(PRODUCT, false);
  await page.context().setOffline(true);
  await page.goto(house.origin + PRODUCT);
  await page.getByRole('main').getByRole('alert').waitFor();
  expect(await page.getByText('静宁苹果').count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
});
