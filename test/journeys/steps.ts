import { expect } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { waitUntil } from '../../infra/embedded/processes.mjs';
import { freshCode } from './fresh-code';
import type { RunningHouse } from './running-house';
import type { Visitor } from './visitor';

export interface Basket {
  /** Of the demo supplier, with the lot it ships from. */
  story: { product: string; supplier: string; lot: string; sku: string };
  other: { product: string; supplier: string; sku: string };
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first().click();
const follow = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();

/** The page of a lot: until twenty orders it says how many are missing, from then on who earned what. */
export async function seeLot(visitor: Visitor, house: RunningHouse, code: string, orders: number): Promise<void> {
  const { page } = visitor;
  await visitor.open(`${house.origin}/lots/${code}`);
  await page.getByRole('heading', { name: '卖的钱怎么分' }).waitFor();
  if (orders < 20) await page.getByText(`零售订单 ${orders} / 20`).waitFor();
  else {
    await page.getByText(`按 ${orders} 笔零售订单`).waitFor();
    const shares = await page.getByText(/^\d+(\.\d+)?%$/).allTextContents();
    expect(shares.reduce((sum, share) => sum + Number.parseFloat(share), 0)).toBeCloseTo(100, 1);
  }
  await visitor.checkAccess('lot');
}

/** From the front page over list and product pages into the cart, and on to an order as a guest. */
export async function buy(
  visitor: Visitor,
  house: RunningHouse,
  { story, other }: Basket,
  suppliers = 2,
): Promise<void> {
  const { page } = visitor;
  await visitor.open(house.origin);
  await visitor.checkAccess('home');
  await follow(page, '选购西部好货');
  await page.waitForURL('**/products');
  await visitor.checkAccess('products');
  for (const { product, supplier } of [story, { product: other.product, supplier: null }]) {
    await page.getByRole('combobox', { name: '搜索商品' }).fill(product);
    await page.getByRole('combobox', { name: '搜索商品' }).press('Enter');
    await page.waitForURL(/\/products\?q=/);
    await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(`^${product}`) })
      .first()
      .click();
    await page.waitForURL('**/p/**');
    await page.getByRole('heading', { level: 1, name: product }).waitFor();
    if (supplier) await page.getByRole('radio', { name: new RegExp(supplier) }).check();
    await press(page, '加入购物车');
    await page.getByText('已加入购物车').first().waitFor();
  }
  await visitor.checkAccess('product');

  await visitor.open(`${house.origin}/cart`);
  await page.getByText(`已选 2 种，来自 ${suppliers} 家供应商`).waitFor();
  await visitor.checkAccess('cart');
  await follow(page, '去结算');
  await page.getByLabel('收货人').fill('张示例');
  await page.getByLabel('手机号').fill('13900000000');
  await page.getByLabel('省、自治区、直辖市').selectOption({ label: '上海市' });
  await page.getByLabel('市、州或区县').selectOption({ label: '黄浦区' });
  await page.getByLabel('详细地址').fill('示例路100号2单元301');
  for (const remark of await page.getByLabel('给商家留言').all()) await remark.fill('请放门卫处');
  await page.getByLabel('发票抬头').selectOption({ label: '个人（电子普通发票）' });
  await visitor.checkAccess('checkout');
  // Somebody impatient: a second press while the invoice is being asked for is no second order.
  const placed: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/v1/orders')) placed.push(request.url());
  });
  const again = async (route: Route) => {
    await page.locator('main form').evaluate((form: HTMLFormElement) => form.requestSubmit());
    await route.continue();
  };
  await page.route('**/api/v1/orders/*/invoices', again, { times: 1 });
  await press(page, '提交订单');
  await page.waitForURL('**/cashier/**');
  expect(placed).toHaveLength(1);
}

/** One thing bought at once by a guest, up to the cashier. */
export async function orderAtOnce(visitor: Visitor, house: RunningHouse): Promise<void> {
  const { page } = visitor;
  const [offer] = await house.rows<{ slug: string }>(
    `select slug from catalogue.offer_v where for_sale and stock_state = 'inStock' order by slug limit 1`,
  );
  await visitor.open(`${house.origin}/p/${offer!.slug}`);
  await press(page, '立即购买');
  await page.getByLabel('收货人').fill('张示例');
  await page.getByLabel('手机号').fill('13900000000');
  await page.getByLabel('省、自治区、直辖市').selectOption({ label: '上海市' });
  await page.getByLabel('市、州或区县').selectOption({ label: '黄浦区' });
  await page.getByLabel('详细地址').fill('示例路100号2单元301');
  await press(page, '提交订单');
  await page.waitForURL('**/cashier/**');
}

