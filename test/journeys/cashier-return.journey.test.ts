import type { Browser } from 'playwright-core';
import { startHouse, type RunningHouse } from './running-house';
import { orderAtOnce } from './steps';
import { openBrowser, Visitor } from './visitor';

jest.setTimeout(900_000);

let house: RunningHouse;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});
beforeEach(async () => {
  visitor = await Visitor.arrive(browser, 'returning', 390);
});
afterEach(() => visitor.leave());

const press = (name: string | RegExp) => visitor.page.getByRole('button', { name }).click();
const read = (text: string | RegExp) => visitor.page.getByText(text).first().waitFor();
const atCashier = () => visitor.page.waitForURL('**/cashier/**');

test('refused, left by Back, paid at last: the order says each time what is so, whatever the address claims', async () => {
  const { page } = visitor;
  await orderAtOnce(visitor, house);
  await press(/支付失败/);
  await read('这次付款没有成功');
  await visitor.checkAccess('refused');
  await page.reload();
  await read('这次付款没有成功');

  await press('重新付款');
  await atCashier();
  await page.goBack();
  await read('正在确认付款结果');
  await visitor.checkAccess('confirming');
  // Nobody is asked to pay while the word may be on its way, except by saying that he has not.
  expect(await page.getByRole('button', { name: /^(去付款|重新付款)$/ }).count()).toBe(0);

  await press('刚才没有付款，重新去付款');
  await atCashier();
  await press(/支付成功/);
  await read('付款成功');
  expect(new URL(page.url()).search).toBe('');
  await page.goto(`${page.url()}?redirect_status=failed`);
  await read('付款成功');
  expect(visitor.complaints).toEqual([]);
});

test('called off at the cashier: the order is paid by another payment', async () => {
  await orderAtOnce(visitor, house);
  const first = visitor.page.url();
  await press(/取消支付/);
  await read('付款已在收银台取消');
  await visitor.checkAccess('called-off');
  await press('重新付款');
  await atCashier();
  expect(visitor.page.url()).not.toBe(first);
  await press(/支付成功/);
  await read('付款成功');
  expect(visitor.complaints).toEqual([]);
});

test('a claim in the address makes nothing paid', async () => {
  const { page } = visitor;
  await orderAtOnce(visitor, house);
  await page.goBack();
  await page.goto(`${page.url().split('?')[0]}?redirect_status=succeeded&payment_intent_client_secret=x`);
  await read('正在确认付款结果');
  await page.waitForURL((url) => url.search === '');
  expect(await page.getByText('付款成功').count()).toBe(0);
  expect(visitor.complaints).toEqual([]);
});
