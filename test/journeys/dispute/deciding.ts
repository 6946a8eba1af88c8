import type { Page } from 'playwright-core';
import type { RunningHouse } from '../running-house';
import type { Visitor } from '../visitor';

/** The box in front, whether it asks or only tells. */
export const boxOf = (page: Page) => page.locator('[role=dialog], [role=alertdialog]');

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: true }).first().click();

/** A step that is asked for twice: the button, and the same word in the box behind it. */
export async function insist(page: Page, name: string): Promise<void> {
  await press(page, name);
  await boxOf(page).getByRole('button', { name, exact: true }).click();
  await boxOf(page).waitFor({ state: 'detached' });
}

/** A mediator's word, how much goes back and why. */
export async function decide(
  page: Page,
  word: string,
  yuan: string,
  reason: string,
  code?: () => Promise<string>,
): Promise<void> {
  await press(page, word);
  const dialog = boxOf(page);
  await dialog.getByLabel('退还买家（元）').fill(yuan);
  await dialog.getByLabel('理由').fill(reason);
  await dialog.getByRole('button', { name: word, exact: true }).click();
  if (code) {
    await dialog.getByLabel('动态口令').fill(await code());
    await dialog.getByRole('button', { name: word, exact: true }).click();
  }
  await dialog.waitFor({ state: 'detached' });
}

/** From a list of the console into the case about this product. */
export async function openCase(visitor: Visitor, house: RunningHouse, list: string, product: string): Promise<void> {
  await visitor.open(`${house.origin}/console${list}`);
  await visitor.page.getByRole('main').getByRole('link', { name: product }).first().click();
  await visitor.page.getByRole('heading', { name: '往来与证据' }).waitFor();
}
