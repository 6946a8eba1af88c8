import { expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { waitUntil } from '../../../infra/embedded/processes.mjs';
import { Colleague } from '../admission/colleague';
import { freshCode } from '../fresh-code';
import type { RunningHouse } from '../running-house';

const find = async (operator: Colleague, name: string) => {
  await operator.open('/identity/people?role=mediator', 'people');
  // The last of many tabs: on a phone the row is moved to where it is seen.
  const { x, width } = (await operator.page.getByRole('link', { name: '调解员', exact: true }).boundingBox())!;
  expect(x + width).toBeLessThanOrEqual(operator.page.viewportSize()!.width);
  await operator.fill('按姓名查找', name);
  return operator.page.getByRole('row', { name });
};

/** One operator proposes, and can only take it back. */
export async function proposeEnd(operator: Colleague, name: string, reason: string): Promise<void> {
  const row = await find(operator, name);
  await operator.press('提议免去', row);
  const box = operator.page.getByRole('alertdialog');
  await operator.fill('原因', reason, box);
  await operator.look('box end-proposed');
  await operator.press('提议免去', box);
  await box.waitFor({ state: 'detached' });
  await row.getByRole('button', { name: '撤回提议' }).waitFor();
  await operator.look('people-proposed');
}

/** Another reads who proposed it and why, and confirms. */
export async function confirmEnd(operator: Colleague, name: string, reason: string): Promise<void> {
  const row = await find(operator, name);
  await row.getByText(reason).waitFor();
  await row.getByRole('button', { name: '不同意免去' }).waitFor();
  await operator.press('确认免去', row);
  const box = operator.page.getByRole('alertdialog');
  await operator.fill('原因', '同意。', box);
  await operator.press('确认免去', box);
  await box.waitFor({ state: 'detached' });
  await row.waitFor({ state: 'detached' });
}

/** One operator offers a role to somebody new. */
export async function offerRole(operator: Colleague, { name, phone }: { name: string; phone: string }): Promise<void> {
  await operator.open('/identity/people', 'people-all');
  await operator.decide('任命平台岗位', async (box) => {
    await operator.choose('岗位', '平台审核', box);
    await operator.choose('地区', '甘肃省', box);
    await operator.fill('姓名', name, box);
    await operator.fill('手机号', phone, box);
    await operator.fill('原因', '接任审核。', box);
  });
  const offer = operator.page.getByRole('listitem').filter({ hasText: name });
  await offer.getByText(`手机尾号 ${phone.slice(-4)}`).waitFor();
  await offer.getByRole('button', { name: '撤回任命' }).waitFor();
  expect(await offer.getByRole('button', { name: '确认任命' }).count()).toBe(0);
  await operator.look('people-offered');
}

/** Another confirms it, and alone reads what is to be told in person. */
export async function confirmRole(operator: Colleague, name: string): Promise<string> {
  await operator.open('/identity/people', 'people-all');
  const offer = operator.page.getByRole('listitem').filter({ hasText: name });
  await operator.press('确认任命', offer);
  const box = operator.page.getByRole('alertdialog');
  await operator.fill('原因', '已核对本人。', box);
  await operator.look('box role-confirmed');
  await operator.press('确认任命', box);
  await box.waitFor({ state: 'detached' });
  const invitation = offer.getByText(/^[a-z2-9]{4}-[a-z2-9]{4}$/);
  await invitation.waitFor();
  await operator.look('people-given');
  return (await invitation.textContent())!;
}

/** The newcomer comes in by a code to the phone, enrols an app by what they were told, and is at work. */
export async function takeRole(
  browser: Browser,
  house: RunningHouse,
  { phone, invitation }: { phone: string; invitation: string },
): Promise<Colleague> {
  const newcomer = await Colleague.arriveByPhone(browser, house, phone, 390);
  if (!(await waitUntil(async () => (await newcomer.messages(phone)).length > 0, 60_000, 50)))
    throw new Error('The role was told by no message.');
  await newcomer.visitor.open(`${house.origin}/console/`);
  await enrol(newcomer, { phone, wrong: 'aaaa-2222', invitation });
  return newcomer;
}

/** Comes in by a code to the phone, and enrols an app: by an invitation that is none first. */
async function enrol(
  newcomer: Colleague,
  { phone, wrong, invitation }: { phone: string; wrong: string; invitation: string },
): Promise<void> {
  await newcomer.press('用短信验证码登录');
  await newcomer.fill('手机号', phone);
  await newcomer.codeAfter(phone, '获取验证码', '短信验证码');
  await newcomer.press('登录');
  await newcomer.page.getByRole('heading', { level: 1, name: '绑定动态口令' }).waitFor();
  await newcomer.page.getByRole('img', { name: '绑定动态口令的二维码' }).waitFor();
  await newcomer.look('enrol-factor');
  const address = await newcomer.page.getByRole('link', { name: '在本机的验证器应用中打开' }).getAttribute('href');
  const secret = new URL(address!).searchParams.get('secret')!;
  await newcomer.fill('启用码', wrong);
  await newcomer.fill('六位口令', await freshCode(secret));
  newcomer.visitor.provokes(/401.*\/me\/second-factor$/);
  await newcomer.press('绑定并进入');
  await newcomer.read('启用码不对或已过期');
  await newcomer.fill('启用码', invitation.toUpperCase());
  await newcomer.fill('六位口令', await freshCode(secret));
  await newcomer.press('绑定并进入');
  await newcomer.page.getByRole('heading', { level: 1, name: '绑定动态口令' }).waitFor({ state: 'detached' });
}

const rowOf = async (operator: Colleague, name: string) => {
  await operator.open('/identity/people?role=reviewer', 'people-reviewers');
  await operator.fill('按姓名查找', name);
  return operator.page.getByRole('row', { name });
};

/** One operator asks that a lost factor is taken off; another finds that it is not time yet. */
export async function askFactorOff(operator: Colleague, second: Colleague, name: string): Promise<void> {
  const row = await rowOf(operator, name);
  await operator.press('解除动态口令', row);
  const box = operator.page.getByRole('alertdialog');
  await operator.fill('原因', '手机丢失。', box);
  await operator.look('box factor-asked');
  await operator.press('解除动态口令', box);
  await box.waitFor({ state: 'detached' });
  await row.getByRole('button', { name: '不解除动态口令' }).waitFor();
  const seen = await rowOf(second, name);
  await seen.getByText('手机丢失。').waitFor();
  await seen.getByRole('button', { name: '不解除动态口令' }).waitFor();
  expect(await seen.getByRole('button', { name: '确认解除动态口令' }).count()).toBe(0);
}

/** A day on, another takes it off, and alone reads what is to be told in person. */
export async function takeFactorOff(operator: Colleague, name: string): Promise<string> {
  const row = await rowOf(operator, name);
  await operator.press('确认解除动态口令', row);
  const box = operator.page.getByRole('alertdialog');
  await operator.fill('原因', '已当面核实本人。', box);
  await operator.press('确认解除动态口令', box);
  await box.waitFor({ state: 'detached' });
  const waiting = operator.page.getByRole('listitem').filter({ hasText: name });
  await waiting.getByText('待本人启用').waitFor();
  await operator.look('people-factor-off');
  return (await waiting.getByText(/^[a-z2-9]{4}-[a-z2-9]{4}$/).textContent())!;
}

/** What is open of theirs has ended; what they were told at first is good no more. */
export async function takeRoleAnew(
  holder: Colleague,
  { phone, before, invitation }: { phone: string; before: string; invitation: string },
): Promise<void> {
  holder.visitor.provokes(/status of 401/);
  await holder.page.reload();
  await holder.page.getByRole('heading', { level: 1, name: '登录工作台' }).waitFor();
  await enrol(holder, { phone, wrong: before, invitation });
}
