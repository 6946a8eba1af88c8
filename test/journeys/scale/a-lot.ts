import { expect } from '@jest/globals';
import type { Colleague } from '../admission/colleague';

export interface ShippedLot {
  id: string;
  code: string;
  supplierId: string;
  product: string;
}

/** The supplier's own harvest goes in: the picture of the balance says so. */
export async function addTo(clerk: Colleague, lot: ShippedLot): Promise<void> {
  await clerk.decide(
    '登记自产',
    async (box) => {
      await clerk.press('登记', box);
      await box.getByText('请填重量，大于 0').waitFor();
      await box.getByLabel('重量（千克）').fill('30');
    },
    '登记',
  );
  await clerk.read('已登记自产');
  const [row] = await clerk.house.rows<{ grams: string }>(
    'select sum(grams) as grams from trace.own_output where lot_id = $1',
    [lot.id],
  );
  expect(Number(row!.grams)).toBeGreaterThanOrEqual(30_000);
}

/** What came in later wants a new certificate, where the category wants one at all. */
export async function certify(clerk: Colleague): Promise<void> {
  // The acts of a lot stand there all at once, this one only where a certificate is wanted.
  await clerk.page.getByRole('button', { name: '登记包装', exact: true }).waitFor();
  const button = clerk.page.getByRole('button', { name: '开具合格证', exact: true });
  if ((await button.count()) === 0) return;
  await button.click();
  const box = clerk.page.getByRole('alertdialog');
  await box.getByLabel('承诺依据').selectOption({ label: '自行检测合格' });
  await clerk.look('certify');
  await clerk.press('开具', box);
  await box.waitFor({ state: 'detached' });
}

/** Ten kilograms are graded into a new lot, one is lost; nothing may vanish. */
export async function processInto(clerk: Colleague, lot: ShippedLot): Promise<{ id: string; code: string }> {
  const { page } = clerk;
  await clerk.follow('登记加工');
  await page.getByRole('heading', { level: 1, name: '登记加工' }).waitFor();
  await page.getByLabel('加工方式').selectOption({ label: '分拣' });
  const inputs = page.getByRole('group', { name: '投入' });
  await inputs.getByLabel('重量（千克）').fill('10');
  const outputs = page.getByRole('group', { name: '产出' });
  await outputs.getByLabel('批次 1').selectOption({ label: `${lot.product}：新批次` });
  await outputs.getByLabel('重量（千克）').fill('9');
  await clerk.read(/还有 1 千克（2 斤）\s*没有去处/);
  await clerk.press('加一项损耗');
  const losses = page.getByRole('group', { name: '损耗' });
  await losses.getByLabel('原因 1').selectOption({ label: '分拣剔除' });
  await losses.getByLabel('重量（千克）').fill('1');
  await clerk.read(/平衡：投入 10 千克/);
  await clerk.look('processing');
  await clerk.press('登记加工');
  await page.getByRole('heading', { level: 1, name: '加工记录' }).waitFor();
  await clerk.look('processings');
  const [made] = await clerk.house.rows<{ id: string; code: string }>(
    `select made.id, made.code from trace.processing_input input
       join trace.processing_output output on output.processing_id = input.processing_id
       join trace.lot made on made.id = output.lot_id where input.lot_id = $1`,
    [lot.id],
  );
  return made!;
}

/** A pack of it, and the sheet of labels that goes on the packs. */
export async function packAndLabel(clerk: Colleague, made: { code: string }): Promise<void> {
  await clerk.decide('登记包装', async (box) => {
    await box.getByLabel('规格').selectOption({ index: 1 });
    await box.getByLabel('件数').fill('1');
  });
  await clerk.read('已登记包装');
  await clerk.read(/^包装 .* 1 件$/);
  const download = clerk.page.waitForEvent('download');
  await clerk.press('标签 PDF');
  expect((await download).suggestedFilename()).toBe(`${made.code}.pdf`);
}

/** Newer lots than a list of choices holds: the old one is found by its code, and stays chosen once the search is forgotten. */
export async function findOld(clerk: Colleague, lot: ShippedLot): Promise<void> {
  const { page, house } = clerk;
  await house.rows(
    `insert into trace.lot (code, supplier_id, product_id, produced_on, received_grams, created_at)
     select 'MANY-' || lpad(nth::text, 4, '0'), supplier_id, product_id, produced_on, 1000, platform.business_now()
       from trace.lot, generate_series(1, 101) nth where id = $1`,
    [lot.id],
  );
  await clerk.open('/trace/processings/new', 'processing-of-many');
  const choice = page.getByRole('group', { name: '投入' }).getByLabel('批次 1');
  const chosen = () => choice.locator('option:checked').innerText();
  const old = choice.locator('option', { hasText: lot.code });
  await choice.locator('option', { hasText: 'MANY-' }).first().waitFor({ state: 'attached' });
  expect(await old.count()).toBe(0);
  await page.getByLabel('按批次号或产品查找').fill(lot.code);
  await old.waitFor({ state: 'attached' });
  await choice.selectOption(lot.id);
  await clerk.look('processing-found');
  await page.getByLabel('按批次号或产品查找').fill('');
  await choice.locator('option', { hasText: 'MANY-' }).first().waitFor({ state: 'attached' });
  expect(await chosen()).toContain(lot.code);
}

/** The first lot is recalled: what was made of it goes with it, and every parcel is named. */
export async function recallIt(clerk: Colleague, lot: ShippedLot, made: { code: string }): Promise<void> {
  const { page, house } = clerk;
  await clerk.open(`/trace/lots/${lot.id}`, 'lot');
  await clerk.decide('召回', async (box) => {
    await box.getByText(made.code).waitFor();
    await box.getByLabel('级别').selectOption({ label: '二级：可能损害健康' });
    await box.getByLabel('原因').fill('农残超标');
    await box.getByLabel('给买家和公众的话').fill('请立即停止食用，凭订单退款。');
  });
  await page.getByRole('heading', { level: 1, name: '召回' }).waitFor();
  await clerk.read(lot.code);
  await clerk.read(made.code);
  const [parcels] = await house.rows<{ count: string; number: string }>(
    `select count(distinct line.supplier_order_id) as count, max(bought.number) as number
       from trace.movement join ordering.order_line line on line.id = movement.order_line_id
       join ordering.customer_order bought on bought.id = line.order_id where movement.lot_id = $1`,
    [lot.id],
  );
  const listed = page.getByRole('region', { name: '涉及的包裹' }).getByRole('rowheader');
  await listed.first().waitFor();
  expect(await listed.count()).toBe(Math.min(24, Number(parcels!.count)));
  await clerk.look('recall');
  // From one of its parcels the way leads back to the lot.
  await listed.first().getByRole('link').click();
  await page.getByRole('link', { name: '追来源' }).first().click();
  await page.getByRole('heading', { level: 1, name: '这一笔从哪里来' }).waitFor();
  await clerk.read(lot.code);
  await clerk.look('origin');
  await clerk.open(`/trace/lots/${lot.id}`, 'lot-recalled');
  await clerk.read(/这一批已召回/);
  expect(await page.getByRole('button', { name: '登记包装' }).count()).toBe(0);
}
