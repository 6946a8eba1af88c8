import { expect } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { freshCode } from './fresh-code';
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

/** On another device of the same person the view is there and the column is not; what that one kept by itself has joined them. */
async function findsViewElsewhere(): Promise<void> {
  const elsewhere = await Colleague.arrive(browser, house, 'reviewer');
  const { page } = elsewhere;
  await page.addInitScript(() => {
    if (sessionStorage.getItem('begun')) return;
    sessionStorage.setItem('begun', 'yes');
    const view = { name: '本机存的', search: 'sort=submitted', look: { hidden: [], order: [] } };
    localStorage.setItem('xihuo.console.views.applications', JSON.stringify([view]));
  });
  await goingRound(house, [elsewhere.visitor], async () => {
    await elsewhere.open('/admission/applications');
    await page.locator('tr[data-row]').first().waitFor();
    expect(await page.getByRole('columnheader', { name: '提交时间' }).count()).toBe(0);
    await page.getByRole('link', { name: '本机存的', exact: true }).waitFor();
    await page.waitForFunction(() => localStorage.getItem('xihuo.console.carried.applications') !== null);
    await elsewhere.follow('我的供应商');
    await page.waitForURL(/q=.*sort=submitted/);
    // A view has the columns it was kept with, whatever the reader's own are.
    await page.getByRole('columnheader', { name: '提交时间' }).waitFor();
  });
  await elsewhere.visitor.leave();
  const names = await house.rows<{ name: string }>(
    `select jsonb_array_elements(views) ->> 'name' as name from identity.desk_list where list = 'applications'`,
  );
  expect(names.map(({ name }) => name)).toEqual(['我的供应商', '本机存的']);
}

/** What is changed of the columns of a view stays with the view, and goes with its address to somebody who has no such view. */
async function sharesColumns(finance: Colleague): Promise<void> {
  const { page } = finance;
  const county = page.getByRole('columnheader', { name: '所在县' });
  await page.locator('summary', { hasText: '列与行距' }).click();
  await page.getByRole('checkbox', { name: '所在县' }).uncheck();
  await page.waitForURL(/cols=applications%3A-county/);
  await county.waitFor({ state: 'detached' });
  await page.getByText('（已改动）').waitFor();
  const sent = new URL(page.url());
  sent.searchParams.delete('kept');
  await finance.open(`/admission/applications${sent.search}`, '/admission/applications');
  await page.locator('th[aria-sort=ascending]').waitFor();
  expect([await county.count(), await page.locator('main nav [aria-current=true]').count()]).toEqual([0, 1]);
}

test('a list is found by words, sorted, kept as a view and gone through by keys; the palette goes anywhere', async () => {
  const finance = await Colleague.arrive(browser, house, 'reviewer');
  const { page } = finance;
  // The other device was faster, and what this one changes is kept on top of it.
  finance.visitor.provokes(/412.*\/me\/lists/);
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
    await page.locator('summary', { hasText: '存为视图' }).click();
    await finance.fill('把现在的样子存为', '我的供应商');
    await finance.press('保存视图');
    const tab = page.getByRole('link', { name: '我的供应商' });
    await tab.and(page.locator('[aria-current=true]')).waitFor();
    await page.keyboard.press('Escape');
    await finance.press('视图“我的供应商”的操作');
    await finance.look('list-views');
    await sharesColumns(finance);

    await finance.open('/admission/applications');
    await tab.click();
    await page.waitForURL(/q=.*sort=submitted/);
    await page.getByRole('link', { name: '全部' }).first().click();
    await tab.and(page.locator('[aria-current=true]')).waitFor({ state: 'detached' });
    await page.getByRole('columnheader', { name: '提交时间' }).getByRole('button').click();
    await page.locator('summary', { hasText: '列与行距' }).click();
    await page.getByRole('checkbox', { name: '提交时间' }).uncheck();
    await page.getByRole('columnheader', { name: '提交时间' }).waitFor({ state: 'detached' });
    await findsViewElsewhere();
    await page.getByRole('checkbox', { name: '提交时间' }).check();

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
    await page.locator('main').focus();
    await page.keyboard.press('/');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('type'))).toBe('search');
    await page.locator('main').focus();
    for (const key of ['g', 'q']) await page.keyboard.press(key);
    await page.waitForURL(/\/admission\/queue/);
    await page.goBack();
    await page.waitForURL(/\/admission\/applications/);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('审核');
    await finance.look('palette');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/console\/(?!admission\/applications)/);
    await findsSupplier(finance);
  });
  await finance.visitor.leave();
});

