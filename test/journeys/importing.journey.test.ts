import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { paperwork } from '@xihuo/testing';
import type { Browser } from 'playwright-core';
import { Crashes, eventually } from '../chaos/crashes';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { GOOD_PRODUCTS, productRows, workbookOf } from './importing/tables';
import { openBrowser, type Visitor } from './visitor';
import { startHouse, type RunningHouse } from './running-house';

jest.setTimeout(900_000);

let house: RunningHouse;
let browser: Browser;
const failpoints = mkdtempSync(join(tmpdir(), 'xihuo-failpoints-'));
const visitors: Visitor[] = [];

beforeAll(async () => {
  house = await startHouse({ FAILPOINTS: failpoints });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
  rmSync(failpoints, { recursive: true, force: true });
});

const BETWEEN_CHUNKS = 'import.write:betweenChunks';
const written = () => house.count(`select count(*) from catalogue.product where name_zh like '示例果%'`);

async function handIn(clerk: Colleague, button: string, file: { name: string; buffer: Buffer }): Promise<void> {
  await clerk.press(button);
  await clerk.page.locator('main input[type=file]').setInputFiles({ ...file, mimeType: 'application/octet-stream' });
}

/** What the table of faults says of one row. */
async function faultOf(clerk: Colleague, row: number): Promise<string> {
  const line = clerk.page.getByRole('row').filter({ has: clerk.page.getByText(`第 ${row} 行`, { exact: true }) });
  return (await line.first().textContent()) ?? '';
}

async function arrive(width: number): Promise<Colleague> {
  const clerk = await Colleague.arrive(browser, house, 'supplier', width);
  visitors.push(clerk.visitor);
  await clerk.open('/catalogue/products');
  return clerk;
}

test('a workbook of products: faults shown and handed out, good rows written though the worker is killed, nothing twice', async () => {
  const clerk = await arrive(1280);
  const { page } = clerk;
  await goingRound(house, visitors, async () => {
    const [county] = await house.rows<{ code: string }>(
      `select code from registry.region where level = 'county' order by code desc limit 1`,
    );
    const table = { name: '新商品.xlsx', buffer: await workbookOf(productRows(county!.code)) };
    await handIn(clerk, '批量新增商品', table);
    await clerk.read(`可写入 ${GOOD_PRODUCTS} 行`);
    await clerk.read('有误 4 行');
    expect(await written()).toBe(0);
    expect(await faultOf(clerk, 3)).toMatch(/品类.*野菜.*不是可选的值.*填写：水果/);
    expect(await faultOf(clerk, 4)).toMatch(/产地.*没有的县.*没有这个县.*6 位行政区划代码/);
    expect(await faultOf(clerk, 5)).toMatch(/零售价.*12.*单元格是公式.*选择性粘贴/);
    expect(await faultOf(clerk, 6)).toMatch(/整行.*与第 2 行重复/);
    await clerk.look('import-preview');

    const [download] = await Promise.all([page.waitForEvent('download'), clerk.press('下载错误清单（CSV）')]);
    const errors = readFileSync(await download.path(), 'utf8');
    expect(errors).toContain('没有这个县（市、区）');
    expect(errors.trim().split('\r\n')).toHaveLength(5);

    await clerk.tick(/跳过有误的 4 行/);
    const letWork = house.hold('worker');
    await clerk.press(`确认写入 ${GOOD_PRODUCTS} 行`);
    await clerk.read(`已写入 0 / ${GOOD_PRODUCTS}，可以离开这一页`);
    await clerk.look('import-progress');
    const crashes = new Crashes(house, failpoints);
    const former = crashes.pid('worker');
    crashes.arm(BETWEEN_CHUNKS);
    letWork();
    await eventually('the worker died between two chunks', () => Promise.resolve(crashes.cameBy(BETWEEN_CHUNKS)));
    await crashes.restarted('worker', former);
    await house.wake('platform.runImports');
    await clerk.read(`已写入 ${GOOD_PRODUCTS} 行`);
    expect(await written()).toBe(GOOD_PRODUCTS);
    await clerk.look('import-done');

    // The same table again: everything is there, nothing to write.
    await clerk.press('再导入一张');
    await page.locator('main input[type=file]').setInputFiles({ ...table, mimeType: 'application/octet-stream' });
    await clerk.read(`已登记过 ${GOOD_PRODUCTS} 行`);
    await clerk.press('换一张表');
    await clerk.press('收起');
    expect(await written()).toBe(GOOD_PRODUCTS);
  });
});

test('on a phone: a GB 18030 table of prices; those beyond the band wait and are handed in together; then counts', async () => {
  const clerk = await arrive(390);
  await goingRound(house, visitors, async () => {
    const supplier = `(select organisation_id from identity.role_grant join identity.credential using (person_id)
      where login = 'supplier' and role = 'supplier' and ended_at is null limit 1)`;
    const packs = await house.rows<{ id: string; slug: string; pack: string; fen: number }>(
      `select distinct on (slug) sku_id as id, slug, pack, price_fen::int as fen from catalogue.offer_v offer
        where supplier_id = ${supplier} and listed
        order by slug limit 2`,
    );
    const [small, large] = packs as [(typeof packs)[0], (typeof packs)[0]];
    const lines = [
      '商品代码,规格,零售价（元）',
      `${small.slug},${small.pack},${((small.fen + 10) / 100).toFixed(2)}`,
      `${large.slug},${large.pack},${((large.fen * 2) / 100).toFixed(2)}`,
      `${small.slug},没有的规格,10`,
      `没有的商品,${small.pack},三十`,
    ];
    const table = { name: '改价.csv', buffer: paperwork.encodeGb18030(lines.join('\r\n')) };
    await handIn(clerk, '批量改价', table);
    await clerk.read('可写入 2 行');
    expect(await faultOf(clerk, 4)).toMatch(/您没有这个商品的这个规格/);
    expect(await faultOf(clerk, 5)).toMatch(/三十.*不是有效金额.*19\.90/);
    await clerk.look('import-preview');
    await clerk.tick(/跳过有误的 2 行/);
    await clerk.press('确认写入 2 行');
    await clerk.read('已写入 2 行');
    await clerk.press('收起');
    await clerk.read('1 个商品（1 个规格）的新价格超出浮动范围，还没有提交复核');
    await clerk.look('prices-wait');
    await clerk.press('全部提交复核');
    await clerk.read('1 个商品的新价格正在复核');
    const fen = (id: string) =>
      house.rows<{ fen: number }>('select price_fen::int as fen from catalogue.sku where id = $1', [id]);
    expect(await fen(small.id)).toEqual([{ fen: small.fen + 10 }]);
    expect(await fen(large.id)).toEqual([{ fen: large.fen }]);

    const counts = await workbookOf([
      ['商品代码', '规格', '库存（件）'],
      [small.slug, small.pack, 4321],
      [large.slug, large.pack, -1],
    ]);
    await handIn(clerk, '批量填库存', { name: '库存.xlsx', buffer: counts });
    await clerk.read('有误 1 行');
    await clerk.tick(/跳过有误的 1 行/);
    await clerk.press('确认写入 1 行');
    await clerk.read('已写入 1 行');
    expect(await house.rows('select on_hand from ordering.stock where sku_id = $1', [small.id])).toEqual([
      { on_hand: 4321 },
    ]);
  });
});
