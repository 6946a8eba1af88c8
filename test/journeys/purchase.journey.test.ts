import type { Browser } from 'playwright-core';
import { holding } from '@xihuo/testing';
import { acceptButOne, approve, order, receivableOf, type Wanted } from './business/buying';
import { enterTransfer, shipAll } from './business/selling';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { signInToConsole } from './steps';
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

/** Signed out an organisation's pages are refused, and say how to come in. */
const REFUSED = /status of 401.*\/api\/v1\/(me\/organisations|purchase-orders)/;

const CART_LINES = (whose: string) =>
  `select count(*) from ordering.cart_line line join ordering.cart on cart.id = line.cart_id where ${whose}`;

async function arrive(name: string, width: number): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, name, width);
  visitors.push(visitor);
  return visitor;
}

type Before = (visitor: Visitor) => Promise<void>;

/** Somebody of an organisation follows a link of the shop, signs in there and reads on. */
async function arriveAt(path: string, login: string, width: number, before?: Before): Promise<Visitor> {
  const visitor = await arrive(login, width);
  visitor.provokes(REFUSED);
  await before?.(visitor);
  const { page } = visitor;
  await visitor.open(`${house.origin}${path}`);
  await page.getByRole('button', { name: '用账号密码登录' }).click();
  await page.getByLabel('账号').fill(login);
  await page.getByLabel('密码').fill(house.account(login).password!);
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.getByLabel('密码').waitFor({ state: 'detached' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  return visitor;
}

async function colleague(login: string): Promise<Visitor> {
  const visitor = await arrive(`console-${login}`, 1280);
  await signInToConsole(visitor, house, login);
  return visitor;
}

const finance = async () => [await colleague('finance'), await colleague('finance-2')] as const;

/** The story's goods, which two suppliers sell, of the one whose clerk ships: by the case, below retail, from the fullest lot. */
async function wantedGoods(): Promise<Wanted> {
  const [found] = await house.rows<Wanted>(
    `select offer.slug, offer.name_zh as name, offer.sku_id as sku, lot.code as lot, offer.minimum_order_packs as packs
       from trace.lot story join trace.lot on (lot.product_id, lot.supplier_id) = (story.product_id, story.supplier_id)
       join registry.organisation supplier on supplier.id = story.supplier_id and supplier.reference = 'S092'
       join catalogue.offer_v offer on offer.product_id = lot.product_id and offer.supplier_id = lot.supplier_id
      where story.shipped_grams > 0 and lot.state = 'open' order by lot.received_grams - lot.shipped_grams desc limit 1`,
  );
  return found!;
}

test("a supermarket's purchase order goes over approval, shipment and acceptance to the transfer that pays it", () =>
  goingRound(house, visitors, async () => {
    const wanted = await wantedGoods();
    const buyer = await arriveAt('/business', 'supermarket', 1280, async ({ page }) => {
      await page.goto(`${house.origin}/p/${wanted.slug}`, { waitUntil: 'networkidle' });
      await page.getByRole('button', { name: '加入购物车' }).first().click();
      await page.getByText('已加入购物车').first().waitFor();
      await house.until(1, CART_LINES('cart.token_hash is not null'));
    });
    // What a guest had in the cart came along, here too.
    await house.until(1, CART_LINES('cart.person_id is not null'));
    const placed = await order(buyer, wanted);
    await approve(await arriveAt(placed.path, 'supermarket-2', 390), placed);
    await shipAll(await colleague('supplier'), house, { ...placed, lot: wanted.lot });

    await buyer.open(`${house.origin}${placed.path}`);
    await acceptButOne(buyer, wanted);
    const owed = await receivableOf(house, placed);
    expect(owed.creditedFen).toBeGreaterThan(0n);
    expect(owed.openFen).toBe(owed.amountFen - owed.creditedFen);

    await buyer.page.getByText(owed.payCode, { exact: true }).waitFor();
    await enterTransfer(await finance(), house, owed);
    expect((await receivableOf(house, placed)).openFen).toBe(0n);
    await house.until(
      1,
      `select count(*) from ordering.purchase_order purchase join ordering.customer_order placed on placed.id = purchase.order_id
        where purchase.number = $1 and placed.state = 'paid'`,
      [placed.number],
    );
    await buyer.open(`${house.origin}${placed.path}`);
    // Read out with its unit before it is shown with its sign.
    await buyer.page.getByText(/已付 [1-9][\d,]*\.\d\d元/).waitFor();
    await buyer.checkAccess('purchase-paid');
  }));

/** From now on the supermarket pays before anything leaves. */
const PAYS_FIRST = `
  update ordering.business_account set payment = 'payFirst', term_days = null
   where organisation_id = (select id from registry.organisation where reference = 'B060')`;

test('where it pays first, the transfer with its code makes the order leave', () =>
  goingRound(house, visitors, async () => {
    await house.rows(PAYS_FIRST);
    const wanted = await wantedGoods();
    const buyer = await arriveAt('/business', 'supermarket', 390);
    const placed = await order(buyer, wanted);
    await approve(await arriveAt(placed.path, 'supermarket-2', 1280), placed);
    const [due] = await house.rows<{ fen: string; code: string }>(
      'select amount_fen::text as fen, pay_code as code from ordering.purchase_order where number = $1',
      [placed.number],
    );
    await buyer.open(`${house.origin}${placed.path}`);
    await buyer.page.getByText(due!.code, { exact: true }).waitFor();
    await buyer.page.getByText('全款到账后自动核销', { exact: false }).waitFor();
    await buyer.checkAccess('purchase-pays-first');
    const owed = { amountFen: BigInt(due!.fen), creditedFen: 0n, openFen: BigInt(due!.fen), payCode: due!.code };
    await enterTransfer(await finance(), house, owed);
    await house.until(
      1,
      `select count(*) from ordering.purchase_order purchase join ordering.customer_order placed on placed.id = purchase.order_id
        where purchase.number = $1 and placed.state = 'paid'`,
      [placed.number],
    );
    await shipAll(await colleague('supplier'), house, { ...placed, lot: wanted.lot });
    await buyer.open(`${house.origin}${placed.path}`);
    await buyer.page.getByText('待验收', { exact: true }).waitFor();
    expect((await receivableOf(house, placed)).openFen).toBe(0n);
  }));

test('and the books are whole', async () => {
  expect(await holding.brokenInvariants(house.count, holding.invariants)).toEqual({});
  for (const sql of Object.values(holding.whenQuiet)) await house.until(0, sql);
});
