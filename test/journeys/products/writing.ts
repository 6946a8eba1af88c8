import type { Locator } from 'playwright-core';
import type { Colleague } from '../admission/colleague';
import type { Goods } from '../admission/selling';
import { watch } from './filming';

const own = ({ supplierId, productId }: Goods) => `/catalogue/products/${supplierId}/${productId}`;
const card = ({ page }: Colleague, name: string): Locator =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

/** What may not stand is named with its rule where the product is entered; mended, the product is there. */
export async function enterProduct(clerk: Colleague, name: string): Promise<Goods> {
  const { page } = clerk;
  // What was never listed has no listing to read.
  clerk.visitor.provokes(/404.*\/admission\/listings\//);
  clerk.visitor.provokes(/422.*\/products$/);
  await clerk.open('/catalogue/products', 'own-products');
  await clerk.decide(
    '添加产品',
    async (box) => {
      await clerk.fill('产品名称', name, box);
      await clerk.choose('类别', '水果', box);
      await clerk.county('产地县', ['甘肃省', '定西市', '渭源县'], box);
      await clerk.fill('产品介绍', '全国第一的苹果，常吃降血压。', box);
      await clerk.choose('贮存方式', '冷藏', box);
      await clerk.fill('保质期（天）', '60', box);
      await clerk.fill('规格', '2.5kg', box);
      await clerk.fill('零售价（元）', '40', box);
      await clerk.press('添加并填写档案', box);
      await box.getByText('「第一」').waitFor();
      await box.getByText('广告法第九条第三项').waitFor();
      await box.getByText('「降血压」').waitFor();
      await box.getByText('广告法第十七条、食品安全法第七十三条第一款').waitFor();
      await clerk.look('product-refused');
      await clerk.fill('产品介绍', '海拔两千二百米，日照长，昼夜温差大。', box);
    },
    '添加并填写档案',
  );
  await page.waitForURL(/\/catalogue\/products\/[^/]+\/[^/]+$/);
  const [productId, supplierId] = page.url().split('/').reverse();
  return { name, supplierId: supplierId!, productId: productId! };
}

/** Each step that is not met is told in words, with whose turn it is. */
export async function readMissing(clerk: Colleague, goods: Goods, sentences: readonly string[]): Promise<void> {
  await clerk.open(own(goods), 'own-product');
  for (const sentence of sentences) await clerk.read(sentence);
}

/** A second pack, its number, and how many a business orders; the dossier is judged with it. */
export async function addPack(clerk: Colleague, goods: Goods, pack: string): Promise<void> {
  await clerk.open(`${own(goods)}/listing`, 'listing');
  await clerk.decide(
    '增加规格',
    async (box) => {
      await clerk.fill('规格', pack, box);
      await clerk.fill('零售价（元）', '75', box);
      await clerk.fill('商品条码（GTIN）', '6901234567892', box);
      await clerk.fill('企业起订量（件）', '20', box);
      await clerk.fill('加订倍数（件）', '5', box);
    },
    '增加',
  );
  await card(clerk, '规格').getByText(pack, { exact: true }).waitFor();
}

/** A mark of quality with the day its certificate ends, in the dossier that is being written. */
export async function nameMark(clerk: Colleague, until: string): Promise<void> {
  const part = card(clerk, '绿色、有机、地理标志');
  await clerk.press('再加一项', part);
  await clerk.choose('种类', '绿色食品', part);
  await clerk.fill('编号', 'LB-18-2611010001A', part);
  await clerk.fill('证书持有人', '示例合作社', part);
  await clerk.fill('有效期至', until, part);
}

/** A count holds at once. */
export async function countStock(
  clerk: Colleague,
  goods: Goods,
  packs: Readonly<Record<string, number>>,
): Promise<void> {
  await clerk.open(`${own(goods)}/listing`, 'listing');
  for (const [pack, count] of Object.entries(packs)) {
    const label = `${pack} 的库存（件）`;
    const shelf = card(clerk, '库存').getByRole('group', { name: label, exact: true });
    await shelf.getByRole('textbox', { name: label, exact: true }).fill(String(count));
    await clerk.press('保存库存', shelf);
    await clerk.house.until(
      count,
      `select coalesce(max(stock.on_hand), 0) from ordering.stock
         join catalogue.sku on sku.id = stock.sku_id where sku.product_id = $1 and sku.pack = $2`,
      [goods.productId, pack],
    );
  }
}

/** Words that may not stand keep the change from being handed in; what they become is staged and waits. */
export async function stageChange(clerk: Colleague, goods: Goods): Promise<void> {
  const { page } = clerk;
  clerk.visitor.provokes(/422.*\/change\/submit$/);
  await clerk.open(`${own(goods)}/listing`, 'listing');
  await clerk.fill('卖点（中文）', '最好的苹果，提高免疫力');
  await clerk.press('提交复核');
  const alert = page.getByRole('alert').filter({ hasText: '「最好」' });
  await alert.getByText('广告法第九条第三项').waitFor();
  await alert.getByText('「免疫力」').or(alert.getByText('「提高免疫」')).first().waitFor();
  await clerk.look('listing-refused');
  await clerk.fill('卖点（中文）', '海拔两千二百米，脆甜');
  await page.getByRole('checkbox', { name: '9 月', exact: true }).check();
  await page.getByRole('checkbox', { name: '10 月', exact: true }).check();
  await clerk.fill('到货时剩余保质期不少于（天）', '30');
  await clerk.press('保存草稿');
  await clerk.read('已保存');
}

/** Tiers join the same change. */
export async function stageTiers(clerk: Colleague, pack: string): Promise<void> {
  const row = card(clerk, '规格')
    .getByRole('listitem')
    .filter({ has: clerk.page.getByText(pack, { exact: true }) });
  await clerk.press('设置阶梯价', row);
  const box = clerk.page.getByRole('alertdialog');
  await clerk.fill('满（件）', '20', box);
  await clerk.fill('每件（元）', '80', box);
  await clerk.press('保存到本次修改', box);
  await box.getByText('不能高于零售价').waitFor();
  await clerk.fill('每件（元）', '70', box);
  await clerk.press('加一档', box);
  await box.getByLabel('满（件）').last().fill('100');
  await box.getByLabel('每件（元）').last().fill('65');
  await clerk.look('tiers');
  await clerk.press('保存到本次修改', box);
  await box.waitFor({ state: 'detached' });
  await row.getByText('满 100 件，每件 ¥65.00').waitFor();
}

/** Within the band at once, beyond it with the change. */
export async function movePrices(clerk: Colleague, goods: Goods): Promise<void> {
  const prices = card(clerk, '零售价');
  await clerk.fill('2.5kg（元）', '43', prices);
  await clerk.press('更新价格', prices);
  await clerk.read('新价格已生效');
  const price = `select price_fen from catalogue.sku where product_id = $1 and pack = '2.5kg'`;
  await clerk.house.until(4300, price, [goods.productId]);
  await prices.getByLabel('2.5kg（元）').and(clerk.page.locator('[value="43"]')).waitFor();
  await clerk.fill('2.5kg（元）', '49', prices);
  await prices.getByText('超出幅度：会加入本次修改，复核通过后生效').waitFor();
  await clerk.press('更新价格', prices);
  await clerk.read('幅度以内的已生效；超出的已加入修改，提交复核后生效');
  await clerk.house.until(4300, price, [goods.productId]);
}

/** Handed in, with old beside new. */
export async function handIn(clerk: Colleague): Promise<void> {
  const change = card(clerk, '本次修改');
  await change.getByText('¥49.00').waitFor();
  await clerk.press('提交复核');
  await change.getByText('待复核').waitFor();
  await clerk.look('listing-waits');
}

/** The reviewer reads old and new and publishes. */
export async function publishChange(reviewer: Colleague, { name }: Goods): Promise<void> {
  const { page } = reviewer;
  await reviewer.open('/catalogue/changes', 'changes');
  await reviewer.follow(name);
  await page.getByRole('heading', { level: 1, name: `${name}：商品修改` }).waitFor();
  const rows = card(reviewer, '新旧对照');
  for (const text of ['海拔两千二百米，脆甜', '9、10 月', '30 天', '满 100 件，每件 ¥65.00', '¥43.00', '¥49.00'])
    await rows.getByText(text).first().waitFor();
  await watch(reviewer);
  await reviewer.look('change');
  await reviewer.decide('通过并发布', async () => undefined);
  await reviewer.read('已发布，商城显示新内容');
}
