import { expect } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { openBrowser } from './visitor';
import { startHouse, type RunningHouse } from './running-house';

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

test.each([1280, 390])(
  'on a sheet of prices and stock a figure is typed, refused, pasted, undone and saved, at %i px',
  async (width) => {
    const clerk = await Colleague.arrive(browser, house, 'supplier', width);
    const { page } = clerk;
    await goingRound(house, [clerk.visitor], async () => {
      await clerk.open('/catalogue/products');
      await clerk.follow('价格与库存表');
      const cells = page.getByRole('gridcell');
      const stock = cells.nth(1);
      await stock.click();
      const before = Number(await stock.innerText());
      await page.keyboard.type('1.5');
      await page.keyboard.press('Enter');
      await clerk.read('应为不带小数的件数');
      await clerk.look('grid-fault');
      // Nothing is saved while one cell is wrong.
      expect(await page.getByRole('button', { name: '保存 1 处改动' }).getAttribute('aria-disabled')).toBe('true');
      await page.keyboard.press('Control+z');
      expect(await stock.innerText()).toBe(String(before));

      await stock.click();
      await page.evaluate(
        (text) => {
          const clipboardData = new DataTransfer();
          clipboardData.setData('text/plain', text);
          document.activeElement!.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
        },
        `${before + 7}\r\n`,
      );
      // A way elsewhere asks first, and who stays has lost nothing.
      await clerk.follow('我的产品');
      await clerk.read('表中有 1 处改动没有保存，离开后不再保留。');
      await clerk.look('grid-leave');
      await clerk.press('留在这一页');
      await clerk.press('保存 1 处改动');
      await clerk.read('已保存，立即生效');
      await clerk.open('/catalogue/grid');
      expect(await cells.nth(1).innerText()).toBe(String(before + 7));
      await clerk.look('grid');
    });
    await clerk.visitor.leave();
  },
);

test('a list is found by words, sorted, kept as a view and gone through by keys; the palette goes anywhere', async () => {
  const finance = await Colleague.arrive(browser, house, 'reviewer');
  const { page } = finance;
  await goingRound(house, [finance.visitor], async () => {
    await finance.open('/admission/applications');
    const rows = page.locator('tr[data-row]');
    await rows.first().waitFor();
    const all = await rows.count();
    const name = await rows.first().getByRole('rowheader').innerText();
    await finance.fill('供应商名称', name);
    await finance.press('查找');
    await page.waitForURL(/q=/);
    // The address changes before the list does.
    await page.waitForFunction((before) => {
      const now = document.querySelectorAll('tr[data-row]').length;
      return now > 0 && now < before;
    }, all);

    await page.getByRole('columnheader', { name: '提交时间' }).getByRole('button').click();
    await page.waitForURL(/sort=submitted/);
    await page.locator('th[aria-sort=ascending]').waitFor();
    await page.locator('summary', { hasText: '我的视图' }).click();
    await finance.fill('把现在的样子存为', '我的供应商');
    await finance.press('保存视图');
    await finance.look('list-views');

    await finance.open('/admission/applications');
    await page.locator('summary', { hasText: '我的视图' }).click();
    await finance.press('我的供应商');
    await page.waitForURL(/q=.*sort=submitted/);

    await page.locator('th[aria-sort=ascending]').waitFor();
    await page.locator('main').focus();
    await rows.first().waitFor();
    await page.keyboard.press('j');
    expect(await page.evaluate(() => document.activeElement?.closest('tr')?.dataset['row'])).toBe(
      await rows.first().getAttribute('data-row'),
    );
    await page.keyboard.press('?');
    await finance.read('启用单键快捷键');
    await finance.look('keys');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('审核');
    await finance.look('palette');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/console\/(?!admission\/applications)/);
  });
  await finance.visitor.leave();
});
