import type { Colleague } from './colleague';
import type { Goods } from './selling';

const PLAN = '渭源县水果抽检';

/** A reviewer plans, another draws by lot: all that is on sale in the county, so that the goods are among it. */
export async function planAndDraw(planner: Colleague, drawer: Colleague): Promise<void> {
  await planner.open('/admission/watching/spot-checks', 'spot-checks');
  await planner.decide('制订抽检计划', async (box) => {
    await planner.fill('名称', PLAN, box);
    await planner.fill('目的', '上市季节例行抽检。', box);
    await planner.fill('地区', '621123', box);
    await planner.fill('抽样数', '1000', box);
  });
  await openPlan(planner);
  // Whoever planned does not draw.
  await planner.read('须由另一人办理');
  await planner.look('spot-check-planned');
  await openPlan(drawer);
  await drawer.decide('抽签', async () => undefined);
  await drawer.read('抽签种子');
  await drawer.look('spot-check-drawn');
}

async function openPlan(reviewer: Colleague): Promise<void> {
  await reviewer.open('/admission/watching/spot-checks', 'spot-checks');
  await reviewer.follow(PLAN);
  await reviewer.page.getByRole('heading', { level: 1, name: PLAN }).waitFor();
}

/** Taken, sealed, sent off; and the laboratory finds more than the limit. */
export async function findUnsound(reviewer: Colleague, { name }: Goods): Promise<void> {
  const row = reviewer.page.getByRole('row', { name });
  const step = async (word: string, fields: Readonly<Record<string, string>>) => {
    await row.getByRole('button', { name: word, exact: true }).click();
    const box = reviewer.page.getByRole('alertdialog');
    for (const [label, value] of Object.entries(fields)) await reviewer.fill(label, value, box);
    if (word === '登记结果') await reviewer.choose('单项判定', '不合格（食品安全）', box);
    await reviewer.look(`box ${word}`);
    await reviewer.press(word, box);
    await box.waitFor({ state: 'detached' });
  };
  await step('登记抽样', { 批次号: '20261105-1', 数量: '3 千克', 地点: '成品库', 封样编号: '示例封0017' });
  await step('登记送检', { 检验机构: '示例农产品检测中心' });
  await step('登记结果', {
    报告编号: 'SL2026-1188',
    检验项目: '毒死蜱',
    实测值: '0.21 mg/kg',
    限值: '0.02 mg/kg',
  });
  await row.getByText('不合格').first().waitFor();
  await reviewer.look('spot-check-failed');
}

/** What a failed sample brings: a case the machine opened, the product off the shelf, and both said to the supplier. */
export async function followConsequence(reviewer: Colleague, { supplierId, name }: Goods): Promise<string> {
  const { page } = reviewer;
  await reviewer.open(`/admission/watching/suppliers/${supplierId}`, 'watched-supplier');
  await page.getByRole('table', { name: '措施' }).getByRole('link', { name: '产品下架' }).first().waitFor();
  const cases = page.getByRole('table', { name: '线索与案件' });
  await cases.getByRole('link', { name: '质量抽检不合格' }).first().click();
  await page.getByRole('heading', { name: '发现的情况' }).waitFor();
  await reviewer.read(name);
  await reviewer.look('case-of-sample');
  return new URL(page.url()).pathname.replace('/console', '');
}

/** The supplier reads what was measured, and that another laboratory may be asked. */
export async function readOwnSample(clerk: Colleague, { name }: Goods): Promise<void> {
  await clerk.open('/admission/own', 'own-matters');
  const samples = clerk.page.getByRole('table', { name: '抽检' });
  await samples.getByRole('row', { name }).getByRole('button', { name: '申请复检' }).waitFor();
  await clerk.read('0.21 mg/kg');
  await clerk.look('own-sample-failed');
}
