import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import sharp from 'sharp';
import { holding } from '@xihuo/testing';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { signInToConsole } from './steps';
import { openBrowser, Visitor } from './visitor';

jest.setTimeout(300_000);

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

/** Somebody of the supermarket, signed in where organisations buy. */
async function arrive(login: string, width: number): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, login, width);
  visitors.push(visitor);
  visitor.provokes(/\/api\/v1\/(me\/organisations|purchase-orders)/);
  const { page } = visitor;
  const { password } = house.account(login);
  await visitor.open(`${house.origin}/business`);
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(password!);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByRole('heading', { name: '采购单', exact: true }).waitFor();
  await visitor.checkAccess(`business-${login}`);
  return visitor;
}

interface Goods {
  slug: string;
  name: string;
  lot: string;
  packs: number;
}

/** The story's goods, with the lot its clerk ships from: sold to organisations from a minimum on, below retail. */
async function goods(): Promise<Goods> {
  const [found] = await house.rows<Goods>(
    `select offer.slug, offer.name_zh as name, lot.code as lot, offer.minimum_order_packs as packs
       from trace.lot join catalogue.offer_v offer on offer.product_id = lot.product_id and offer.supplier_id = lot.supplier_id
      where lot.shipped_grams > 0 order by lot.produced_on limit 1`,
  );
  return found!;
}

async function photo(): Promise<string> {
  const path = join(tmpdir(), 'xihuo-acceptance.png');
  const image = sharp({ create: { width: 80, height: 60, channels: 3, background: '#7a5' } });
  writeFileSync(path, await image.png().toBuffer());
  return path;
}

const receivable = (number: string) =>
  house
    .rows<{ amount: string; credited: string; open: string; code: string }>(
      `select sum(owed.amount_fen)::text as amount, sum(owed.credited_fen)::text as credited, sum(owed.open_fen)::text as open,
              min(purchase.pay_code) as code
         from ordering.receivable owed join ordering.purchase_order purchase on purchase.id = owed.purchase_order_id
        where purchase.number = $1`,
      [number],
    )
    .then(([row]) => row!);

/** Pastes the list, sees who must approve, and submits it; answers its number and its page. */
async function order(buyer: Visitor, { slug, name, packs }: Goods): Promise<{ number: string; url: string }> {
  const { page } = buyer;
  await page.getByRole('link', { name: '新建采购单' }).click();
  await page.waitForURL('**/new');
  await page.getByLabel('商品清单').fill(`商品\t数量\n${slug}\t${packs}`);
  await page.getByRole('button', { name: '识别清单' }).click();
  await page.getByRole('link', { name }).first().waitFor();
  await page.getByText('提交后需经 1 级审批。').waitFor();
  await buyer.checkAccess('purchase-new');
  await page.getByRole('button', { name: '提交采购单' }).click();
  await page.waitForURL('**/business/orders/*');
  await page.getByText('审批中').waitFor();
  await buyer.checkAccess('purchase');
  const heading = await page.getByRole('heading', { level: 1 }).textContent();
  return { number: /\d{16}/.exec(heading ?? '')![0], url: page.url() };
}

async function approve(number: string, url: string): Promise<void> {
  const approver = await arrive('supermarket-2', 390);
  await approver.page.getByRole('link', { name: number }).click();
  await approver.page.waitForURL(url);
  await approver.page.getByRole('button', { name: '同意', exact: true }).click();
  await approver.page.getByText('已下单').waitFor();
  await approver.checkAccess('purchase-approved');
}