/** At the sandbox's cashier, and back to the order; answers its number. */
export async function pay(visitor: Visitor): Promise<string> {
  const { page } = visitor;
  await page.waitForURL('**/cashier/**');
  await visitor.checkAccess('cashier');
  await press(page, /支付成功/);
  await page.waitForURL('**/orders/**');
  await page.getByText('付款成功').waitFor();
  await visitor.checkAccess('order');
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  return /\d{16}/.exec(heading ?? '')![0];
}

export async function signInToConsole(visitor: Visitor, house: RunningHouse, role: string): Promise<void> {
  const { page } = visitor;
  const { login, password, totpSecret } = house.account(role);
  await visitor.open(`${house.origin}/console`);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(password!);
  await visitor.checkAccess('sign-in');
  await press(page, '登录');
  if (totpSecret) {
    await page.getByLabel('六位口令').fill(await freshCode(totpSecret));
    await visitor.checkAccess('second-factor');
    await press(page, '验证并进入');
  }
  await page.getByRole('heading', { name: /您好/ }).waitFor();
  await visitor.checkAccess(`console-home-${role}`);
}

/** The supplier's clerk signs in and ships the order from the lot that is proposed: the oldest. */
export async function ship(visitor: Visitor, house: RunningHouse, number: string, lot: string): Promise<void> {
  const { page } = visitor;
  await signInToConsole(visitor, house, 'supplier');
  await visitor.open(`${house.origin}/console/ordering/orders`);
  await visitor.checkAccess('supplier-orders');
  await follow(page, number);
  await page.getByText('示例路100号2单元301').waitFor();
  await page.getByText('请放门卫处').waitFor();
  await page.getByRole('link', { name: '买家要发票' }).waitFor();
  await press(page, '发货');
  await page.getByLabel('从哪个批次发').waitFor();
  expect(await page.getByLabel('从哪个批次发').locator('option:checked').textContent()).toBe(lot);
  await page.getByLabel('快递公司').fill('示例快递');
  await page.getByLabel('运单号').fill('SL2026112300001');
  await visitor.checkAccess('shipment');
  await press(page, '确认发货');
  await page.getByText(`订单 ${number} 已发货`).waitFor();
  await page.getByText('SL2026112300001').waitFor();
  await visitor.checkAccess('supplier-order');
}

export async function confirmReceipt(visitor: Visitor, { story }: Basket): Promise<void> {
  const { page } = visitor;
  await page.reload({ waitUntil: 'networkidle' });
  const part = page.getByRole('region', { name: story.supplier });
  await part.getByText(`批次 ${story.lot}`).waitFor();
  await part.getByRole('button', { name: '延长收货' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '延长收货' }).click();
  await page.getByText('收货时间已延长').waitFor();
  await part.getByRole('button', { name: '延长收货' }).waitFor({ state: 'detached' });
  await part.getByRole('button', { name: '确认收货' }).click();
  await visitor.checkAccess('receipt');
  await page.getByRole('dialog').getByRole('button', { name: '确认收货' }).click();
  await part.getByText(/售后期至/).waitFor();
}

/** Finance comes in with its second factor and settles up to yesterday, the day that is proposed. */
export async function settleInConsole(visitor: Visitor, house: RunningHouse, day: number): Promise<void> {
  const { page } = visitor;
  // The worker settles yesterday by itself as soon as it is over: held still, it cannot be faster than finance.
  const letWork = house.hold('worker');
  await house.setClock(`${day} days`);
  await signInToConsole(visitor, house, 'finance');
  await visitor.open(`${house.origin}/console/settlement/runs`);
  await press(page, '开始结算');
  await page.getByLabel('截至日期').waitFor();
  await visitor.checkAccess('start-run');
  await press(page, '结算并入账');
  await page.getByText('结算已开始').waitFor();
  const running = page.locator('section').filter({ has: page.getByRole('progressbar') });
  await running.getByRole('button', { name: '暂停' }).waitFor();
  await visitor.checkAccess('run-under-way');
  letWork();
  // Posted while the page is open: what was under way goes, and the list says so.
  await running.waitFor({ state: 'detached' });
  await visitor.checkAccess('runs');
}

