import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { holding } from '@xihuo/testing';
import type { Browser } from 'playwright-core';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { askForCode, enterShop, pay } from './steps';
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

interface Goods {
  slug: string;
  product: string;
}

/** Something plain to buy. */
const goods = async (): Promise<Goods> =>
  (
    await house.rows<Goods>(
      `select slug, name_zh as product from catalogue.offer_v
        where for_sale and stock_state = 'inStock' group by slug, name_zh having count(*) = 1 and min(price_fen) < 20000
        order by name_zh limit 1`,
    )
  )[0]!;

/** Two addresses: one pasted whole, one pasted by a piece and finished by hand. */
async function keepsAddresses(visitor: Visitor): Promise<void> {
  const { page } = visitor;
  await page.getByRole('link', { name: '地址簿' }).click();
  await page.getByText('还没有保存地址').waitFor();
  await visitor.checkAccess('addresses-none');
  await page.getByRole('button', { name: '新增地址' }).click();
  await page.getByRole('button', { name: '粘贴整段地址，自动识别' }).click();
  await page.getByLabel('粘贴地址').fill('李四，139 0000 0001；陕西省、西安市、雁塔区示例路2号');
  await page.getByRole('button', { name: '识别', exact: true }).click();
  await page.getByText('已填入下方，请核对').waitFor();
  await page
    .getByLabel('区县', { exact: true })
    .locator('option:checked', { hasText: '雁塔区' })
    .waitFor({ state: 'attached' });
  expect(await page.getByLabel('收货人').inputValue()).toBe('李四');
  expect(await page.getByLabel('手机号').inputValue()).toBe('13900000001');
  expect(await page.getByLabel('详细地址').inputValue()).toBe('示例路2号');
  await page.getByLabel(/标签/).selectOption({ label: '公司' });
  await visitor.checkAccess('address-pasted');
  await page.getByRole('button', { name: '保存地址' }).click();
  await page.getByText('陕西省西安市雁塔区示例路2号').waitFor();
  await page.getByText('默认', { exact: true }).waitFor();

  await page.getByRole('button', { name: '新增地址' }).click();
  await page.getByRole('button', { name: '粘贴整段地址，自动识别' }).click();
  await page.getByLabel('粘贴地址').fill('上海市黄浦区示例路100号2单元301');
  await page.getByRole('button', { name: '识别', exact: true }).click();
  await page.getByLabel('市、州或区县').locator('option:checked', { hasText: '黄浦区' }).waitFor({ state: 'attached' });
  await page.getByLabel('收货人').fill('张示例');
  await page.getByLabel('手机号').fill('13900000000');
  await page.getByRole('button', { name: '保存地址' }).click();
  await page.getByText('上海市黄浦区示例路100号2单元301').waitFor();
  await visitor.checkAccess('addresses');
}

/** The one that is not the default is chosen at checkout, and nothing has to be typed. */
async function buysWithOne(visitor: Visitor, { slug, product }: Goods): Promise<string> {
  const { page } = visitor;
  await visitor.open(`${house.origin}/p/${slug}`);
  await page.getByRole('button', { name: '加入购物车' }).first().click();
  await page.getByText('已加入购物车').first().waitFor();
  await visitor.open(`${house.origin}/cart`);
  await page.getByRole('button', { name: `移除 ${product}` }).click();
  await page.getByText(`已移除 ${product}`).waitFor();
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await page.getByRole('button', { name: `移除 ${product}` }).waitFor();
  await page.getByRole('button', { name: '领取 满额示例券' }).click();
  await page.getByText('已领取', { exact: true }).first().waitFor();
  await visitor.checkAccess('cart-coupon');
  await page.getByRole('link', { name: '去结算' }).first().click();
  await page.getByRole('radio', { name: /李四/, checked: true }).waitFor();
  await page.getByRole('radio', { name: /张示例/ }).check();
  await visitor.checkAccess('checkout-book');
  await page.getByRole('button', { name: '提交订单' }).click();
  const number = await pay(visitor);
  await page.getByRole('button', { name: '催发货' }).click();
  await page.getByText('已提醒商家尽快发货').waitFor();
  await page.getByText(/\d 已提醒$/).waitFor();
  return number;
}

async function keepsFavourite(visitor: Visitor, { slug, product }: Goods): Promise<void> {
  const { page } = visitor;
  await visitor.open(`${house.origin}/p/${slug}`);
  await page.getByRole('button', { name: '收藏', exact: true }).first().click();
  await page.getByRole('button', { name: '收藏', exact: true, pressed: true }).first().waitFor();
  await visitor.open(`${house.origin}/account/favourites`);
  await page.getByRole('link', { name: new RegExp(`^${product}`) }).waitFor();
  await page.getByRole('switch', { name: '收藏降价、到货时告诉我' }).click();
  await page.getByRole('switch', { checked: true }).waitFor();
  await visitor.checkAccess('favourites');
  await house.rows(
    'update catalogue.sku set price_fen = price_fen - 100 where product_id = (select id from catalogue.product where slug = $1)',
    [slug],
  );
  await house.wake('catalogue.tellOfFavourites');
  await house.until(1, `select count(*) from platform.notice where title_zh = '收藏的商品降价了'`);
  await page.reload({ waitUntil: 'networkidle' });
  await page.getByRole('button', { name: new RegExp(`取消收藏 ${product}`) }).click();
  await page.getByText('还没有收藏').waitFor();
  await visitor.checkAccess('favourites-none');
}

