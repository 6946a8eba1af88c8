import { expect } from '@jest/globals';
import type { Locator } from 'playwright-core';
import type { Colleague } from '../admission/colleague';
import { photo } from '../admission/invented';

export interface Told {
  yuan: string;
  day: string;
  /** What is written on the receipt: another text is another sheet. */
  receipt: string;
}

/** A photo of a paper, handed in where the page asks for one. */
export async function handIn(box: Locator, title: string): Promise<void> {
  const file = { name: `${title}.jpg`, mimeType: 'image/jpeg', buffer: await photo(title) };
  await box.locator('input[type=file]').first().setInputFiles(file);
  await box.getByRole('status').filter({ hasText: file.name }).waitFor();
}

/** The clerk fills in what was paid past the platform; whether it is taken is seen by whoever asks for it. */
export async function tellPayment(clerk: Colleague, { yuan, day, receipt }: Told): Promise<Locator> {
  await clerk.press('登记平台外付款');
  const box = clerk.page.getByRole('alertdialog');
  await box.getByLabel('付了多少（元）').fill(yuan);
  await box.getByLabel('付款方式').selectOption({ label: '现金' });
  await box.getByLabel('付款日期').fill(day);
  await handIn(box, receipt);
  await clerk.press('登记，请对方确认', box);
  return box;
}

/** A wage below the county's least is refused at its field; with a lawful one the page is written, signed and sent. */
export async function offerWork(clerk: Colleague, householdId: string, wage: { low: string; fair: string }) {
  const { page } = clerk;
  await clerk.open(`/benefit/agreements/new?household=${householdId}`, 'new-agreement');
  await page.getByRole('radio', { name: /吸纳就业/ }).check();
  await clerk.press('下一步：条款');
  await page.getByLabel(/^日工资/).fill(wage.low);
  await clerk.press('写成草稿');
  await clerk.read(/低于.*最低日工资标准/);
  await clerk.look('terms-refused');
  await page.getByLabel(/^日工资/).fill(wage.fair);
  await clerk.press('写成草稿');
  await page.getByRole('heading', { name: '农户读到的一页' }).waitFor();
  await clerk.look('draft');
  await clerk.decide('签字并发给农户', async () => undefined);
  await clerk.read('等农户签字');
}

/** Six tenths of 80,000.00: eight yuan less is refused with the article before anything is sent. */
export async function distribute(clerk: Colleague): Promise<void> {
  const { page } = clerk;
  await clerk.open('/benefit/distributions');
  await clerk.follow('核对年度返还');
  for (const [label, yuan] of [
    [/^当年盈余/, '100000'],
    [/^弥补亏损/, '10000'],
    [/^提取公积金/, '10000'],
    [/^按交易量返还/, '47992'],
  ] as const)
    await page.getByLabel(label).fill(yuan);
  await clerk.read(/按交易量返还 59\.99\s*%，低于/);
  await clerk.read(/农民专业合作社法第四十四条不允许/);
  await clerk.look('below-sixty');
  await expectRefused(clerk);
  await page.getByLabel(/^按交易量返还/).fill('48000');
  await clerk.read(/按交易量返还 60\s*%，符合农民专业合作社法第四十四条/);
  await handIn(page.getByRole('main'), '成员大会决议');
  await clerk.press('试算到成员');
  await page.getByText('试算，尚未公布').waitFor();
  await clerk.read(/份相加，与总额分毫不差/);
  await clerk.decide('公布', async () => undefined);
  await clerk.read('已公布');
  await clerk.look('distribution');
}

/** Neither the page nor, where somebody goes past it, the server takes it. */
async function expectRefused(clerk: Colleague): Promise<void> {
  await expect(clerk.page.getByRole('button', { name: '试算到成员' }).getAttribute('aria-disabled')).resolves.toBe(
    'true',
  );
  expect(await clerk.house.count('select count(*) from benefit.distribution where by_volume_fen = 4799200')).toBe(0);
}

/** The clerk's answer, or the county's word, in its box. */
export async function answer(whose: Colleague, act: '答复异议' | '裁定', words: string, yuan = ''): Promise<void> {
  await whose.decide(
    act,
    async (box) => {
      if (yuan) await box.getByLabel(/^补付多少/).fill(yuan);
      await box.getByLabel('说给对方听').fill(words);
    },
    yuan ? '答复并补付' : '答复，不补付',
  );
}