/** A farm household comes in with its phone alone, and says who of those on the phone it is. */
export async function signInByPhone(visitor: Visitor, house: RunningHouse): Promise<void> {
  const { page } = visitor;
  const { login: phone } = house.account('farmer');
  await visitor.open(`${house.origin}/farmer`);
  await page.getByLabel('手机号').fill(phone);
  await visitor.checkAccess('farmer-phone');
  await page.getByLabel('6 位验证码').fill(await askForCode(visitor, house, phone));
  await visitor.checkAccess('farmer-code');
  await press(page, '登录');
  await page.getByText('请选您自己').waitFor();
  await visitor.checkAccess('farmer-who');
  await page.getByRole('list').getByRole('button').first().click();
  await page.getByRole('heading', { name: '每一笔' }).waitFor();
}

/** And reads what it earned. */
export async function readEarnings(visitor: Visitor, house: RunningHouse, lot: string): Promise<void> {
  const { page } = visitor;
  await signInByPhone(visitor, house);
  const shares = page.locator('details').filter({ hasText: '结算明细' }).first();
  await shares.locator('summary').click();
  await shares.getByText(`批次 ${lot}`).first().waitFor();
  await shares.getByText('benefit.fund@2').first().waitFor();
  await page
    .getByText(/保底价每千克/)
    .first()
    .waitFor();
  await visitor.checkAccess('earnings');
}

/** A buyer comes in by phone and code where the page asks for it; a phone nobody has is given an account. */
export async function enterShop(visitor: Visitor, house: RunningHouse, phone: string): Promise<void> {
  const { page } = visitor;
  await page.getByLabel('手机号').fill(phone);
  await page.getByLabel('短信验证码').fill(await askForCode(visitor, house, phone));
  await visitor.checkAccess('shop-code');
  // In a dialog the page behind it has a button of the same name.
  await page.getByRole('button', { name: '登录', exact: true }).last().click();
  await page.getByLabel('短信验证码').waitFor({ state: 'detached' });
}

/** Asks for a code where the phone has been filled in; answers it. */
export async function askForCode({ page }: Visitor, house: RunningHouse, phone: string): Promise<string> {
  return nextCode(house, phone, async () => {
    await press(page, '获取验证码');
    await page.getByText('验证码已发到').waitFor();
  });
}

/** The code that comes to a phone once it was asked for: whoever signs in a second time has the spent one still lying there. */
export async function nextCode(house: RunningHouse, phone: string, ask: () => Promise<void>): Promise<string> {
  const before = (await messagesTo(house, phone)).length;
  await ask();
  const caught = async () => (await messagesTo(house, phone)).length > before;
  if (!(await waitUntil(caught, 60_000, 50))) throw new Error(`No message for ${phone} was caught.`);
  const [newest] = await messagesTo(house, phone);
  return /\b\d{6}\b/.exec(newest!)![0];
}

/** Messages with a code to a phone, the newest first. */
async function messagesTo(house: RunningHouse, phone: string): Promise<string[]> {
  const answer = await fetch(`${house.sandbox}/_sandbox/messages?to=${phone}`);
  const { data } = (await answer.json()) as { data: { text: string }[] };
  return data.map(({ text }) => text).filter((text) => text.includes('验证码'));
}

/** The buyer's own order once it is settled: what went to households is what the shares of its lines say. */
export async function readOutcome(visitor: Visitor, house: RunningHouse, number: string): Promise<void> {
  const { page } = visitor;
  const [order] = await house.rows<{ id: string; fen: string }>(
    `select line.order_id as id, sum(share.amount_fen)::text as fen
       from ordering.order_line_v line join benefit.share on share.line_id = line.id
      where line.order_number = $1 and share.household_id is not null group by line.order_id`,
    [number],
  );
  await visitor.open(`${house.origin}/orders/${order!.id}`);
  await page.getByRole('heading', { name: '这笔订单的去向' }).waitFor();
  await page.getByText(`¥${(Number(order!.fen) / 100).toFixed(2)} 结算给农户`).waitFor();
  await page.getByText(/每一粒代表 1%/).waitFor();
  await visitor.checkAccess('order-settled');
}
