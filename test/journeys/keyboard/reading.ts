import { expect } from '@jest/globals';
import type { RunningHouse } from '../running-house';
import { nextCode } from '../steps';
import type { Keyboard } from './keyboard';

/** Whoever holds the pack says what they think of it. */
export async function giveFeedback(hands: Keyboard, origin: string, lot: string): Promise<void> {
  const { page } = hands;
  await hands.open(`${origin}/lots/${lot}`);
  await hands.pick(page.getByRole('group', { name: '关于' }), '品质有问题');
  await hands.write('想说的话', '有两个碰伤了');
  await hands.press('button', '告诉他们');
  await page.getByText('收到了，谢谢').waitFor();
  await hands.isSomewhere();
}

/** Larger, and in the other language, and both back again: the focus stays on the switch. */
export async function switchBoth(hands: Keyboard, origin: string): Promise<void> {
  const { page } = hands;
  const sized = (size: string) =>
    page.waitForFunction((wanted) => getComputedStyle(document.documentElement).fontSize === wanted, size);
  await hands.open(origin);
  await hands.reach('button', '长辈版', { back: true });
  await hands.key('Space');
  await sized('20px');
  await hands.press('button', 'EN', { back: false });
  await page.getByRole('button', { name: '中文' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('en');
  await hands.isOn('button', '中文');
  await hands.key('Enter');
  await hands.isOn('button', 'EN');
  await hands.reach('button', '长辈版', { back: true });
  await hands.key('Space');
  await sized('16px');
}

/** By phone and the code that comes to it. */
export async function signIn(hands: Keyboard, house: RunningHouse, phone: string): Promise<void> {
  const { page } = hands;
  await hands.open(`${house.origin}/account`);
  await hands.write('手机号', phone);
  const code = await nextCode(house, phone, async () => {
    await hands.press('button', '获取验证码');
    await page.getByText('验证码已发到').waitFor();
  });
  await hands.isOn('textbox', '短信验证码');
  await page.keyboard.type(code);
  await hands.key('Enter');
  await page.getByRole('link', { name: '全部订单' }).waitFor();
  await hands.isSomewhere();
}
