import type { Browser, Page } from 'playwright-core';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, Visitor } from './visitor';

jest.setTimeout(900_000);

let house: RunningHouse;
let browser: Browser;
let lot: string;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
  const product = (await (await fetch(`${house.origin}/api/v1/products/jing-ning-ping-guo`)).json()) as {
    lots: { code: string }[];
  };
  lot = product.lots[0]!.code;
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const pages = () => [
  { path: '/', heading: '每一元，都查得到农户手里', kind: 'WebSite' },
  { path: '/products?category=fruit', heading: '水果', kind: 'ItemList' },
  { path: '/p/jing-ning-ping-guo', heading: '静宁苹果', kind: 'Product' },
  { path: `/lots/${lot}`, heading: '静宁苹果的来历', kind: 'IndividualProduct' },
];

/** Everybody's too, without a picture or words for machines of their own. */
const records = [
  ['/venues', '专馆与直供点'],
  ['/venues/beijing-hub', '北京消费帮扶集散中心'],
  ['/campaigns', '西货东输活动'],
  ['/brands', '区域品牌'],
  ['/fairs', '展会'],
  ['/register?kind=company', '准入供应商名册'],
  ['/public', '公开记录'],
  ['/notices', '公示'],
  ['/standards', '准入标准'],
  ['/settings', '规则参数'],
  ['/catalogue-editions/2', '推荐目录'],
  ['/recognitions', '产品认定'],
  ['/privacy', '个人信息保护政策'],
  ['/farmer', '我的收入'],
] as const;

/** What stands in these is somebody's: only the frame around them is drawn. */
const frames = [
  ['/cart', '购物车'],
  ['/orders', '订单'],
  ['/account', '我的'],
  ['/lots', '查批次'],
] as const;

const said = (page: Page, selector: string, attribute: string) => page.locator(selector).getAttribute(attribute);

test('without a script the first view of home, list, product and lot is there, and says what it is to machines', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  for (const { path, heading, kind } of pages()) {
    const answer = await page.goto(house.origin + path);
    expect(answer?.status()).toBe(200);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await page.title()).toContain('西货');
    expect(await said(page, 'meta[name=description]', 'content')).not.toBe('');
    expect(await said(page, 'link[rel=canonical]', 'href')).toBe(house.origin + path);
    expect(await said(page, 'meta[property="og:title"]', 'content')).toBe(await page.title());
    const image = await said(page, 'meta[property="og:image"]', 'content');
    expect((await page.request.get(image!)).headers()['content-type']).toMatch(/^image\//);
    const data = await page.locator('script[type="application/ld+json"]').allTextContents();
    expect(data.map((text) => (JSON.parse(text) as { '@type': string })['@type'])).toContain(kind);
  }
  for (const [path, heading] of records) {
    expect((await page.goto(house.origin + path))?.status()).toBe(200);
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    expect(await page.title()).toContain('西货');
  }
  for (const [path] of frames) {
    expect((await page.goto(house.origin + path))?.status()).toBe(200);
    await page.getByRole('banner').getByRole('combobox').waitFor();
    await page.getByText('正在加载').waitFor({ state: 'attached' });
  }
  expect((await page.goto(`${house.origin}/no-such-page`))?.status()).toBe(404);
  await page.getByRole('heading', { level: 1, name: '没有这个页面' }).waitFor();
  // Nobody is led from a search engine to somebody else's search, and a made-up kind of goods is no title.
  await page.goto(`${house.origin}/products?category=buy-now&q=gouqi`);
  expect(await page.title()).toBe('“gouqi”的搜索结果 · 西货');
  expect(await said(page, 'meta[name=robots][content*=follow]', 'content')).toContain('noindex');
  // A search works before any script has come.
  await page.goto(house.origin);
  await page.getByRole('combobox').fill('静宁');
  await page.getByRole('combobox').press('Enter');
  await page.getByRole('heading', { level: 1, name: '“静宁”的搜索结果' }).waitFor();
  await context.close();
});

test('the sitemap leads to every kind of page, each once, and what it leads to is there', async () => {
  const locations = async (path: string) =>
    [...(await (await fetch(house.origin + path)).text()).matchAll(/<loc>([^<]*)<\/loc>/g)].map(
      ([, url]) => new URL(url!).pathname + new URL(url!).search,
    );
  const lists = await locations('/sitemap.xml');
  const listed = (await Promise.all(lists.map(locations))).flat();
  expect(new Set(listed).size).toBe(listed.length);
  const firsts = [
    '/',
    '/products?category=fruit',
    '/p/',
    '/lots/',
    '/suppliers/',
    '/venues/',
    '/campaigns/',
    '/brands/',
  ];
  for (const first of firsts) {
    const path = listed.find((one) => (first.length > 1 ? one.startsWith(first) : one === first));
    expect((await fetch(house.origin + (path ?? '/api/no-such-kind'))).status).toBe(200);
  }
  expect(listed).toContain(`/lots/${lot}`);
});

