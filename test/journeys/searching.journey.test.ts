import type { Browser } from 'playwright-core';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, Visitor } from './visitor';

jest.setTimeout(900_000);

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

const names = async ({ page }: Visitor) => page.locator('main a[href^="/p/"] .font-medium').allInnerTexts();
const box = ({ page }: Visitor) => page.getByRole('combobox', { name: '搜索商品' });

test.each([390, 1280])(
  'at %i px somebody types pinyin, chooses, narrows, empties the list and is told what to drop',
  async (width) => {
    const visitor = await Visitor.arrive(browser, 'searching', width);
    const { page } = visitor;
    await visitor.open(house.origin);
    await box(visitor).pressSequentially('jnpg');
    await page.getByRole('option', { name: '静宁苹果' }).waitFor();
    await visitor.checkAccess('suggestions');
    await page.keyboard.press('ArrowDown');
    expect(await box(visitor).getAttribute('aria-activedescendant')).toBeTruthy();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/p/jing-ning-ping-guo*');

    // While an input method composes, Enter and the arrows are its own.
    await box(visitor).fill('ping');
    await page.getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await box(visitor).dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    expect(page.url()).toContain('/p/jing-ning-ping-guo');
    await page.keyboard.press('Escape');

    await box(visitor).fill('苹guo');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/products?q=*');
    await page.getByRole('heading', { level: 1, name: '“苹guo”的搜索结果' }).waitFor();
    await page.locator('main a[href^="/p/"]').first().waitFor();
    expect((await names(visitor)).every((name) => name.endsWith('苹果'))).toBe(true);

    if (width < 700) {
      await page.getByRole('button', { name: '筛选' }).click();
      await page
        .getByRole('dialog')
        .getByRole('link', { name: /^甘肃省/ })
        .click();
      await visitor.checkAccess('sheet');
      await page.getByRole('button', { name: /^查看 \d+ 件$/ }).click();
    } else
      await page
        .getByRole('complementary', { name: '筛选' })
        .getByRole('link', { name: /^甘肃省/ })
        .click();
    await page.waitForURL('**region=620000*');
    await page.getByRole('link', { name: '去掉条件：甘肃省' }).waitFor();
    // The list of before stands until the narrowed one has come.
    await page.locator('main a[href^="/p/jing-ning-ping-guo"]').first().waitFor();
    await expect(names(visitor)).resolves.toContain('静宁苹果');
    await visitor.checkAccess('narrowed');

    await visitor.open(`${page.url()}&category=tea`);
    await page.getByRole('link', { name: /^去掉“茶叶”，可看到 \d+ 件$/ }).click();
    await page.waitForURL((url) => !url.searchParams.has('category'));
    await page.goBack();
    await page.getByText('所选条件放在一起没有商品').waitFor();
    await visitor.checkAccess('nothing left');

    await visitor.open(`${house.origin}/products?q=pinguo`);
    await page.getByText('未找到“pinguo”，已为您显示“苹果”的结果。').waitFor();
    await page.getByLabel('排序').selectOption({ label: '价格从低到高' });
    await page.waitForURL('**sort=priceAsc*');
    await visitor.checkAccess('corrected');
    await page.getByRole('link', { name: '只找“pinguo”' }).click();
    await page.getByText('没有找到“pinguo”').waitFor();
    await page.goBack();
    await page.getByText('已为您显示“苹果”的结果').waitFor();
    // Who clears the filters still looks for the same.
    await visitor.open(`${house.origin}/products?q=pingguo&category=fruit&region=620000`);
    await page.getByRole('link', { name: '清空条件' }).click();
    await page.waitForURL('**/products?q=pingguo');

    await box(visitor).fill('');
    await page.getByRole('option', { name: '苹guo' }).waitFor();
    // By the keyboard alone: the box, the button beside it, what is below.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('role'));
    expect(await page.locator(':focus').innerText()).toBe('清空记录');
    await page.keyboard.press('Escape');
    await page.getByRole('option', { name: '苹guo' }).waitFor({ state: 'hidden' });
    expect(await focused()).toBe('combobox');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: '苹guo' }).waitFor({ state: 'detached' });
    expect(await focused()).toBe('combobox');
    expect(visitor.complaints).toEqual([]);
    await visitor.leave();
  },
);

test('who buys for an organisation sees what that takes, in the page as the server draws it, and may order the list by it', async () => {
  const visitor = await Visitor.arrive(browser, 'for-business', 1280);
  const { page } = visitor;
  await visitor.open(`${house.origin}/products`);
  const minimum = page.locator('main').getByText(/^[\d,]+ 件起订$/);
  const sort = page.getByLabel('排序');
  expect([await minimum.count(), await sort.locator('option', { hasText: '起订量' }).count()]).toEqual([0, 0]);
  const mode = page.getByRole('complementary', { name: '筛选' }).getByRole('switch', { name: '单位采购' });
  await mode.click();
  await minimum.first().waitFor();
  await page
    .locator('main')
    .getByText(/^采购价/)
    .first()
    .waitFor();
  await page
    .locator('main')
    .getByText(/^\d+ 小时内发货$/)
    .first()
    .waitFor();
  await sort.selectOption({ label: '起订量从低到高' });
  await page.waitForURL('**sort=minimumOrder*');
  await visitor.checkAccess('for-business');
  const drawn = async () => (await page.request.get(page.url())).text();
  const packs = [...(await drawn()).matchAll(/>([\d,]+) 件起订</g)].map(([, count]) => Number(count!.replace(',', '')));
  expect(packs.length).toBeGreaterThan(10);
  expect(packs).toEqual([...packs].sort((a, b) => a - b));
  await visitor.open(page.url());
  await mode.click();
  await minimum.first().waitFor({ state: 'detached' });
  expect(await drawn()).not.toContain('件起订<');
  // The order of a list that was passed on stays.
  expect(await sort.inputValue()).toBe('minimumOrder');
  expect(visitor.complaints).toEqual([]);
  await visitor.leave();
});

test('nothing is asked of what an input method has not finished', async () => {
  const visitor = await Visitor.arrive(browser, 'composing', 390);
  const { page } = visitor;
  await page.clock.install();
  await visitor.open(house.origin);
  const asked: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.pathname.endsWith('/search/suggestions')) asked.push(url.searchParams.get('q') ?? '');
  });
  await box(visitor).click();
  await box(visitor).dispatchEvent('compositionstart', { bubbles: true });
  await box(visitor).fill('jing n');
  await page.clock.runFor(1_000);
  await box(visitor).fill('静宁');
  await box(visitor).dispatchEvent('compositionend', { bubbles: true });
  await page.clock.runFor(1_000);
  await page.getByRole('option', { name: '静宁苹果' }).waitFor();
  expect(asked).toEqual(['静宁']);
  await visitor.leave();
});

test('what changes is found within two seconds', async () => {
  const visitor = await Visitor.arrive(browser, 'changing', 1280);
  await house.rows(`update catalogue.product set name_zh = '静宁新苹果' where name_zh = '静宁苹果'`);
  await house.until(1, `select count(*) from catalogue.search_document where names like '%静宁新苹果%'`);
  await visitor.open(`${house.origin}/products?q=jnxpg`);
  await visitor.page.locator('main a[href^="/p/"]').first().waitFor();
  await expect(names(visitor)).resolves.toEqual(['静宁新苹果']);
  await visitor.leave();
});
