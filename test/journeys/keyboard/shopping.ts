import { expect } from '@jest/globals';
import type { Keyboard } from './keyboard';

/** Types pinyin, goes down the suggestions, comes to the product; later finds the words again and clears them. */
export async function search(hands: Keyboard, origin: string): Promise<void> {
  const { page } = hands;
  await hands.open(origin);
  await hands.reach('combobox', '搜索商品', { back: true });
  await page.keyboard.type('jnpg');
  await page.getByRole('option', { name: '静宁苹果' }).waitFor();
  await hands.key('ArrowDown', 'Enter');
  await page.waitForURL('**/p/jing-ning-ping-guo*');

  await hands.reach('combobox', '搜索商品', { back: true });
  await page.keyboard.type('花椒');
  await hands.key('Escape', 'Enter');
  await page.waitForURL('**/products?q=*');
  await hands.reach('combobox', '搜索商品', { back: true });
  await hands.key('ControlOrMeta+a', 'Delete');
  await page.getByRole('option', { name: '花椒' }).waitFor();
  await hands.press('button', '清空记录');
  await page.getByRole('option', { name: '花椒' }).waitFor({ state: 'detached' });
  await hands.isOn('combobox', '搜索商品');
}

/** The sheet takes the focus, keeps it and gives it back, by its button and by Escape. */
export async function filter(hands: Keyboard, origin: string): Promise<void> {
  const { page } = hands;
  await hands.open(`${origin}/products`);
  await hands.press('button', '筛选');
  const sheet = page.getByRole('dialog');
  await hands.isHeldBy(sheet);
  await hands.press('link', /^甘肃省/, { within: sheet });
  await page.waitForURL('**region=620000*');
  await hands.press('button', /^查看约? ?\d+ 件$/, { within: sheet });
  await sheet.waitFor({ state: 'detached' });
  await hands.isOn('button', /^筛选/);
  await hands.key('Enter');
  await hands.isHeldBy(sheet);
  await hands.key('Escape');
  await sheet.waitFor({ state: 'detached' });
  await hands.isOn('button', /^筛选/);
}

/** From the list to a product, one of its suppliers, a quantity, and into the cart. */
export async function putIntoCart(hands: Keyboard, origin: string, supplier: string): Promise<void> {
  const { page } = hands;
  await hands.open(`${origin}/products?q=jing-ning-ping-guo`);
  await hands.press('link', /^静宁苹果/);
  await page.waitForURL('**/p/**');
  await page.getByRole('heading', { level: 1, name: '静宁苹果' }).waitFor();
  await hands.pick(page.getByRole('group', { name: '选择供应商' }), new RegExp(supplier));
  await hands.reach('spinbutton', '数量');
  await hands.key('ArrowUp');
  await hands.press('button', '加入购物车');
  await page.getByText('已加入购物车').first().waitFor();
  await hands.isOn('button', '加入购物车');
  await hands.press('link', /购物车/, { back: true });
  await page.waitForURL('**/cart');
}

/** More of it, none of it for now, and none of it at all. */
export async function changeCart(hands: Keyboard): Promise<void> {
  const { page } = hands;
  const amount = () => page.getByRole('spinbutton', { name: /^静宁苹果 的数量/ }).inputValue();
  await hands.reach('spinbutton', /^静宁苹果 的数量/);
  const before = Number(await amount());
  await hands.key('ArrowUp');
  expect(Number(await amount())).toBe(before + 1);
  await hands.reach('checkbox', /^选中 静宁苹果/, { back: true });
  await hands.key('Space');
  await page.getByText('请先选中要买的商品').waitFor();
  await hands.key('Space');
  await hands.press('button', /^移除 静宁苹果/);
  await page.getByText('购物车是空的').waitFor();
  await hands.isSomewhere();
}
