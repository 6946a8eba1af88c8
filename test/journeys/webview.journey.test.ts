import type { Browser } from 'playwright-core';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, Visitor } from './visitor';

/** The browser within WeChat and its like: an engine some years old, without windows, workers and clipboards of its own. */

jest.setTimeout(900_000);

const AGENT =
  'Mozilla/5.0 (Linux; Android 12; M2102J2SC Build/SKQ1; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 ' +
  'Chrome/111.0.5563.116 Mobile Safari/537.36 XWEB/5317 MMWEBSDK/20230504 MicroMessenger/8.0.37.2380(0x2800253D) WeChat/arm64 NetType/4G Language/zh_CN';

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

/** What engines of early 2023 (Chromium 111, Safari 16.4, the oldest our build is for) do not have, and such a browser does not give. */
function takeAway(): void {
  const lacking: [object, string[]][] = [
    [AbortSignal, ['any']],
    [Object, ['groupBy']],
    [Map, ['groupBy']],
    [Promise, ['withResolvers', 'try']],
    [URL, ['canParse', 'parse']],
    [Array, ['fromAsync']],
    [Set.prototype, ['union', 'intersection', 'difference', 'isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
    [
      Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object,
      ['map', 'filter', 'take', 'flatMap', 'toArray', 'some', 'find'],
    ],
    [window, ['requestIdleCallback', 'Notification', 'PaymentRequest']],
    [Navigator.prototype, ['serviceWorker', 'clipboard', 'share', 'canShare']],
    [Crypto.prototype, ['randomUUID']],
    [Document.prototype, ['startViewTransition']],
    [HTMLElement.prototype, ['showPopover', 'togglePopover']],
  ];
  for (const [owner, names] of lacking) for (const name of names) Reflect.deleteProperty(owner, name);
  window.open = () => null;
}

async function arrive(name: string): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, name, 390, { userAgent: AGENT, isMobile: true });
  await visitor.page.addInitScript(takeAway);
  return visitor;
}

test('in WeChat a shared product is read, ordered and paid, and Back from the cashier finds the order as it is', async () => {
  const visitor = await arrive('webview');
  const { page } = visitor;
  await goingRound(house, [visitor], async () => {
    const [offer] = await house.rows<{ slug: string }>(
      `select slug from catalogue.offer_v where for_sale and stock_state = 'inStock' order by slug limit 1`,
    );
    // Out of a chat: a real document, with nothing before it.
    await visitor.open(`${house.origin}/p/${offer!.slug}?from=singlemessage&isappinstalled=0`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await visitor.checkAccess('product in a webview');
    await page.getByRole('combobox', { name: '搜索商品' }).fill('pingguo');
    await page.getByRole('option').first().waitFor();
    await page.getByRole('combobox', { name: '搜索商品' }).press('Enter');
    await page.locator('main a[href^="/p/"]').first().click();
    await page.waitForURL('**/p/**');
    await page.getByRole('button', { name: '立即购买' }).click();
    await page.getByLabel('收货人').fill('张示例');
    // While something is written the keyboard has the lower half: nothing of ours lies on top of it.
    await page.getByLabel('手机号').fill('13900000000');
    await page.getByLabel('省、自治区、直辖市').selectOption({ label: '上海市' });
    await page.getByLabel('市、州或区县').selectOption({ label: '黄浦区' });
    await page.getByLabel('详细地址').fill('示例路100号2单元301');
    await page.getByRole('button', { name: '提交订单' }).click();
    await page.waitForURL('**/cashier/**');
    // One tab, so Back is how one returns; it may bring the page as it stood when it was left.
    await page.goBack();
    await page.getByText('正在确认付款结果').first().waitFor();
    await page.getByRole('button', { name: '刚才没有付款，重新去付款' }).click();
    await page.waitForURL('**/cashier/**');
    await page.getByRole('button', { name: /支付成功/ }).click();
    await page.waitForURL('**/orders/**');
    await page.getByText('付款成功').first().waitFor();
    await visitor.checkAccess('order in a webview');
    expect(page.context().pages()).toHaveLength(1);
  });
  await visitor.leave();
});

test('the bar at the bottom makes room while somebody writes', async () => {
  const visitor = await arrive('webview-typing');
  const { page } = visitor;
  await visitor.open(`${house.origin}/lots`);
  const bar = page.getByRole('navigation').filter({ has: page.getByRole('link', { name: '首页' }) });
  await bar.waitFor();
  await page.getByLabel('批次号').focus();
  await bar.waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: '查询' }).focus();
  await bar.waitFor();
  await visitor.leave();
});
