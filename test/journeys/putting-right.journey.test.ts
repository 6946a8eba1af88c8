import { holding } from '@xihuo/testing';
import type { Browser } from 'playwright-core';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { signInToConsole } from './steps';
import { openBrowser, Visitor } from './visitor';

/** What is settled is put right and paid back: one of finance proposes it on the statement, another decides. */

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

async function atWork(login: string, width: number): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, login, width);
  visitors.push(visitor);
  await signInToConsole(visitor, house, login);
  return visitor;
}

async function press({ page }: Visitor, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}
const asked = ({ page }: Visitor) => page.getByRole('alertdialog');

async function fill(visitor: Visitor, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, text] of Object.entries(fields)) await asked(visitor).getByLabel(label).fill(text);
}
async function submit(visitor: Visitor, name: string): Promise<void> {
  await asked(visitor).getByRole('button', { name, exact: true }).click();
  await asked(visitor).waitFor({ state: 'detached' });
}

async function openNext(visitor: Visitor, supplier: string): Promise<void> {
  await visitor.open(`${house.origin}/console/settlement/adjustments?state=proposed`);
  await visitor.checkAccess('adjustments-waiting');
  await visitor.page.getByRole('link', { name: supplier }).first().click();
  await visitor.page.waitForURL(/settlement\/adjustments\/[0-9a-f-]{36}$/);
}

/** The second person opens what waits, reads it and approves it. */
async function approveNext(visitor: Visitor, supplier: string): Promise<void> {
  await openNext(visitor, supplier);
  await visitor.page.getByRole('button', { name: '复核通过' }).waitFor();
  await visitor.checkAccess('adjustment-to-decide');
  // On a busy machine the five minutes of the sign-in's factor are over by now; that an old one is refused is tested where it is asked for.
  await house.rows('update identity.session set second_factor_at = now() where second_factor_at is not null');
  await press(visitor, '复核通过');
  await fill(visitor, { 意见: '与凭证一致' });
  await submit(visitor, '复核通过');
  await visitor.page.getByText('待列入结算单').waitFor();
}

test('a correction and a refund after settlement are proposed by one and approved by another: the buyer is paid back at once', () =>
  goingRound(house, visitors, async () => {
    const [said] = await house.rows<{ id: string; line: string; supplier: string }>(
      `select statement.id, line.line_id as line, supplier.name_zh as supplier
         from settlement.statement join settlement.line using (run_id, supplier_id)
         join registry.organisation supplier on supplier.id = statement.supplier_id
        where statement.closing_fen > 5000 and line.gross_fen - line.refund_fen > 500
        order by statement.period_end desc, statement.id, line.line_id limit 1`,
    );
    const { id, line, supplier } = said!;
    const proposer = await atWork('finance', 1280);
    const corrections = `select count(*) from settlement.adjustment where amount_fen = 1230 and state`;
    const propose = async () => {
      await proposer.open(`${house.origin}/console/settlement/statements/${id}`);
      await proposer.checkAccess('statement');
      await press(proposer, '提出更正');
      await asked(proposer).getByLabel('方向').selectOption({ label: '补给供应商' });
      await fill(proposer, { '金额（元）': '12.30', 理由: '运费多扣', 依据: '承运商 11 月对账单' });
      await proposer.checkAccess('correction-proposed');
      await submit(proposer, '提出更正');
      await house.until(1, `${corrections} = 'proposed'`);
    };
    await propose();
    // Taken back and proposed again in the same words it is another one, and no answer to the first.
    await openNext(proposer, supplier);
    await press(proposer, '撤回');
    await fill(proposer, { 意见: '先核对账单' });
    await submit(proposer, '撤回');
    await house.until(1, `${corrections} = 'withdrawn'`);
    await propose();

    const decider = await atWork('finance-2', 390);
    await approveNext(decider, supplier);

    await proposer.open(`${house.origin}/console/settlement/statements/${id}/lines/${line}`);
    await proposer.checkAccess('statement-line');
    await press(proposer, '提出退款给买家');
    await fill(proposer, { '金额（元）': '2.00', 理由: '批次召回', 依据: '召回公告' });
    await proposer.checkAccess('late-refund-proposed');
    await submit(proposer, '提出退款给买家');
    await house.until(1, `select count(*) from settlement.adjustment where state = 'proposed' and kind = 'lateRefund'`);
    await approveNext(decider, supplier);
    await house.until(1, `select count(*) from payment.refund where source_kind = 'lateRefund'`);
  }));

test('and the books are whole', async () => {
  expect(await holding.brokenInvariants(house.count, holding.invariants)).toEqual({});
});
