import { expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { openBrowser } from './visitor';
import { startHouse, type RunningHouse } from './running-house';

/** Lists of thousands, gone through without waiting. */

jest.setTimeout(600_000);

let house: RunningHouse;
let browser: Browser;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

test('thousands of rows are scrolled through with some dozens in the document, and the keyboard stays in the table', async () => {
  const auditor = await Colleague.arrive(browser, house, 'auditor');
  const { page } = auditor;
  await goingRound(house, [auditor.visitor], async () => {
    await auditor.open('/platform/entries');
    const rows = page.locator('tr[data-row]');
    const shown = async () => Number(/\d+/.exec(await page.getByText(/^已显示/).innerText())![0]);
    await rows.first().waitFor();
    const first = await shown();
    for (let turn = 1; turn <= 4; turn += 1) {
      await auditor.press('再显示一些');
      await page.waitForFunction(
        (had) => document.querySelector('section > div > [role=status]')!.textContent!.includes(`${had} `),
        first * (turn + 1),
      );
    }
    const box = page.locator('[data-scroller]');
    // From here on the next ones come by scrolling.
    while ((await shown()) < 2_000) {
      const before = await shown();
      await box.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await page.waitForFunction(
        (had) => Number(/\d+/.exec(document.querySelector('section > div > [role=status]')!.textContent!)![0]) > had,
        before,
      );
      expect(await rows.count()).toBeLessThan(100);
    }
    const table = page.getByRole('table');
    expect(await table.getAttribute('aria-rowcount')).toBe('-1');
    const place = async () => Number(await rows.first().getAttribute('aria-rowindex'));
    const far = await place();
    expect(far).toBeGreaterThan(1_800);
    await auditor.look('entries-far-down');

    // Whoever stood in a row that is scrolled away goes on from the table.
    await rows
      .last()
      .getByRole('rowheader')
      .evaluate((cell: HTMLElement) => {
        cell.tabIndex = -1;
        cell.focus();
      });
    await box.evaluate((element) => element.scrollTo(0, 0));
    await page.waitForFunction(() => document.querySelector('tr[data-row]')!.getAttribute('aria-rowindex') === '2');
    expect(await page.evaluate(() => document.activeElement?.hasAttribute('data-scroller'))).toBe(true);
    // And by its keys down again.
    await page.keyboard.press('End');
    await page.waitForFunction(
      (was) => Number(document.querySelector('tr[data-row]')!.getAttribute('aria-rowindex')) >= was,
      far,
    );
    expect(await rows.count()).toBeLessThan(100);
  });
  await auditor.visitor.leave();
});
