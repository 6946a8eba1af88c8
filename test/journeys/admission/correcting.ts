import { expect } from '@jest/globals';
import type { Colleague } from './colleague';

const NOTE = '与近三年收购台账不符，请按台账填写。';

/** A reviewer who has claimed it names the field and what is to be changed in it, and lets go of the application. */
export async function sendBack(reviewer: Colleague, application: string): Promise<void> {
  const { page } = reviewer;
  await reviewer.open(`/admission/applications/${application}`, 'application');
  await reviewer.follow('开始审核');
  await reviewer.press('领取并开始审核');
  await reviewer.press('没有利益冲突，开始审核');
  await page.getByRole('heading', { name: '审核清单' }).waitFor();
  await reviewer.decide('退回补正', async (box) => {
    await box.locator('summary', { hasText: '供货能力' }).click();
    await reviewer.tick('年供货量', box);
    await reviewer.fill('年供货量：怎样修改', NOTE, box);
    await reviewer.fill('总的说明', '供货能力须与台账一致。', box);
  });
  await reviewer.read('已退回补正');
}

/** The applicant is led to the field, reads there what is asked, changes it and hands in again. */
export async function correct(clerk: Colleague, application: string): Promise<void> {
  const { page } = clerk;
  await clerk.open(`/admission/apply/${application}`, 'apply-again');
  await clerk.read('供货能力须与台账一致。');
  await clerk.press(NOTE);
  const field = page.getByLabel('一年可供（千克）');
  await field.waitFor();
  await page.getByText(`补正要求：${NOTE}`).waitFor();
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
  await field.fill('48000');
  await clerk.look('apply-correction');
  for (const step of ['证明材料', '承诺', '核对并提交']) {
    await clerk.press('保存，下一步');
    await page.getByRole('heading', { level: 2, name: step }).waitFor();
  }
  await clerk.press('补正完毕，重新提交');
  await clerk.read('轮到县农业农村部门和乡村振兴部门，两家分别签署。');
}

/** Whoever looks at it in the second round sees what stood there before beside what stands there now. */
export async function compare(reader: Colleague, application: string): Promise<void> {
  const { page } = reader;
  await reader.open(`/admission/applications/${application}`, 'application');
  const rounds = page.locator('section').filter({ has: page.getByRole('heading', { name: '两轮比较' }) });
  await rounds.getByText('年供货量', { exact: true }).waitFor();
  expect(await rounds.locator('del').allTextContents()).toEqual(['60000']);
  expect(await rounds.locator('ins').allTextContents()).toEqual(['48000']);
  await reader.look('rounds-compared');
  await page.getByRole('navigation', { name: '申请的各部分' }).getByText('经过', { exact: true }).click();
  await reader.read('要求补正 1 处');
  for (const round of [1, 2]) await reader.read(`第 ${round} 轮提交`);
}