/** Sent by the supplier's clerk before anything is paid; answers the order's number. */
async function ship(number: string): Promise<string> {
  const clerk = await Visitor.arrive(browser, 'shipping-clerk', 1280);
  visitors.push(clerk);
  await signInToConsole(clerk, house, 'supplier');
  const [part] = await house.rows<{ id: string; order_number: string }>(
    `select part.id, customer_order.number as order_number from ordering.purchase_order purchase
       join ordering.customer_order on customer_order.id = purchase.order_id
       join ordering.supplier_order part on part.order_id = customer_order.id where purchase.number = $1`,
    [number],
  );
  await clerk.open(`${house.origin}/console/ordering/orders/${part!.id}`);
  await clerk.page.getByRole('button', { name: '发货' }).first().click();
  await clerk.page.getByLabel('从哪个批次发').waitFor();
  await clerk.page.getByLabel('快递公司').fill('示例冷链');
  await clerk.page.getByLabel('运单号').fill('SL2026112800001');
  await clerk.page.getByRole('button', { name: '确认发货' }).click();
  await clerk.page.getByText(`订单 ${part!.order_number} 已发货`).waitFor();
  return part!.order_number;
}

/** One pack is turned away with a photo: claimed and credited in the same step. */
async function accept(buyer: Visitor, { name, lot }: Goods): Promise<void> {
  const { page } = buyer;
  await page.getByText('待验收').waitFor();
  await page.getByText(lot).waitFor();
  await page.getByLabel(`拒收数量 ${name}`).fill('1');
  await page.getByLabel(`拒收数量 ${name}`).press('Tab');
  await page.getByLabel('照片').setInputFiles(await photo());
  await page.getByText('已上传 1 张').waitFor();
  await buyer.checkAccess('acceptance');
  await page.getByRole('button', { name: '验收，并拒收所填数量' }).click();
  await page.getByText('已验收').waitFor();
  await page.getByText(/冲减单 CN\d+/).waitFor();
  await buyer.checkAccess('purchase-accepted');
}

async function enterTransfer(fen: string, code: string): Promise<void> {
  const finance = await Visitor.arrive(browser, 'matching-finance', 1280);
  visitors.push(finance);
  await signInToConsole(finance, house, 'finance');
  await finance.open(`${house.origin}/console/ordering/transfers`);
  await finance.page.getByRole('button', { name: '登记到账' }).click();
  await finance.page.getByLabel('银行流水号').fill('示例银行-1');
  await finance.page.getByLabel('到账日期').fill('2026-01-05');
  await finance.page.getByLabel('金额（元）').fill((Number(fen) / 100).toFixed(2));
  await finance.page.getByLabel('付款户名').fill('示例超市');
  await finance.page.getByLabel('附言').fill(`货款${code}`);
  await finance.checkAccess('transfer-enter');
  await finance.page.getByRole('dialog').getByRole('button', { name: '登记', exact: true }).click();
  await finance.page.getByText('识别码自动匹配').waitFor();
  await finance.checkAccess('transfers');
}

test("a supermarket's purchase order goes over approval, shipment and acceptance to the transfer that pays it", () =>
  goingRound(house, visitors, async () => {
    const wanted = await goods();
    const buyer = await arrive('supermarket', 1280);
    const { number, url } = await order(buyer, wanted);
    await approve(number, url);
    const orderNumber = await ship(number);
    await buyer.open(url);
    await accept(buyer, wanted);
    const owed = await receivable(number);
    expect(BigInt(owed.credited)).toBeGreaterThan(0n);
    expect(BigInt(owed.open)).toBe(BigInt(owed.amount) - BigInt(owed.credited));

    await buyer.page.getByText(owed.code).waitFor();
    await enterTransfer(owed.open, owed.code);
    expect((await receivable(number)).open).toBe('0');
    const paid = `select count(*) from ordering.customer_order where number = $1 and state = 'paid'`;
    await house.until(1, paid, [orderNumber]);
    await buyer.open(url);
    await buyer.page.getByText(/已付 ¥[1-9]/).waitFor();
  }));

test('and the books are whole', async () => {
  expect(await holding.brokenInvariants(house.count, holding.invariants)).toEqual({});
  for (const sql of Object.values(holding.whenQuiet)) await house.until(0, sql);
});
