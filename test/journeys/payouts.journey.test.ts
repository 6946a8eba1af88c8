import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holding } from '@xihuo/testing';
import type { Browser } from 'playwright-core';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { signInToConsole } from './steps';
import { openBrowser, Visitor } from './visitor';

/** What was settled is paid out: one of finance draws up the list, another approves it, the bank says what became of every line. */

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

async function finance(login: string, width: number): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, login, width);
  visitors.push(visitor);
  await signInToConsole(visitor, house, login);
  return visitor;
}

async function press({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** The act, and then the button of the same name in the box that asks. */
async function decide(visitor: Visitor, name: string): Promise<void> {
  await press(visitor, name);
  await visitor.page.getByRole('alertdialog').getByRole('button', { name, exact: true }).click();
}

interface Line {
  id: string;
  yuan: string;
}

test('a list is drawn up by one and approved by another, handed to the bank, and every line is paid or comes back', () =>
  goingRound(house, visitors, async () => {
    const drawer = await finance('finance', 1280);
    await drawer.open(`${house.origin}/console/settlement/payouts`);
    await drawer.checkAccess('payouts-none');
    await decide(drawer, '生成付款清单');
    await drawer.page.waitForURL(/settlement\/payouts\/[0-9a-f-]{36}$/);
    const address = drawer.page.url();
    await drawer.page.getByText('等待另一位财务人员复核').waitFor();
    await drawer.checkAccess('payout-drawn');

    const approver = await finance('finance-2', 390);
    await approver.open(address);
    await approver.checkAccess('payout-to-approve');
    await decide(approver, '复核通过');
    await house.wake('settlement.payouts');
    await house.until(1, `select count(*) from settlement.payout_run where state = 'setAside'`);

    await drawer.page.reload();
    await drawer.page.getByRole('row').nth(1).getByRole('link').click();
    await drawer.page.waitForURL('**/batches/**');
    await decide(drawer, '提交银行');
    await press(drawer, '下载付款文件');
    await drawer.page.getByLabel('用途').fill('上传网银');
    await drawer.checkAccess('payout-file');
    const [file] = await Promise.all([
      drawer.page.waitForEvent('download'),
      drawer.page.getByRole('alertdialog').getByRole('button', { name: '下载付款文件', exact: true }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^payout-.*\.csv$/);

    const batch = drawer.page.url().split('/').at(-1)!;
    const lines = await house.rows<Line>(
      `select upper(replace(id::text, '-', '')) as id, (amount_fen / 100.0)::numeric(18, 2)::text as yuan from settlement.payout_item
        where batch_id = $1 and state = 'setAside' order by id`,
      [batch],
    );
    expect(lines.length).toBeGreaterThan(1);
    const [{ today }] = (await house.rows<{ today: string }>(
      `select (platform.business_now() at time zone 'Asia/Shanghai')::date::text as today`,
    )) as [{ today: string }];
    const results = join(house.dataDir, 'results.csv');
    const rows = lines.map(
      ({ id, yuan }, at) => `${id},${at === 0 ? '失败' : '成功'},${yuan},${today},,${at === 0 ? '账号不存在' : ''}`,
    );
    writeFileSync(results, ['业务编号,结果,金额（元）,日期,银行流水号,原因', ...rows].join('\n'));
    await drawer.page.locator('input[type=file]').setInputFiles(results);
    const write = drawer.page.getByRole('button', { name: `确认记入 ${lines.length} 笔结果` });
    await write.waitFor();
    await drawer.checkAccess('payout-results');
    await write.click();
    await house.until(
      lines.length - 1,
      `select count(*) from settlement.payout_item where batch_id = $1 and state = 'paid'`,
      [batch],
    );
    await house.until(1, `select count(*) from settlement.payout_item where batch_id = $1 and state = 'failed'`, [
      batch,
    ]);
    await drawer.page.reload();
    await drawer.page.getByText('账号不存在').waitFor();
    await drawer.checkAccess('payout-batch');
  }));

test('and the books are whole', async () => {
  expect(await holding.brokenInvariants(house.count, holding.invariants)).toEqual({});
});