/** What was looked at stays in this browser until it is forgotten; what was asked to be invoiced is found with its order. */
async function looksBack(visitor: Visitor, { product }: Goods): Promise<void> {
  const { page } = visitor;
  await visitor.open(`${house.origin}/account`);
  await page.getByRole('link', { name: '浏览记录' }).click();
  await page.getByRole('main').getByRole('link', { name: product }).waitFor();
  await visitor.checkAccess('history');
  await page.getByRole('button', { name: '清空浏览记录' }).click();
  await page.getByText('还没有浏览记录').waitFor();
  await visitor.open(`${house.origin}/account`);
  await page.getByRole('link', { name: '发票' }).click();
  await page.getByText('还没有发票').waitFor();
  await visitor.checkAccess('own-invoices');
}

/** A coupon so far away that no order here comes to use it. */
const offersCoupon = () =>
  house.rows(
    `insert into ordering.promotion (id, kind, state, name_zh, name_en, starts_at, ends_at, threshold_fen, reduction_fen, funders,
                                     claims_most, created_at)
     values ($1, 'coupon', 'published', '满额示例券', 'Example coupon', platform.business_now() - interval '1 hour',
             platform.business_now() + interval '1 year', 9000000, 100, $2, 100, platform.business_now())`,
    [randomUUID(), JSON.stringify([{ kind: 'platform', organisationId: null, shareBp: 10_000 }])],
  );

/** The file holds what is kept, opened. */
async function takesData(visitor: Visitor, phone: string, number: string): Promise<void> {
  const { page } = visitor;
  await visitor.open(`${house.origin}/account/privacy`);
  await page.getByText('收藏降价、到货提醒').first().waitFor();
  await visitor.checkAccess('privacy-centre');
  await page.getByRole('button', { name: '下载我的信息' }).click();
  await page.getByLabel('手机号').fill(phone);
  await page.getByLabel('短信验证码').fill(await askForCode(visitor, house, phone));
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '验证并下载' }).click();
  const file = JSON.parse(readFileSync(await (await coming).path(), 'utf8')) as Record<string, Record<string, unknown>>;
  expect(file['identity']).toMatchObject({ account: { phone } });
  expect(file['ordering']).toMatchObject({
    addresses: [{ delivery: { name: '李四' } }, { delivery: { name: '张示例' } }],
    orders: [{ number, delivery: { name: '张示例', address: '示例路100号2单元301' } }],
  });
  // With an order under way the account cannot be deleted, and it says why.
  await page.getByText('1 个订单未完成，或还在售后期内').waitFor();
}

test('an account keeps addresses, favourites and settings, and hands out what is kept of it', () =>
  goingRound(house, visitors, async () => {
    const phone = '13812345680';
    const thing = await goods();
    await offersCoupon();
    const buyer = await arrive('own', 390);
    const { page } = buyer;
    await buyer.open(`${house.origin}/account`);
    await enterShop(buyer, house, phone);
    await page.getByRole('link', { name: '收藏' }).waitFor();
    await buyer.checkAccess('account-home');
    await keepsAddresses(buyer);
    const number = await buysWithOne(buyer, thing);
    await keepsFavourite(buyer, thing);
    await takesData(buyer, phone, number);
    await buyer.open(`${house.origin}/account/coupons`);
    await page.getByText('满额示例券').waitFor();
    await buyer.checkAccess('coupons');
    await looksBack(buyer, thing);
    await buyer.open(`${house.origin}/account/settings`);
    await page.getByRole('switch', { name: '长辈版' }).click();
    await page.getByRole('switch', { name: '长辈版', checked: true }).waitFor();
    await buyer.checkAccess('settings-elder');

    // Another device reads as the account wants it, from its first page on.
    const elsewhere = await arrive('own-elsewhere', 1280);
    await elsewhere.open(`${house.origin}/account`);
    await enterShop(elsewhere, house, phone);
    await elsewhere.page.locator('html[data-elder]').waitFor();
    await elsewhere.checkAccess('account-home-elder');
    for (const path of ['privacy', 'terms']) {
      await elsewhere.open(`${house.origin}/${path}`);
      await elsewhere.page.getByText(/第 1 版/).waitFor();
      await elsewhere.checkAccess(path);
    }
  }));

test('an account is deleted after a week in which that can be taken back; the books stand and the phone begins anew', () =>
  goingRound(house, visitors, async () => {
    const phone = '13812345681';
    const buyer = await arrive('leaving', 390);
    const { page } = buyer;
    const asks = async () => {
      await page.getByRole('button', { name: '注销账号' }).click();
      await page.getByLabel('手机号').fill(phone);
      await page.getByLabel('短信验证码').fill(await askForCode(buyer, house, phone));
      await page.getByRole('button', { name: '验证并申请注销' }).click();
      await page.getByText(/账号将在 .+ 之后注销/).waitFor();
    };
    await buyer.open(`${house.origin}/account/privacy`);
    await enterShop(buyer, house, phone);
    await asks();
    await buyer.checkAccess('deletion-asked');
    await page.getByRole('button', { name: '不注销了' }).click();
    await page.getByText('已取消注销').waitFor();
    await page.getByRole('button', { name: '注销账号' }).waitFor();
    await asks();
    const orders = await house.count('select count(*) from ordering.customer_order');
    await house.setClock('8 days');
    await house.wake('identity.deleteAccounts');
    await house.until(1, 'select count(*) from identity.account_deletion where done_at is not null');
    await buyer.open(`${house.origin}/account`);
    await page.getByLabel('手机号').waitFor();
    expect(await house.count('select count(*) from ordering.customer_order')).toBe(orders);
    await enterShop(buyer, house, phone);
    await page.getByRole('link', { name: '收藏' }).waitFor();
    expect(await house.count(`select count(*) from identity.person where display_name = '已注销'`)).toBe(1);
    expect(await holding.brokenInvariants(house.count)).toEqual({});
  }));
