import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { isTold, looksOn } from './office/looking-on';
import { closeDifference, explainDifference, moneyNobodyAskedFor } from './office/reconciling';
import {
  askFactorOff,
  confirmEnd,
  confirmRole,
  offerRole,
  proposeEnd,
  takeFactorOff,
  takeRole,
  takeRoleAnew,
} from './office/roles';
import { startHouse, type RunningHouse } from './running-house';
import { askForCode, orderAtOnce, pay } from './steps';
import { openBrowser, Visitor } from './visitor';

/** What the platform's own people do in pairs: switches, numbers, roles, runs, and money that nobody can place. */

jest.setTimeout(600_000);

let house: RunningHouse;
let browser: Browser;
const visitors: Visitor[] = [];
const colleagues = new Map<string, Colleague>();

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** Each stays at work from one test to the next: codes of the second factor are good once, and come every half minute. */
async function colleague(login: string, width = 1280): Promise<Colleague> {
  const known = colleagues.get(login);
  if (known) return known;
  const arrived = await Colleague.arrive(browser, house, login, width);
  colleagues.set(login, arrived);
  visitors.push(arrived.visitor);
  return arrived;
}

/** On a busy machine the five minutes of the sign-in's factor are over by now; that an old one is refused is seen at the switches. */
const factorIsFresh = () =>
  house.rows(
    'update identity.session set second_factor_at = platform.business_now() where second_factor_at is not null',
  );

const card = ({ page }: Colleague, title: string) =>
  page
    .locator('section')
    .filter({ has: page.getByRole('heading', { level: 3, name: title, exact: true }) })
    .last();

test('while sign-up is paused a new phone gets no account and reads why; once it goes on, the same phone does', () =>
  goingRound(house, visitors, async () => {
    const operator = await colleague('operator');
    await operator.open('/platform/operations', 'operations');
    // Five minutes on, the factor of the sign-in does no more: the switch asks for a fresh one.
    await house.rows(`update identity.session set second_factor_at = second_factor_at - interval '6 minutes'`);
    await operator.decide('暂停注册', async (box) => {
      await operator.fill('原因', '短信通道故障，先停新注册。', box);
      operator.visitor.provokes(/403.*\/switches$/);
      await operator.press('暂停注册', box);
      await operator.showFactor(box, 'operator');
    });
    await card(operator, '新用户注册').getByText('短信通道故障').waitFor();
    await operator.look('operations-paused');

    const newcomer = await Visitor.arrive(browser, 'newcomer', 390);
    visitors.push(newcomer);
    newcomer.provokes(/409.*\/registrations/);
    await newcomer.open(`${house.origin}/account`);
    const phone = '13900001188';
    await newcomer.page.getByLabel('手机号').fill(phone);
    await newcomer.page.getByLabel('短信验证码').fill(await askForCode(newcomer, house, phone));
    const signIn = newcomer.page.getByRole('button', { name: '登录', exact: true }).last();
    await signIn.click();
    await newcomer.page
      .getByText(/暂停.*注册|注册.*暂停/)
      .first()
      .waitFor();
    await newcomer.checkAccess('sign-up-paused');

    await operator.decide('恢复注册', (box) => operator.fill('原因', '通道已恢复。', box));
    await card(operator, '新用户注册').getByText('开放').waitFor();
    await signIn.click();
    await newcomer.page.getByLabel('短信验证码').waitFor({ state: 'detached' });
  }));

test('an operator looks at the desk of a supplier and can do nothing there, and the supplier is told why', () =>
  goingRound(house, visitors, async () => {
    const [own] = await house.rows<{ id: string }>(
      `select organisation_id as id from identity.role_grant held join identity.credential using (person_id)
        where login = 'supplier' and role = 'supplier'`,
    );
    await looksOn(await colleague('operator'), own!.id);
    await looksOn(await colleague('operator-2', 390), own!.id);
    await isTold(await colleague('supplier', 390));
  }));

test('what was laid aside is seen among what is wrong, handed on again, and gone', () =>
  goingRound(house, visitors, async () => {
    // No page lays anything aside.
    await house.rows(
      `insert into platform.dead_letter (consumer, event_id, event_name, error, attempts)
       values ('search.reindex', $1, 'offerChanged', 'ProviderError TIMEOUT', 5)`,
      [randomUUID()],
    );
    const operator = await colleague('operator');
    await operator.open('/platform/operations', 'operations');
    await operator.follow('搁置：search.reindex');
    await operator.read('ProviderError TIMEOUT');
    await operator.look('dead-letters');
    await operator.decide('重新处理', async () => undefined);
    await operator.read('没有搁置的事件');
  }));

test('a role is ended by two operators, and its holder is refused from the next step on', () =>
  goingRound(house, visitors, async () => {
    const holder = await colleague('mediator-2');
    await holder.open('/mediation', 'mediation');
    await factorIsFresh();
    await proposeEnd(await colleague('operator'), '示例调解员乙', '已调离岗位。');
    await confirmEnd(await colleague('operator-2', 390), '示例调解员乙', '已调离岗位。');
    holder.visitor.provokes(/status of 40[13]/);
    await holder.page.reload();
    await holder.page
      .getByRole('heading', { level: 1, name: '登录工作台' })
      .or(holder.page.getByText('没有权限'))
      .waitFor();
  }));

