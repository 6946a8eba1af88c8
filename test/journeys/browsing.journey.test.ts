import type { Browser } from 'playwright-core';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, Visitor } from './visitor';

jest.setTimeout(900_000);

let house: RunningHouse;
let browser: Browser;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

const cards = ({ page }: Visitor) => page.locator('main article a[href^="/p/"]');

test.each([390, 1280])(
  'at %i px the front page goes on as one reads, and Back comes to where one was',
  async (width) => {
    const visitor = await Visitor.arrive(browser, 'feed', width);
    const { page } = visitor;
    await visitor.open(house.origin);
    await visitor.checkAccess('home');
    expect(await cards(visitor).count()).toBe(12);
    await page
      .getByRole('link', { name: /^单位采购/ })
      .first()
      .waitFor();
    expect(await page.locator('main a[href^="/campaigns/"]').count()).toBe(1);

    await cards(visitor).nth(11).scrollIntoViewIfNeeded();
    await cards(visitor).nth(23).waitFor();
    await cards(visitor).nth(20).scrollIntoViewIfNeeded();
    const up = page.getByRole('button', { name: '回到顶部' });
    await up.waitFor();
    await visitor.checkAccess('far down the feed');
    const seen = await cards(visitor).nth(20).getAttribute('href');
    await cards(visitor).nth(20).click();
    await page.waitForURL(`**${seen}`);
    await page.getByRole('button', { name: '加入购物车' }).waitFor();
    await page.goBack();
    await up.waitFor();
    expect(await cards(visitor).nth(20).isVisible()).toBe(true);
    expect(await page.evaluate(() => window.scrollY)).toBeGreaterThan(width);
    await up.click();
    await up.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    // What was looked at stands here now, and is forgotten when asked; who uses keys need not scroll there for it.
    await page.keyboard.press('Tab');
    await page.getByRole('heading', { name: '最近看过' }).waitFor();
    await page.getByRole('button', { name: '清空' }).click();
    await page.getByRole('heading', { name: '最近看过' }).waitFor({ state: 'detached' });
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  },
);

test('a list whose next page does not come says so, and asks again only when asked', async () => {
  const visitor = await Visitor.arrive(browser, 'refused', 1280);
  const { page } = visitor;
  visitor.provokes(/status of 429/);
  let asked = 0;
  const next = (url: URL) => url.pathname === '/api/v1/products' && url.searchParams.has('cursor');
  const refusal = {
    ...{ status: 429, contentType: 'application/problem+json' },
    body: JSON.stringify({ title: 'RATE_LIMITED', status: 429, code: 'RATE_LIMITED', retryAfterSeconds: 40 }),
  };
  for (const path of ['/', '/products']) {
    await page.route(next, (route) => {
      asked += 1;
      return route.fulfill(refusal);
    });
    asked = 0;
    await visitor.open(house.origin + path);
    await cards(visitor).last().scrollIntoViewIfNeeded();
    const alert = page.getByRole('main').getByRole('alert');
    await alert.getByText('40 秒').waitFor();
    await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
    await cards(visitor).last().scrollIntoViewIfNeeded();
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    expect(asked).toBe(1);
    await visitor.checkAccess(`${path} refused`);
    const before = await cards(visitor).count();
    await page.unroute(next);
    await page.getByRole('button', { name: '加载更多' }).click();
    await cards(visitor).nth(before).waitFor();
    await alert.waitFor({ state: 'detached' });
  }
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test('a card puts its pack into the cart, and stays where it is', async () => {
  const visitor = await Visitor.arrive(browser, 'card', 390);
  const { page } = visitor;
  await visitor.open(`${house.origin}/products?q=静宁苹果`);
  await page.getByRole('button', { name: '放入购物车：静宁苹果' }).click();
  await page.getByText('已加入购物车').waitFor();
  expect(page.url()).toContain('/products?q=');
  await visitor.open(`${house.origin}/cart`);
  await page.getByRole('link', { name: '静宁苹果' }).first().waitFor();
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test.each([390, 1280])(
  'at %i px a product says what sending costs to my county, and what else there is',
  async (width) => {
    const visitor = await Visitor.arrive(browser, 'product', width);
    const { page } = visitor;
    await visitor.open(`${house.origin}/p/jing-ning-ping-guo`);
    await page.getByText(/^付款后 (24|48|72) 小时内发货/).waitFor();
    await page.getByRole('button', { name: '选择收货地区，看运费' }).click();
    const dialog = page.getByRole('dialog', { name: '送到哪里' });
    await dialog.getByLabel('省、自治区、直辖市').selectOption({ label: '浙江省' });
    await dialog.getByLabel('市、州或区县').selectOption({ label: '杭州市' });
    await dialog.getByLabel('区县', { exact: true }).selectOption({ label: '西湖区' });
    await visitor.checkAccess('where to');
    await dialog.getByRole('button', { name: '送到这里' }).click();
    await page.getByText('送至 浙江省杭州市西湖区').waitFor();
    await visitor.checkAccess('product with freight');

    for (const [id, heading] of [
      ['reviews', '买家评价'],
      ['questions', '问答'],
    ] as const) {
      await page.locator(`#${id}`).scrollIntoViewIfNeeded();
      await page.getByRole('heading', { name: heading }).waitFor();
    }
    // Who asks goes there with the keys too.
    await page.getByRole('button', { name: '客服' }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('questions');
    await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
    await page.getByRole('heading', { name: '同产地、同类商品' }).waitFor();
    await cards(visitor).first().waitFor();
    await visitor.checkAccess('product to its end');
    // The next product knows the place.
    await cards(visitor).first().click();
    await page.getByRole('heading', { level: 1, name: '静宁苹果' }).waitFor({ state: 'detached' });
    await page.getByText('浙江省杭州市西湖区').first().waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  },
);

test('what opens on a product’s page and does not come says so in its place, and the page stands', async () => {
  const visitor = await Visitor.arrive(browser, 'part', 390);
  const { page } = visitor;
  visitor.provokes(/ERR_FAILED|dynamically imported module/);
  await page.route(/\/assets\/place-dialog/, (route) => route.abort());
  await visitor.open(`${house.origin}/p/jing-ning-ping-guo`);
  await page.getByRole('button', { name: '选择收货地区，看运费' }).click();
  await page.getByRole('main').getByRole('alert').waitFor();
  expect(await page.getByRole('heading', { level: 1, name: '静宁苹果' }).isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: '加入购物车' }).isVisible()).toBe(true);
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test.each([390, 1280])(
  'at %i px the certificate of a mark is looked at, marked for display, and put away',
  async (width) => {
    const visitor = await Visitor.arrive(browser, 'certificate', width);
    const { page } = visitor;
    const [marked] = await house.rows<{ product: string }>(
      `select slug as product from catalogue.product
      where id in (select product_id from admission.certificate join admission.certificate_picture_v using (id)
                    where kind = 'geographicalIndication') order by slug limit 1`,
    );
    await visitor.open(`${house.origin}/p/${marked!.product}`);
    // What lies below the first view comes when somebody gets there; a key is such a sign.
    await page.keyboard.press('Tab');
    const look = page.getByRole('button', { name: '查看证书图片' }).first();
    await look.click();
    const picture = page.getByRole('dialog').getByRole('img');
    await picture.waitFor();
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('[role=dialog] img')!.naturalWidth > 0);
    await page.getByText('仅供展示').waitFor();
    await visitor.checkAccess('certificate');
    await page.keyboard.press('Escape');
    await picture.waitFor({ state: 'detached' });
    expect(await look.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  },
);
