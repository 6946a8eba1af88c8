import { expect } from '@jest/globals';
import type { Colleague } from '../admission/colleague';

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
