import { expect } from '@jest/globals';
import type { Colleague } from './colleague';

const CHINESE = /[\u4e00-\u9fff]/;

/** The console in the other language: titles, menu and heads of tables are English, and only names and what people wrote are not. */
export async function readInEnglish(colleague: Colleague, paths: readonly string[]): Promise<void> {
  const { page } = colleague;
  await colleague.open('/', 'home');
  await page.getByRole('button', { name: 'EN', exact: true }).filter({ visible: true }).click();
  await page.getByRole('link', { name: 'Xihuo Console' }).first().waitFor();
  for (const path of paths) {
    await colleague.open(path, `english ${path}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const words = await page
      .locator('h1, main nav a, main nav button, main th[scope=col], main h2, nav li a, main p.text-ink-soft')
      .filter({ visible: true })
      .allTextContents();
    expect([path, words.filter((word) => CHINESE.test(word))]).toEqual([path, []]);
  }
}
