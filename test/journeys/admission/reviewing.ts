import type { RunningHouse } from '../running-house';
import type { Visitor } from '../visitor';
import type { Colleague } from './colleague';

type Department = '农业农村' | '乡村振兴';

/** One department of the county signs for its own questions, with its seal. */
export async function sign(officer: Colleague, application: string, department: Department): Promise<void> {
  await officer.open(`/admission/applications/${application}`, 'application');
  for (const part of ['材料', '逐项结论', '核查与意见', '经过']) {
    await officer.page.getByRole('navigation', { name: '申请的各部分' }).getByText(part, { exact: true }).click();
    await officer.look(`application-${part}`);
  }
  await officer.decide(`签署推荐（${department}）`, async (box) => {
    for (const question of await box.getByRole('checkbox').all()) await question.check();
    await officer.fill('推荐意见', '实地看过果园和收购记录，情况属实，同意推荐。', box);
    await officer.fill('印章编号', department === '农业农村' ? '示例农章2026-1' : '示例振章2026-1', box);
  });
  await officer.read('已签署推荐');
}

/** A reviewer takes it, says there is no tie, asks the registers where nobody has, and ticks item after item. */
export async function claimAndTick(reviewer: Colleague, application: string): Promise<void> {
  const { page } = reviewer;
  await reviewer.open('/admission/queue', 'queue');
  await reviewer.open(`/admission/applications/${application}`, 'application');
  await reviewer.follow('开始审核');
  await reviewer.press('领取并开始审核');
  await reviewer.press('没有利益冲突，开始审核');
  await page.getByRole('heading', { name: '审核清单' }).waitFor();
  if ((await page.getByText('这次没查').count()) > 0)
    await reviewer.decide('登记信用查询', async (box) => {
      for (const register of ['严重违法失信名单', '失信被执行人', '经营异常名录', '食品与农产品安全处罚'])
        await reviewer.choose(register, '无列入', box);
      await reviewer.fill('从哪里查的', '示例信用公示系统', box);
    });
  const items = page.getByRole('listitem').filter({ has: page.getByRole('radio') });
  for (const item of await items.all()) {
    const passes = (await item.getByText('机器：未通过').count()) === 0;
    await item.getByRole('radio', { name: '通过', exact: true }).check();
    if (!passes || (await item.getByText('须写明理由').count()) > 0) {
      await reviewer.fill('说明', '已对照原件核对，以原件为准。', item);
      await item.getByLabel('说明').blur();
    }
  }
  const all = await items.count();
  await reviewer.read(`已核 ${all} / ${all} 项`);
  await reviewer.read(/已保存$/);
  await reviewer.look('desk');
}

/** The own verdict; it is sent once everything ticked has arrived. */
export async function approve(reviewer: Colleague): Promise<void> {
  await reviewer.decide('同意准入', (box) => reviewer.fill('审核意见', '材料齐全，与县级核实一致，同意准入。', box));
  await reviewer.page.waitForURL('**/admission/queue');
}

/** Anybody reads in the shop who is to be admitted, why, and until when one may object. */
export async function readNotice(visitor: Visitor, house: RunningHouse, supplier: string): Promise<void> {
  const { page } = visitor;
  await visitor.open(`${house.origin}/notices`);
  await visitor.checkAccess('notices');
  await page
    .getByRole('link', { name: new RegExp(supplier) })
    .first()
    .click();
  await page
    .getByRole('heading', { name: new RegExp(supplier) })
    .first()
    .waitFor();
  await visitor.checkAccess('notice');
}

/** Then, in the public register, what it is admitted on and since when. */
export async function readRegister(visitor: Visitor, house: RunningHouse, supplier: string): Promise<void> {
  const { page } = visitor;
  await visitor.open(`${house.origin}/register?q=${encodeURIComponent(supplier)}`);
  await visitor.checkAccess('register');
  await page
    .getByRole('main')
    .getByRole('link', { name: new RegExp(supplier) })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: new RegExp(supplier) }).waitFor();
  await visitor.checkAccess('supplier');
}
