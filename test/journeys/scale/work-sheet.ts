import { expect } from '@jest/globals';
import { photo } from '../admission/invented';
import type { Colleague } from '../admission/colleague';

const WORKER = '李示例';

/** A sheet of work without a network, signed before a witness: kept, still there after a reload, sent once and whole. */
export async function sheetOffline(clerk: Colleague): Promise<void> {
  const { page, house } = clerk;
  const sent = () => house.count('select count(*) from benefit.work_record where worker = $1', [WORKER]);
  await clerk.open('/benefit/work/new');
  const who = page.getByLabel('谁干的活');
  await who.waitFor();
  // What the page needs is on the device once it was open here.
  await page.waitForFunction(
    () =>
      new Promise<boolean>((done) => {
        const asked = indexedDB.open('xihuo-scale');
        asked.onsuccess = () => {
          const seat = asked.result.transaction('seat').objectStore('seat').get('seat');
          seat.onsuccess = () => done((seat.result as { work?: object } | undefined)?.work !== undefined);
        };
      }),
  );
  await page.context().setOffline(true);
  await clerk.read('现在没有网络');
  await who.selectOption({ index: 1 });
  const pieces = page.getByLabel(/^做了多少/);
  if (await pieces.count()) await pieces.fill('40');
  await page.getByLabel(/^家里谁去的/).fill(WORKER);
  await clerk.tick(/工人在纸质记工单上签了字/);
  await clerk.fill('见证人姓名', '示例村会计');
  await clerk.choose('见证人身份', '村干部');
  const file = { name: '记工单.jpg', mimeType: 'image/jpeg', buffer: await photo('记工单') };
  await page.getByRole('main').locator('input[type=file]').first().setInputFiles(file);
  await page.getByRole('status').filter({ hasText: file.name }).waitFor();
  await clerk.press('保存 1 行');
  await clerk.read('1 张用工单存在这台设备上，等着送出');
  expect(await sent()).toBe(0);
  await clerk.look('sheet-offline');

  await page.reload();
  await clerk.read('1 张用工单存在这台设备上，等着送出');
  await page.context().setOffline(false);
  await house.until(1, `select count(*) from benefit.work_record where worker = $1 and state = 'witnessed'`, [WORKER]);
  await page.getByText('1 张用工单').first().waitFor({ state: 'detached' });
  expect(await sent()).toBe(1);
}