test('a role is given by two operators, and taken with a second factor by whoever was told the invitation', () =>
  goingRound(house, visitors, async () => {
    const [name, phone] = ['示例新审核员', '13900002277'];
    const [operator, second] = [await colleague('operator'), await colleague('operator-2', 390)];
    await factorIsFresh();
    await offerRole(operator, { name, phone });
    await factorIsFresh();
    const invitation = await confirmRole(second, name);
    const newcomer = await takeRole(browser, house, { phone, invitation });
    visitors.push(newcomer.visitor);
    await newcomer.read('示例新审核员');
    await newcomer.look('home-new-reviewer');
    await operator.open('/identity/people?role=reviewer', 'people-reviewers');
    await operator.page.getByRole('row', { name: new RegExp(`${name}.*甘肃省`) }).waitFor();

    // The app is lost: two operators take the factor off a day later, and it is enrolled anew as it was at first.
    await factorIsFresh();
    await askFactorOff(operator, second, name);
    await house.rows(
      `update identity.role_grant set granted_at = granted_at - interval '2 days' where role = 'operator'`,
    );
    await house.rows(`update identity.factor_removal set proposed_at = proposed_at - interval '25 hours'`);
    await house.rows(
      `update identity.session set second_factor_at = second_factor_at - interval '26 hours'
        where person_id = (select person_id from identity.factor_removal)`,
    );
    const anew = await takeFactorOff(second, name);
    await takeRoleAnew(newcomer, { phone, before: invitation, invitation: anew });
    await newcomer.read('示例新审核员');
  }));

/** What is typed holds the page until it is left as a note. */
async function leaveNote(writer: Colleague, text: string): Promise<void> {
  await writer.page.getByLabel('写一条备注').fill(text);
  await writer.page.getByRole('link', { name: '← 规则参数' }).click();
  const leaving = writer.page.getByRole('alertdialog');
  await leaving.getByText('还没有留下的备注会丢失。').waitFor();
  await leaving.getByRole('button', { name: '留在这一页' }).click();
  await writer.page.getByRole('button', { name: '留下备注' }).click();
  await writer.page.locator('details li', { hasText: text }).waitFor();
  expect(await writer.page.getByLabel('写一条备注').inputValue()).toBe('');
}

test('a number of policy is proposed by one operator, decided by another, and shown with both its versions', () =>
  goingRound(house, visitors, async () => {
    const proposer = await colleague('operator');
    await proposer.open('/registry/settings', 'settings');
    await proposer.follow('访客购物车保留天数');
    await factorIsFresh();
    await proposer.decide('提出调整', async (box) => {
      await proposer.fill('新数值（天）', '45', box);
      await proposer.fill('依据', '平台决定 2026 年第 9 号', box);
      await proposer.fill('理由', '示例理由', box);
    });
    await proposer.read('平台决定 2026 年第 9 号');
    await proposer.page.getByRole('button', { name: '撤回' }).waitFor();
    await proposer.look('setting');

    const decider = await colleague('operator-2', 390);
    await decider.open('/registry/settings?view=proposed', 'settings-proposed');
    await decider.follow('访客购物车保留天数');
    await decider.decide('复核', (box) => decider.fill('理由', '与决定一致', box));
    await decider.read('将生效');
    await decider.read('现行');
    await decider.page.getByText('操作记录', { exact: true }).click();
    // Both operators' steps, each with what held beside what is to hold, and by which request.
    const steps = decider.page.locator('details li');
    const approved = steps.filter({ hasText: '说明：与决定一致' });
    await approved.locator('del', { hasText: '30' }).waitFor();
    await approved.locator('ins', { hasText: '45' }).waitFor();
    await approved.getByText('请求编号：').waitFor();
    await decider.look('setting-history');
    await leaveNote(decider, '已电话告知提议人');

    // A colleague of the same side finds it among the steps, with who left it.
    await proposer.page.reload({ waitUntil: 'networkidle' });
    await proposer.page.getByText('操作记录', { exact: true }).click();
    const note = proposer.page.locator('details li', { hasText: '已电话告知提议人' });
    await note.getByText('示例运营乙').waitFor();
    await proposer.look('setting-notes');
  }));

test('money on the bill that nobody asked for becomes a case: one of finance explains it, another closes it', () =>
  goingRound(house, visitors, async () => {
    // Bills are read from the first payment of ours on.
    const buyer = await Visitor.arrive(browser, 'buyer', 390);
    visitors.push(buyer);
    await orderAtOnce(buyer, house);
    await pay(buyer);
    await moneyNobodyAskedFor(house);
    await house.setClock('1 day 3 hours');
    await house.wake('payment.reconcile');
    await house.until(1, `select count(*) from payment.difference where kind = 'missingHere' and state = 'open'`);
    const finder = await colleague('finance');
    await explainDifference(finder);
    await closeDifference(await colleague('finance-2', 390));
  }));

test('a run that somebody else starts is seen under way and over on a page that nobody reloads', () =>
  goingRound(house, visitors, async () => {
    // Held still, the worker cannot settle before anybody asked for it.
    const letWork = house.hold('worker');
    await house.setClock('2 days');
    const watcher = await colleague('finance', 390);
    const starter = await colleague('finance-2');
    await watcher.open('/settlement/runs', 'runs');
    const running = watcher.page.locator('section').filter({ has: watcher.page.getByRole('progressbar') });
    expect(await running.count()).toBe(0);
    await starter.open('/settlement/runs', 'runs');
    await starter.press('开始结算');
    await starter.press('结算并入账');
    // The list asks for nothing by itself: only the house can have said so.
    await running.waitFor();
    await watcher.look('run-seen-live');
    letWork();
    await running.waitFor({ state: 'detached' });
  }));
