import { holding } from '@xihuo/testing';
import type { Browser } from 'playwright-core';
import { AtTheBooks } from './books/at-the-books';
import { askEverybody, daysPass, duesArePaid, leaves } from './books/leaving';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, type Visitor } from './visitor';

/** A supplier leaves: its orders end, its households have theirs, what it cannot give back is written off, and its account is closed. */

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

async function atWork(login: string, width: number): Promise<AtTheBooks> {
  const somebody = await AtTheBooks.arrive(browser, house, login, width);
  visitors.push(somebody.visitor);
  return somebody;
}

const step = (exit: string, name: string, state: string, why = '%') =>
  house.until(
    1,
    'select count(*) from admission.exit_step where exit_id = $1 and step = $2 and state = $3 and why like $4',
    [exit, name, state, why],
  );
const statements = (supplier: string, closing: number) =>
  house.until(1, 'select count(*) from settlement.statement where supplier_id = $1 and closing_fen = $2', [
    supplier,
    closing,
  ]);

/** What people report of an exit. */
async function report(operator: AtTheBooks, name: string, why: string): Promise<void> {
  await operator.page.getByRole('row', { name }).getByRole('button', { name: '报告进展' }).click();
  await operator.asked.getByLabel('状态').selectOption({ label: '已完成' });
  await operator.fill({ 进展: why });
  await operator.submit('报告进展');
}

test('open orders, farmer dues, what is written off, the last statement, and a closed account', () =>
  goingRound(house, visitors, async () => {
    const [said] = await house.rows<{ id: string; supplier: string; name: string; closing: string }>(
      `select statement.id, supplier_id as supplier, supplier.name_zh as name, closing_fen::text as closing
         from settlement.statement join registry.organisation supplier on supplier.id = statement.supplier_id
        where closing_fen > 0 order by statement.period_end desc, statement.id limit 1`,
    );
    const { id, supplier, name, closing } = said!;
    // It is to give back seventy yuan more than it has.
    const owes = Number(closing) + 7_000;
    const proposer = await atWork('finance', 1280);
    const decider = await atWork('finance-2', 390);
    await proposer.open(`/settlement/statements/${id}`);
    await proposer.press('提出更正');
    await proposer.asked.getByLabel('方向').selectOption({ label: '向供应商收回' });
    await proposer.fill({ '金额（元）': (owes / 100).toFixed(2), 理由: '运费少扣', 依据: '承运商 11 月对账单' });
    await proposer.submit('提出更正');
    await house.until(1, `select count(*) from settlement.adjustment where state = 'proposed'`);
    await decider.approveNext(name);
    await daysPass(house, 1);
    await house.wake('settlement.daily');
    await statements(supplier, -7_000);

    const exit = await leaves(house, supplier);
    await askEverybody(house);
    await step(exit, 'openOrders', 'done');
    await askEverybody(house);
    await step(exit, 'farmerDues', 'blocked', '尚欠 %');
    const operator = await atWork('operator', 1280);
    await operator.open(`/admission/watching/exits`, 'exits');
    await operator.page.getByRole('link', { name }).click();
    await operator.page.getByText(/尚欠 \d+ 户/).waitFor();
    await operator.visitor.checkAccess('exit-blocked');

    expect(await duesArePaid(house, supplier)).toBeGreaterThan(0);
    await askEverybody(house);
    await step(exit, 'farmerDues', 'done');
    await askEverybody(house);
    await step(exit, 'remainingDebts', 'blocked', '供应商应退 70.00 元');

    const [last] = await house.rows<{ id: string }>(
      'select id from settlement.statement where supplier_id = $1 order by period_end desc limit 1',
      [supplier],
    );
    await proposer.open(`/settlement/statements/${last!.id}`, 'statement-of-who-leaves');
    await proposer.press('提出核销');
    await proposer.fill({ '金额（元）': '70.00', 理由: '账户已注销', 依据: '催收函' });
    await proposer.visitor.checkAccess('write-off');
    await proposer.submit('提出核销');
    await house.until(1, `select count(*) from settlement.adjustment where state = 'proposed' and kind = 'writeOff'`);
    await decider.approveNext(name);
    await askEverybody(house);
    await step(exit, 'remainingDebts', 'done', '双方已无欠款；已核销 70.00 元');

    await daysPass(house, 2);
    await house.wake('settlement.daily');
    await statements(supplier, 0);
    await askEverybody(house);
    await step(exit, 'finalStatement', 'done', '最后一期结算单截至 %');

    await operator.page.reload({ waitUntil: 'networkidle' });
    await report(operator, '收回账号权限', '工作台账号已全部停用');
    await report(operator, '档案留存', '申请和案件已归档');
    await operator.page.getByText('已退出').waitFor();
    await operator.visitor.checkAccess('exit-closed');
    expect(await house.rows('select state from admission.exit_procedure where id = $1', [exit])).toEqual([
      { state: 'completed' },
    ]);
  }));

test('and the books are whole', async () => {
  expect(await holding.brokenInvariants(house.count, holding.invariants)).toEqual({});
});