/** By its whole name typed, wherever somebody is: what bears it stands first, how many there are is said aloud, and Enter opens it. */
async function findsSupplier(colleague: Colleague): Promise<void> {
  const { page } = colleague;
  const [supplier] = await house.rows<{ id: string; name: string }>(
    `select supplier_id as id, name_zh as name from admission.certification
       join registry.organisation on organisation.id = supplier_id order by name_zh limit 1`,
  );
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(supplier!.name);
  await page.getByRole('option', { name: `${supplier!.name} 供应商` }).waitFor();
  await page.getByRole('status').filter({ hasText: '条结果' }).waitFor({ state: 'attached' });
  await colleague.look('palette-found');
  await page.keyboard.press('Enter');
  await page.waitForURL(new RegExp(`/console/admission/watching/suppliers/${supplier!.id}$`));
}

/** Signs in by password in a box over the page. */
async function signInOver(colleague: Colleague, login: string): Promise<void> {
  const { page } = colleague;
  const box = page.getByRole('dialog', { name: '请重新登录' });
  await box.waitFor();
  const { password, totpSecret } = house.account(login);
  await colleague.fill('账号', login, box);
  await colleague.fill('密码', password!, box);
  await colleague.press('登录', box);
  await box.waitFor({ state: 'detached' });
  if (!totpSecret) return;
  const code = page.getByLabel('六位口令');
  await code.fill(await freshCode(totpSecret));
  await colleague.press('验证并进入');
  await code.waitFor({ state: 'detached' });
}

/** All that a new product needs but the press of the button. */
async function typeProduct(clerk: Colleague, box: Locator, about: string): Promise<void> {
  await clerk.open('/catalogue/products');
  await clerk.press('添加产品');
  await clerk.fill('产品名称', '示例干辣椒', box);
  await clerk.choose('类别', '水果', box);
  await clerk.county('产地县', ['甘肃省', '定西市', '渭源县'], box);
  await clerk.fill('产品介绍', about, box);
  await clerk.choose('贮存方式', '冷藏', box);
  await clerk.fill('规格', '500g', box);
  await clerk.fill('零售价（元）', '29.9', box);
}

const endSessions = () =>
  house.rows('update identity.session set ended_at = platform.business_now() where ended_at is null');

test('whose session ends signs in over the page and finds everything typed; another person begins anew', async () => {
  const clerk = await Colleague.arrive(browser, house, 'supplier', 1280);
  const { page } = clerk;
  // A product just added has no dossier yet.
  clerk.visitor.provokes(/404.*\/admission\/listings\//);
  await goingRound(house, [clerk.visitor], async () => {
    const box = page.getByRole('alertdialog');
    await typeProduct(clerk, box, '晒了三天的干辣椒');
    await endSessions();
    await clerk.press('添加并填写档案', box);
    await page.getByRole('dialog', { name: '请重新登录' }).waitFor();
    // Not closed by what closes other boxes.
    await page.keyboard.press('Escape');
    // Nothing of the ended session can be read, whoever sits there.
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).visibility)).toBe('hidden');
    const around = await page
      .getByRole('dialog', { name: '请重新登录' })
      .evaluate((one) => getComputedStyle(one.closest('.fixed')!).backgroundColor);
    expect(around).not.toMatch(/rgba|\//);
    await clerk.look('signed-out');
    await signInOver(clerk, 'supplier');
    expect(await box.getByLabel('产品介绍').inputValue()).toBe('晒了三天的干辣椒');
    expect(await box.getByLabel('零售价（元）').inputValue()).toBe('29.9');
    await clerk.press('添加并填写档案', box);
    await page.waitForURL(/catalogue\/products\/[0-9a-f-]+\/[0-9a-f-]+$/);
    await page.getByRole('heading', { level: 1, name: '示例干辣椒' }).waitFor();

    // The next one to sign in is somebody else, who finds neither the box nor the words.
    await typeProduct(clerk, box, '只给自己看的字');
    await endSessions();
    await clerk.press('添加并填写档案', box);
    await signInOver(clerk, 'reviewer');
    await box.waitFor({ state: 'detached' });
    expect(await page.getByText('只给自己看的字').count()).toBe(0);
    await page.waitForURL(/\/console\/?$/);

    // With a second step too the page stays, and a list that was being looked for comes by itself.
    await clerk.open('/admission/applications');
    const rows = page.locator('tr[data-row]');
    const name = await rows.first().getByRole('rowheader').innerText();
    const all = await rows.count();
    await endSessions();
    await clerk.fill('供应商名称', name);
    await clerk.press('查找');
    await page.getByRole('dialog', { name: '请重新登录' }).waitFor();
    // Under the box Back leads to no page that was read before.
    await page.evaluate(() => history.back());
    await signInOver(clerk, 'reviewer');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await page.getByLabel('供应商名称').first().inputValue()).toBe(name);
    await page.waitForFunction((before) => {
      const now = document.querySelectorAll('tr[data-row]').length;
      return now > 0 && now < before;
    }, all);
    expect(new URL(page.url()).searchParams.get('q')).toBe(name);
  });
  await clerk.visitor.leave();
});
