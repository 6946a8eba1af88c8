import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { holding } from '@xihuo/testing';
import type { Browser } from 'playwright-core';
import { nameOwnAccount } from './books/own-payee-account';
import { mendCard, onASlowLine, ownHousehold } from './farmer/mending';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { signInByPhone, signInToConsole } from './steps';
import { openBrowser, Visitor } from './visitor';

/**
 * What was settled is paid out: one of finance draws up the list, another approves it, the bank says what became of every line; a household
 * whose money came back names another card on a small phone, and is paid again.
 */

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
  payee: string;
  yuan: string;
}

/** What the first view of a farm household may weigh on the wire, program, words, letters and all, before anybody is signed in. */
const FIRST_VIEW_BYTES = 200_000;

/** Who drew the list up and who approved it is told at the foot of its page. */
async function readWhatWasDone(reader: Visitor): Promise<void> {
  await reader.page.reload();
  await reader.page.getByText('操作记录', { exact: true }).click();
  await reader.page.getByText('付款 起草').waitFor();
  await reader.page.getByText('付款 通过').waitFor();
  await reader.checkAccess('payout-history');
}

/** Cards that clerks registered are held for their hours from the first list on: these are over. */
const hoursPass = () => house.rows(`update settlement.payee_account set held_until = proposed_at`);

async function drawList(drawer: Visitor): Promise<string> {
  await drawer.open(`${house.origin}/console/settlement/payouts`);
  await decide(drawer, '生成付款清单');
  await drawer.page.waitForURL(/settlement\/payouts\/[0-9a-f-]{36}$/);
  return drawer.page.url();
}

/** The bank's table for a batch. */
async function hear(drawer: Visitor, told: readonly (Line & { outcome: string; why: string })[]): Promise<void> {
  const [{ today }] = (await house.rows<{ today: string }>(
    `select (platform.business_now() at time zone 'Asia/Shanghai')::date::text as today`,
  )) as [{ today: string }];
  const results = join(house.dataDir, 'results.csv');
  const rows = told.map(({ id, yuan, outcome, why }) => `${id},${outcome},${yuan},${today},,${why}`);
  writeFileSync(results, ['业务编号,结果,金额（元）,日期,银行流水号,原因', ...rows].join('\n'));
  await drawer.page.locator('input[type=file]').setInputFiles(results);
  const write = drawer.page.getByRole('button', { name: `确认记入 ${told.length} 笔结果` });
  await write.waitFor();
  await drawer.checkAccess('payout-results');
  await write.click();
}

let drawer: Visitor;
let approver: Visitor;
let farmer: Visitor;
let household: Awaited<ReturnType<typeof ownHousehold>>;
let batch: string;

test('over a line of 400 kbit/s a household sees where to sign in for few bytes, and comes in', () =>
  goingRound(house, visitors, async () => {
    farmer = await Visitor.arrive(browser, 'farmer', 360);
    visitors.push(farmer);
    const bytes = await onASlowLine(farmer);
    await farmer.open(`${house.origin}/farmer`);
    await farmer.page.getByLabel('手机号').waitFor();
    expect(bytes()).toBeGreaterThan(50_000);
    expect(bytes()).toBeLessThan(FIRST_VIEW_BYTES);
    await signInByPhone(farmer, house);
    household = await ownHousehold(farmer);
  }));

test('a list is drawn up by one and approved by another, handed to the bank, and every line is paid or comes back', () =>
  goingRound(house, visitors, async () => {
    drawer = await finance('finance', 1280);
    await drawer.open(`${house.origin}/console/settlement/payouts`);
    await drawer.checkAccess('payouts-none');
    // Cards that were registered by others are told to their households first.
    await drawList(drawer);
    await drawer.page.getByText('核对期').first().waitFor();
    await drawer.checkAccess('payout-all-held');
    await hoursPass();
    const address = await drawList(drawer);
    await drawer.page.getByText('等待另一位财务人员复核').waitFor();
    await drawer.checkAccess('payout-drawn');

    approver = await finance('finance-2', 390);
    await approver.open(address);
    await approver.checkAccess('payout-to-approve');
    await decide(approver, '复核通过');
    await house.wake('settlement.payouts');
    await house.until(1, `select count(*) from settlement.payout_run where state = 'setAside'`);

    await readWhatWasDone(approver);

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

    batch = drawer.page.url().split('/').at(-1)!;
    const lines = await house.rows<Line>(
      `select upper(replace(id::text, '-', '')) as id, payee_id as payee, (amount_fen / 100.0)::numeric(18, 2)::text as yuan from settlement.payout_item
        where batch_id = $1 and state = 'setAside' order by id`,
      [batch],
    );
    expect(lines.length).toBeGreaterThan(1);
    const own = lines.find(({ payee }) => payee === household.id)!;
    const failed = lines.find(({ payee }) => payee !== household.id)!;
    await hear(
      drawer,
      lines.map((line) => ({
        ...line,
        ...(line === failed ? { outcome: '失败', why: '账号不存在' } : { outcome: '成功', why: '' }),
      })),
    );
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

    // Days later one comes back after all.
    await hear(drawer, [{ ...own, outcome: '退票', why: '账户已销户' }]);
    await house.until(1, `select count(*) from settlement.payout_item where batch_id = $1 and state = 'returned'`, [
      batch,
    ]);
  }));

test('the household names another card, another person confirms it, and it is paid again', () =>
  goingRound(house, visitors, async () => {
    await mendCard(farmer, house, household);
    await approver.open(`${house.origin}/console/settlement/accounts`);
    await approver.checkAccess('accounts-waiting');
    await house.rows('update identity.session set second_factor_at = now() where second_factor_at is not null');
    await decide(approver, '复核通过');
    await house.until(1, `select count(*) from settlement.payee_account where payee_id = $1 and state = 'confirmed'`, [
      household.id,
    ]);
    await farmer.page.reload({ waitUntil: 'networkidle' });
    await farmer.page.getByText(/起付到这张卡/).waitFor();

    await hoursPass();
    await drawList(drawer);
    await drawer.page.getByText('等待另一位财务人员复核').waitFor();
    await house.until(
      1,
      `select count(*) from settlement.payout_item item join settlement.payee_account account on account.id = item.account_id
        where item.payee_id = $1 and item.state = 'drawn' and account.number_tail = '4444'`,
      [household.id],
    );
    await farmer.page.reload({ waitUntil: 'networkidle' });
    await farmer.page.getByText('付到：示例农信社尾号 4444').waitFor();
    await farmer.checkAccess('paid-again');
  }));

test('a supplier names its own account with a second factor it enrols, and finance confirms it', () =>
  goingRound(house, visitors, async () => {
    const clerk = await Visitor.arrive(browser, 'supplier', 390);
    visitors.push(clerk);
    await nameOwnAccount(clerk, house);
    await approver.open(`${house.origin}/console/settlement/accounts`);
    await house.rows('update identity.session set second_factor_at = now() where second_factor_at is not null');
    await decide(approver, '复核通过');
    await house.until(
      1,
      `select count(*) from settlement.payee_account where payee_kind = 'organisation' and state = 'confirmed' and number_tail = '0001'`,
    );
  }));

test('and the books are whole', async () => {
  expect(await holding.brokenInvariants(house.count, holding.invariants)).toEqual({});
});
