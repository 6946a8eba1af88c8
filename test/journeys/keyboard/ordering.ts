import { expect } from '@jest/globals';
import { photo } from '../admission/invented';
import type { Keyboard } from './keyboard';

/** Straight to the checkout, where what is missing is said and led to, then filled in. */
export async function checkOut(hands: Keyboard, origin: string, slug: string): Promise<void> {
  const { page } = hands;
  await hands.open(`${origin}/p/${slug}`);
  await hands.press('button', '立即购买');
  await page.waitForURL('**/checkout');
  await hands.choose('发票抬头', /^单位/);
  await hands.press('button', '提交订单');
  await page.getByRole('alert').and(page.locator(':focus')).waitFor();
  await hands.press('link', '请填写收货人姓名');
  await hands.isOn('textbox', '收货人');
  await page.keyboard.type('张示例');
  await hands.write('手机号', '13900000000');
  await hands.choose('省、自治区、直辖市', '四川省');
  await hands.choose('市、州或区县', '成都市');
  await hands.choose('区县', '武侯区');
  await hands.write('详细地址', '示例路100号2单元301');
  // Who the invoice is made out to stands in the summary with the rest, and a number that is nobody's is found here.
  await hands.write('抬头名称', '示例公司');
  await hands.write('统一社会信用代码（税号）', '91350100M000100Y44');
  await hands.press('button', '提交订单');
  await hands.press('link', /^税号有误/);
  await hands.isOn('textbox', '统一社会信用代码（税号）');
  await hands.key('End', 'Backspace');
  await page.keyboard.type('3');
  await hands.press('button', '提交订单');
  await page.waitForURL('**/cashier/**');
}

/** At the cashier, and back to the order, which says that it is paid. */
export async function pay(hands: Keyboard): Promise<void> {
  const { page } = hands;
  await hands.press('button', /支付成功/);
  await page.waitForURL('**/orders/**');
  await page.getByText('付款成功').waitFor();
}

/** What asks before it is done: its dialog holds the focus and gives it back where one thinks better of it. */
async function askedTwice(hands: Keyboard, what: string, notYet: string): Promise<void> {
  const dialog = hands.page.getByRole('dialog');
  await hands.press('button', what);
  await hands.isHeldBy(dialog);
  await hands.press('button', notYet, { within: dialog });
  await dialog.waitFor({ state: 'detached' });
  await hands.isOn('button', what);
  await hands.key('Enter');
  await hands.press('button', what, { within: dialog });
}

export async function cancel(hands: Keyboard, order: string): Promise<void> {
  const { page } = hands;
  await hands.open(order);
  await askedTwice(hands, '取消订单', '先不');
  await page.getByText('已取消').first().waitFor();
  await hands.isSomewhere();
}

/** Of what has not left, one pack is called off. */
export async function claim(hands: Keyboard, order: string): Promise<void> {
  const { page } = hands;
  await hands.open(order);
  await hands.press('link', '申请或查看售后');
  await page.waitForURL('**/after-sales');
  await hands.press('link', '申请售后');
  await page.waitForURL('**/after-sales/new');
  await hands.choose('需要什么', /^取消未发的货并退款/);
  await hands.choose('原因', '不想要了');
  await hands.reach('spinbutton', /的件数$/);
  await hands.key('ArrowUp');
  await page.getByText('可退金额').waitFor();
  await hands.press('button', '提交申请');
  await page.waitForURL('**/after-sales');
}

/** Once it is said to have come the review can be written. */
export async function receiveAndReview(hands: Keyboard, order: string): Promise<void> {
  const { page } = hands;
  await hands.open(order);
  await askedTwice(hands, '确认收货', '还没收到');
  await page.getByText(/售后期至/).waitFor();
  await hands.isSomewhere();

  await hands.press('button', '写评价');
  const scores = page.getByRole('group', { name: '您的评分' });
  await hands.isSomewhere();
  await hands.pick(scores, '4 分');
  await hands.write(/^说说收到的商品/, '个头匀，甜');
  // A camera's picture comes by the system's own window, which no browser of a test opens.
  const picture = { name: '苹果.jpg', mimeType: 'image/jpeg', buffer: await photo('苹果') };
  await page.getByLabel('照片和视频', { exact: true }).setInputFiles(picture);
  await page.getByRole('img', { name: '照片 1' }).waitFor();
  await hands.press('button', '发布评价');
  await page.getByText('谢谢您的评价').waitFor();
  await hands.isSomewhere();
  expect(await page.getByText('个头匀，甜').count()).toBe(1);
  await hands.press('button', '评价照片 1/1');
  await page.getByRole('dialog').getByRole('img', { name: '评价照片 1/1' }).waitFor();
  await hands.key('Escape');
}
