import { waitUntil } from '../../../infra/embedded/processes.mjs';
import { photo } from '../admission/invented';
import type { Colleague } from '../admission/colleague';
import type { RunningHouse } from '../running-house';
import type { Locator } from 'playwright-core';
import { expect } from '@jest/globals';

/** Whom the clerk picks: a household with a phone, by the words on the list. */
export async function weigh(clerk: Colleague, household: string, jin: string, more?: (form: Locator) => Promise<void>) {
  const { page } = clerk;
  const form = page.locator('main form');
  await form.getByRole('button', { name: /^农户/ }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByLabel('按姓名或村找').fill(household);
  await sheet.getByRole('button', { name: household }).first().click();
  await form.getByLabel('重量').fill(jin);
  await more?.(form);
  await form.getByRole('button', { name: '记下，下一户' }).click();
  // The form is ready for the next one only once the device has kept this one.
  await form.getByRole('button', { name: '选农户' }).waitFor();
}

/** A household of the demonstration supplier that has a phone with us. */
export async function householdWithPhone({ page }: Colleague): Promise<string> {
  return page.evaluate(async () => {
    const answer = await fetch('/api/v1/supplier/scale', { headers: { surface: 'console' } });
    const { households } = (await answer.json()) as { households: { displayName: string; hasPhone: boolean }[] };
    return households.find(({ hasPhone }) => hasPhone)!.displayName;
  });
}

/** The field of goods, and the first grade where there is more than one. */
export function formOf({ page }: Colleague) {
  const goods = page.getByLabel('装进哪一批');
  const grade = page.getByRole('group', { name: '等级' }).locator('label').first();
  return {
    goods,
    choose: async (lot: { index: number } | string) => {
      await goods.selectOption(lot);
      if (await grade.count()) await grade.click();
    },
  };
}

const stored = (house: RunningHouse) => house.count(`select count(*) from trace.delivery where entered = 'scale'`);

/** Without a network: one with a photo, one plain, the tab reloaded, one with a witness. */
export async function weighOffline(clerk: Colleague, name: string, lotId: string): Promise<void> {
  const { page } = clerk;
  await page.context().setOffline(true);
  await clerk.read('现在没有网络');
  // It is kept: that nothing can be sent in would be untrue of this page.
  expect(await page.getByText('暂时不能提交').count()).toBe(0);
  await weigh(clerk, name, '80', async (form) => {
    const ticket = { name: '磅单.jpg', mimeType: 'image/jpeg', buffer: await photo('磅单') };
    await form.locator('input[type=file]').setInputFiles(ticket);
    await form.getByRole('img', { name: '磅单照片' }).waitFor();
  });
  await weigh(clerk, name, '60.5');
  await clerk.read('2 笔存在这台手机上，等着送出');

  // The tab is lost with everything in it.
  await page.reload();
  await clerk.read('2 笔存在这台手机上，等着送出');
  await formOf(clerk).choose(lotId);
  await weigh(clerk, name, '40', async (form) => {
    await form.getByText('农户没带手机，由见证人见证').click();
    await form.getByLabel('见证人姓名').fill('示例村会计');
    await form.getByLabel('见证人身份').selectOption({ label: '村干部' });
    // The sheet was signed on the spot; without its photo it is not kept.
    await clerk.press('记下，下一户');
    await form.getByText('请拍下见证签字的纸').first().waitFor();
    const sheet = { name: '签字.jpg', mimeType: 'image/jpeg', buffer: await photo('签字') };
    await form.locator('#scale-sheet input[type=file]').setInputFiles(sheet);
    await form.getByRole('img', { name: '见证签字的纸' }).waitFor();
  });
  await clerk.read('3 笔存在这台手机上，等着送出');
  await clerk.look('scale-offline');
  expect(await stored(clerk.house)).toBe(1);
}

/** Each of them is there once, with its photo and its witness; the queue is empty. */
export async function arrivedOnce({ page, house }: Colleague): Promise<void> {
  expect(
    await house.rows(
      `select grams::int, ticket_file_id is not null as ticket, witness_file_id is not null as sheet, state from trace.delivery where entered = 'scale' order by id`,
    ),
  ).toEqual([
    { grams: 51_250, ticket: false, sheet: false, state: 'recorded' },
    { grams: 40_000, ticket: true, sheet: false, state: 'recorded' },
    { grams: 30_250, ticket: false, sheet: false, state: 'recorded' },
    { grams: 20_000, ticket: false, sheet: true, state: 'witnessed' },
  ]);
  // Nothing about anybody is left in the queue.
  const left = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const asked = indexedDB.open('xihuo-scale');
        asked.onsuccess = () => {
          const entries = asked.result.transaction('entry').objectStore('entry').count();
          entries.onsuccess = () => done(entries.result);
        };
      }),
  );
  expect(left).toBe(0);
}

/** The lot is closed while the clerk weighs: the entry is refused, says why, and goes into another lot. */
export async function refusedAndMended(clerk: Colleague, name: string, lotId: string): Promise<void> {
  const { page, house } = clerk;
  await page.getByText('农户没带手机，由见证人见证').click();
  await house.rows(`update trace.lot set state = 'closed' where id = $1`, [lotId]);
  await weigh(clerk, name, '33');
  await clerk.read('1 笔被退回，要您处理');
  await clerk.read('没有收下：批次已关闭，不再接收');
  expect(await stored(house)).toBe(4);
  await clerk.look('scale-refused');
  await clerk.press('修改');
  await formOf(clerk).choose({ index: 1 });
  await clerk.press('改好，再送');
  await house.until(5, `select count(*) from trace.delivery where entered = 'scale'`);
  await page.getByText('1 笔被退回').waitFor({ state: 'detached' });
}

/** The household is still at the scale and types the code its phone got. */
export async function confirmedByCode(clerk: Colleague): Promise<void> {
  const { page, house } = clerk;
  await clerk.press('本户输验证码确认');
  const box = page.getByRole('alertdialog');
  await clerk.press('发验证码', box);
  await box.getByLabel('农户念出的六位验证码').fill(await codeAtScale(house));
  await clerk.look('scale-code');
  await clerk.press('农户确认', box);
  await house.until(1, `select count(*) from trace.delivery where entered = 'scale' and state = 'confirmed'`);
}

/** The newest code that confirms a delivery, of whichever phone. */
async function codeAtScale(house: RunningHouse): Promise<string> {
  let code: string | undefined;
  const caught = async () => {
    const answer = await fetch(`${house.sandbox}/_sandbox/messages`);
    code = /交售确认码 (\d{6})/.exec(await answer.text())?.[1];
    return code !== undefined;
  };
  if (!(await waitUntil(caught, 60_000, 50))) throw new Error('No code for the delivery was caught.');
  return code!;
}
