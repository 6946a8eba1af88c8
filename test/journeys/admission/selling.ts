import { expect } from '@jest/globals';
import type { RunningHouse } from '../running-house';
import type { Visitor } from '../visitor';
import type { Colleague } from './colleague';
import { daysAgo, photo, SCAN } from './invented';

export interface Goods {
  name: string;
  supplierId: string;
  productId: string;
}

/** A product that was never listed has no listing to read: the page says so, and the browser notes the 404. */
const NEVER_LISTED = /404.*\/admission\/listings\//;

/** A product with its first pack; its dossier opens at once. */
export async function addProduct(clerk: Colleague, name: string): Promise<Goods> {
  const { page } = clerk;
  clerk.visitor.provokes(NEVER_LISTED);
  await clerk.open('/catalogue/products', 'own-products');
  await clerk.decide(
    '添加产品',
    async (box) => {
      await clerk.fill('产品名称', name, box);
      await clerk.choose('类别', '水果', box);
      await clerk.county('产地县', ['甘肃省', '定西市', '渭源县'], box);
      await clerk.fill('产品介绍', '海拔两千二百米，日照长，昼夜温差大。', box);
      await clerk.choose('贮存方式', '冷藏', box);
      await clerk.fill('保质期（天）', '60', box);
      await clerk.fill('规格', '2.5kg', box);
      await clerk.fill('零售价（元）', '39.9', box);
    },
    '添加并填写档案',
  );
  await page.waitForURL(/\/catalogue\/products\/[^/]+\/[^/]+$/);
  const [productId, supplierId] = page.url().split('/').reverse();
  return { name, supplierId: supplierId!, productId: productId! };
}

async function attach(clerk: Colleague, card: string, field: string): Promise<void> {
  const part = clerk.page
    .locator('section')
    .filter({ has: clerk.page.getByRole('heading', { level: 2, name: card, exact: true }) });
  const input = part.locator('input[type=file]').first();
  const file = field.endsWith('.pdf')
    ? { mimeType: 'application/pdf', buffer: SCAN }
    : { mimeType: 'image/jpeg', buffer: await photo(card) };
  await input.setInputFiles({ name: field, ...file });
  await part.getByRole('button', { name: '看原件' }).first().waitFor();
}

/** All that the standard asks of a product, with its papers, sent for review. */
export async function sendDossier(clerk: Colleague): Promise<void> {
  const { page } = clerk;
  const part = (name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });
  await clerk.choose('包装形式', '散装或食用农产品');
  await clerk.fill('一年可供货值（元）', '800000');
  await clerk.county('生产或加工所在县', ['甘肃省', '定西市', '渭源县']);
  await clerk.county('原料所在县', ['甘肃省', '定西市', '渭源县']);
  await clerk.press('再加一项', part('产地证明'));
  await clerk.choose('种类', '村级证明', part('产地证明'));
  await clerk.fill('名称或编号', '示例村证明2026-7', part('产地证明'));
  await attach(clerk, '产地证明', '村委会证明.pdf');
  await clerk.fill('编号', 'SL2026-0917', part('检测报告'));
  await clerk.fill('检测机构', '示例农产品检测中心', part('检测报告'));
  await clerk.fill('检测日期', daysAgo(30), part('检测报告'));
  await clerk.tick('报告有 CMA 标志', part('检测报告'));
  await clerk.tick('结论为合格', part('检测报告'));
  await attach(clerk, '检测报告', '检测报告.jpg');
  await clerk.fill('售后电话', '0932-4000000', part('售后'));
  await clerk.fill('退货地址', '甘肃省定西市渭源县示例镇示例村一组', part('售后'));
  await clerk.fill('多少小时内答复', '24', part('售后'));
  await clerk.look('dossier-form');
  await clerk.press('送审');
  await clerk.read('等平台审核人员逐项核对');
  await clerk.look('dossier-sent');
}

/** From the list of what waits, item by item, to the listing. */
export async function approveDossier(reviewer: Colleague, { name }: Goods): Promise<void> {
  const { page } = reviewer;
  reviewer.visitor.provokes(NEVER_LISTED);
  await reviewer.open('/admission/dossiers', 'dossiers');
  await reviewer.follow(name);
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await reviewer.look('dossier');
  const items = page.getByRole('listitem').filter({ has: page.getByRole('radio') });
  await items.first().waitFor();
  for (const item of await items.all()) {
    const plain = (await item.getByText('不适用', { exact: true }).count()) > 1;
    await item.getByRole('radio', { name: plain ? '不适用' : '通过', exact: true }).check();
    if ((await item.getByText('与机器结论不同').count()) > 0)
      await reviewer.fill('核对说明', '已看原件，符合要求。', item);
  }
  await reviewer.fill('审核意见', '各项核对无误，准予上架。');
  await reviewer.look('dossier-ticked');
  await reviewer.press('通过，准予上架');
  await reviewer.read('已通过，产品按这一版上架');
}

/** What lies on the shelf, as a count would say: no page counts it yet. */
export async function stockUp(house: RunningHouse, { productId }: Goods): Promise<void> {
  await house.rows(
    `with kept as (
       insert into ordering.stock (sku_id, on_hand) select id, 50 from catalogue.sku where product_id = $1 returning sku_id
     ), moved as (
       insert into ordering.stock_movement (sku_id, kind, on_hand_change, reserved_change, at)
       select sku_id, 'count', 50, 0, platform.business_now() from kept
     )
     update catalogue.sku set stock_state = 'inStock' where id in (select sku_id from kept)`,
    [productId],
  );
}

/** Whether the shop's search finds it, once the index has followed. */
export async function offered(visitor: Visitor, house: RunningHouse, { name, productId }: Goods): Promise<boolean> {
  const { page } = visitor;
  await house.until(0, 'select count(*) from catalogue.search_stale where product_id = $1', [productId]);
  await visitor.open(`${house.origin}/products?q=${encodeURIComponent(name)}`);
  await visitor.checkAccess('search');
  return (
    (await page
      .getByRole('main')
      .getByRole('link', { name: new RegExp(`^${name}`) })
      .count()) > 0
  );
}

/** Up to the last button of the checkout. */
export async function bringToCheckout(visitor: Visitor, house: RunningHouse, goods: Goods): Promise<void> {
  const { page } = visitor;
  expect(await offered(visitor, house, goods)).toBe(true);
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(`^${goods.name}`) })
    .first()
    .click();
  await page.getByRole('button', { name: '立即购买' }).click();
  await page.getByLabel('收货人').fill('张示例');
  await page.getByLabel('手机号').fill('13900000000');
  await page.getByLabel('省、自治区、直辖市').selectOption({ label: '上海市' });
  await page.getByLabel('市、州或区县').selectOption({ label: '黄浦区' });
  await page.getByLabel('详细地址').fill('示例路100号2单元301');
}

/** What was in the basket a moment ago is refused by the very request that would buy it, and the page names it. */
export async function refusedAtCheckout(visitor: Visitor, { name }: Goods): Promise<void> {
  const { page } = visitor;
  visitor.provokes(/409.*\/orders$/);
  await page.getByRole('button', { name: '提交订单' }).click();
  await page.getByText('商品当前不可购买').waitFor();
  await page.getByRole('alert').getByText(name).waitFor();
  await visitor.checkAccess('refused-at-checkout');
}