test('what is not there is answered so, and the browser says it in words', async () => {
  const visitor = await Visitor.arrive(browser, 'first-view-missing', 390);
  visitor.provokes(/status of 404/);
  for (const path of ['/p/no-such-thing', '/lots/NO-SUCH-LOT']) {
    const answer = await visitor.page.goto(house.origin + path);
    expect(answer?.status()).toBe(404);
    await visitor.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await visitor.page.title()).toMatch(/没有/);
  }
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test.each(['zh-CN', 'en'])(
  'in %s the browser takes over what was drawn, asks for nothing again and finds nothing amiss',
  async (lang) => {
    const visitor = await Visitor.arrive(browser, `first-view-${lang}`, 1280);
    const { page } = visitor;
    await page.context().addCookies([{ name: 'lang', value: lang, url: house.origin }]);
    const asked: string[] = [];
    page.on('request', (request) => request.url().includes('/api/') && asked.push(request.url()));
    // Frames twice: from the second time on their pages are there sooner than they are taken over.
    const paths = [...pages().map(({ path }) => path), ...[...records, ...frames, ...frames].map(([path]) => path)];
    for (const path of paths) {
      await visitor.open(house.origin + path);
      await page.waitForFunction(() => 'begun' in window);
      await page.getByRole('button', { name: lang === 'en' ? '中文' : 'EN', exact: true }).waitFor();
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    }
    // What lies in a cart the server is asked for, after the frame.
    expect(asked.filter((url) => !url.endsWith('/cart'))).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  },
);

test('who goes on from a drawn page does so within it, and what a page says of itself follows', async () => {
  const visitor = await Visitor.arrive(browser, 'first-view-on', 1280);
  const { page } = visitor;
  await visitor.open(`${house.origin}/p/jing-ning-ping-guo`);
  const described = await said(page, 'meta[name=description]', 'content');
  await page.evaluate(() => Object.assign(window, { same: true }));
  await page.getByRole('link', { name: '购物车' }).first().click();
  await page.waitForURL('**/cart');
  await page.getByRole('heading', { level: 1, name: '购物车' }).waitFor();
  expect(await page.evaluate(() => 'same' in window)).toBe(true);
  expect(await said(page, 'meta[name=description]', 'content')).not.toBe(described);
  expect(await page.locator('link[rel=canonical]').count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test.each<[string, () => string, string, (page: Page) => Promise<unknown>]>([
  ['the first page changes its language', () => '/', 'EN', (page) => page.locator('html[lang=en]').waitFor()],
  ['a list opens its filters', () => '/products?category=fruit', '筛选', (page) => page.getByRole('dialog').waitFor()],
  [
    'a product lies in the cart, once',
    () => '/p/jing-ning-ping-guo',
    '加入购物车',
    async (page) => {
      await page.getByText('已加入购物车').first().waitFor();
      await page.goto(`${house.origin}/cart`);
      expect(await page.getByRole('spinbutton', { name: /静宁苹果/ }).inputValue()).toBe('1');
    },
  ],
  ['a frame changes its language', () => '/cart', 'EN', (page) => page.locator('html[lang=en]').waitFor()],
  ['a lot changes its language', () => `/lots/${lot}`, 'EN', (page) => page.locator('html[lang=en]').waitFor()],
])('pressed before any script has come, %s', async (_what, path, button, done) => {
  const visitor = await Visitor.arrive(browser, 'first-view-pressed', 390);
  const { page } = visitor;
  let release = () => undefined as void;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/assets/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(house.origin + path(), { waitUntil: 'commit' });
  await page
    .getByRole('button', { name: new RegExp(`^${button}`) })
    .first()
    .click();
  expect(await page.evaluate(() => 'begun' in window)).toBe(false);
  release();
  await done(page);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test('what lies below a drawn list stands as it was sent until it comes near, and answers whoever presses it', async () => {
  const visitor = await Visitor.arrive(browser, 'first-view-still', 390);
  const { page } = visitor;
  await visitor.open(`${house.origin}/products`);
  await page.waitForFunction(() => 'begun' in window);
  const still = page.locator('[data-still]');
  expect(await still.count()).toBeGreaterThan(8);
  // What is pressed without a way there, as by a reader of screens.
  await still.last().getByRole('button').dispatchEvent('click');
  await page.getByText('已加入购物车').first().waitFor();
  // A key brings all of them to life: the way by keys does not scroll.
  await page.keyboard.press('Tab');
  await still.first().waitFor({ state: 'detached' });
  expect(await page.getByRole('main').getByRole('article').count()).toBe(24);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test.each(['light', 'dark'] as const)(
  '长辈版 stays and comes drawn, in the %s, and reads as well',
  async (colorScheme) => {
    const visitor = await Visitor.arrive(browser, `first-view-elder-${colorScheme}`, 390);
    const { page } = visitor;
    await page.emulateMedia({ colorScheme });
    await visitor.open(house.origin);
    const html = page.locator('html');
    const size = () => html.evaluate((element) => getComputedStyle(element).fontSize);
    expect(await size()).toBe('16px');
    const elder = page.getByRole('button', { name: '长辈版' }).first();
    await elder.click();
    await page.locator('html[data-elder]').waitFor();
    expect([await size(), await elder.getAttribute('aria-pressed')]).toEqual(['20px', 'true']);
    for (const { path } of pages()) {
      expect(await (await page.request.get(house.origin + path)).text()).toContain('<html lang="zh-CN" data-elder>');
      await visitor.open(house.origin + path);
      await visitor.checkAccess(`${path} in 长辈版, ${colorScheme}`);
    }
    const ground = await html.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(ground).toBe(colorScheme === 'dark' ? 'rgb(23, 21, 17)' : 'rgb(250, 246, 237)');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  },
);
