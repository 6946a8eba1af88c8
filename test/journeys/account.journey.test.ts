import type { Browser } from 'playwright-core';
import { holding } from '@xihuo/testing';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { buy, enterShop, pay, type Basket } from './steps';
import { openBrowser, Visitor } from './visitor';

jest.setTimeout(900_000);

let house: RunningHouse;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

async function arrive(name: string, width: number): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, name, width);
  visitors.push(visitor);
  return visitor;
}

/** Two things one supplier each sells, plain to buy. */
async function basket(): Promise<Basket> {
  const goods = await house.rows<Basket['story']>(
    `select name_zh as product, min(supplier_id::text) as supplier, '' as lot, min(sku_id::text) as sku from catalogue.offer_v
      where for_sale and stock_state = 'inStock' group by name_zh having count(*) = 1 and min(price_fen) < 20000 order by name_zh limit 2`,
  );
  const named = await house.rows<{ name: string }>('select name_zh as name from registry.organisation where id = $1', [
    goods[0]!.supplier,
  ]);
  return { story: { ...goods[0]!, supplier: named[0]!.name }, other: goods[1]! };
}

/** The messages, asked for until one of them says it. */
async function isTold(visitor: Visitor, title: string): Promise<void> {
  const { page } = visitor;
  const told = page.getByRole('heading', { name: title });
  for (let tries = 0; tries < 30 && !(await told.isVisible()); tries += 1)
    await visitor.open(`${house.origin}/account/messages`);
  await told.waitFor();
}

test('a phone becomes an account, and its orders and messages are found on any device', () =>
  goingRound(house, visitors, async () => {
    const phone = '13812345670';
    const buyer = await arrive('buyer', 390);
    const { page } = buyer;
    await buyer.open(`${house.origin}/account`);
    await buyer.checkAccess('account-out');
    await enterShop(buyer, house, phone);
    await page.getByRole('link', { name: '全部订单' }).waitFor();
    await buyer.checkAccess('account');

    await buy(buyer, house, await basket());
    const number = await pay(buyer);
    await page.getByRole('link', { name: '订单', exact: true }).first().click();
    await page.waitForURL('**/orders');
    await page.getByRole('link', { name: new RegExp(number) }).waitFor();
    await page.getByText('待发货').last().waitFor();
    await buyer.checkAccess('orders');
    await page.getByRole('link', { name: '待付款', exact: true }).click();
    await page.getByText('没有符合的订单').waitFor();
    await buyer.open(`${house.origin}/account`);
    await page.getByRole('link', { name: '1 待发货' }).click();
    await page.getByRole('link', { name: new RegExp(number) }).waitFor();
    await isTold(buyer, '付款成功');
    await page.getByText(`订单 ${number}`).waitFor();
    await buyer.checkAccess('messages');

    const elsewhere = await arrive('elsewhere', 1280);
    await elsewhere.open(`${house.origin}/orders`);
    await elsewhere.page.getByRole('button', { name: '登录', exact: true }).click();
    await enterShop(elsewhere, house, phone);
    await elsewhere.page.getByLabel(/搜索订单/).fill(number.slice(-8));
    await elsewhere.page.getByRole('button', { name: '搜索', exact: true }).last().click();
    await elsewhere.page.waitForURL(/q=/);
    await elsewhere.checkAccess('orders-found');
    await elsewhere.page.getByRole('link', { name: new RegExp(number) }).click();
    await elsewhere.page.waitForURL(/\/orders\/[0-9a-f-]{36}$/);
    await elsewhere.page.getByRole('heading', { name: `订单 ${number}` }).waitFor();
    await elsewhere.checkAccess('order-elsewhere');

    await elsewhere.page.getByRole('combobox', { name: '搜索商品' }).fill('静宁苹果');
    await elsewhere.page.keyboard.press('Enter');
    await elsewhere.page.waitForURL('**/products?q=*');
    const kept = () => elsewhere.page.evaluate(() => JSON.stringify({ ...localStorage }));
    expect(await kept()).toContain('静宁苹果');
    // What a product's page keeps is forgotten too by a page that never loaded what keeps it.
    await elsewhere.open(`${house.origin}/p/jing-ning-ping-guo`);
    await elsewhere.page.getByRole('heading', { level: 1, name: '静宁苹果' }).waitFor();
    expect(await kept()).toContain('jing-ning-ping-guo');
    await elsewhere.open(`${house.origin}/account`);
    await elsewhere.page.getByRole('button', { name: '退出登录' }).click();
    await elsewhere.page.getByLabel('手机号').waitFor();
    expect(await kept()).not.toMatch(/静宁苹果|jing-ning-ping-guo/);
    await elsewhere.open(`${house.origin}/orders`);
    await elsewhere.page.getByText('登录后可查看账号下的全部订单').waitFor();
    expect(await holding.brokenInvariants(house.count)).toEqual({});
  }));
