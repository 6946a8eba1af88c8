import { expect } from '@jest/globals';
import type { Colleague } from '../admission/colleague';

export const REASON = '来电说找不到发货单。';

/** An operator looks at the desk of a supplier as its people see it, can do nothing there, and comes back to their own. */
export async function looksOn(operator: Colleague, supplierId: string): Promise<void> {
  const { page } = operator;
  await operator.open(`/admission/watching/suppliers/${supplierId}`, 'supplier');
  await operator.decide('查看其工作台', (box) => operator.fill('原因', REASON, box));
  const bar = page.getByRole('region', { name: /^只读查看/ });
  await bar.getByText(REASON).waitFor();
  await operator.open('/ordering/orders', 'looking-on-orders');
  await bar.waitFor();
  await operator.look('looking-on');
  expect(await page.evaluate(() => document.body.scrollWidth <= innerWidth)).toBe(true);
  await operator.press('结束查看', bar);
  await bar.waitFor({ state: 'detached' });
  await operator.open(`/admission/watching/suppliers/${supplierId}`, 'supplier');
  await page.getByRole('button', { name: '查看其工作台' }).waitFor();
}

/** What the supplier's people are told of it, and find again in its history. */
export async function isTold(clerk: Colleague): Promise<void> {
  await clerk.open('/platform/notices', 'notices');
  await clerk.read('平台运营正在查看您的工作台');
  await clerk.read(new RegExp(REASON));
  await clerk.follow(/平台运营正在查看您的工作台/);
  await clerk.page.getByText('操作记录').last().click();
  await clerk.read(/只读查看/);
  await clerk.look('own-history');
}
