import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import {
  arrivedOnce,
  confirmedByCode,
  formOf,
  householdWithPhone,
  refusedAndMended,
  weigh,
  weighOffline,
} from './scale/weighing';
import { sheetOffline } from './scale/work-sheet';
import { openBrowser, type Visitor } from './visitor';

jest.setTimeout(900_000);

let house: RunningHouse;
let browser: Browser;
const visitors: Visitor[] = [];

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

/** Without a network every read fails, and the browser writes each down. */
const LOST = /ERR_INTERNET_DISCONNECTED/;

test('on a phone of 360 px: offline amid three deliveries, reloaded, back; each arrives once, the refused one is named; and a sheet of work', async () => {
  const clerk = await Colleague.arrive(browser, house, 'supplier', 360, { serviceWorkers: 'allow' });
  const { page, visitor } = clerk;
  visitors.push(visitor);
  visitor.provokes(LOST);
  visitor.provokes(/status of 409/);
  await goingRound(house, visitors, async () => {
    await clerk.open('/trace/scale');
    const name = await householdWithPhone(clerk);
    await clerk.read('没有等着送出的');
    await formOf(clerk).choose({ index: 1 });
    const lotId = await formOf(clerk).goods.inputValue();

    // Nought and less are said to be no weight before anything is kept.
    await page.getByRole('button', { name: '记下，下一户' }).click();
    await clerk.read('请填重量，大于 0，例如 102.5');
    await clerk.look('scale-faults');

    await weigh(clerk, name, '102.5', (form) => form.getByLabel(/^单价/).fill('1.5'));
    await clerk.read('已送出，农户会在手机上看到。');
    await house.until(1, `select count(*) from trace.delivery where entered = 'scale'`);
    await page.waitForFunction(async () => (await caches.match('/console/')) !== undefined);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);

    await weighOffline(clerk, name, lotId);
    await page.context().setOffline(false);
    await clerk.read(/都已送出，今天从这台手机送出 4 笔/);
    await house.until(4, `select count(*) from trace.delivery where entered = 'scale'`);
    await arrivedOnce(clerk);
    await refusedAndMended(clerk, name, lotId);
    await confirmedByCode(clerk);
    await clerk.look('scale');
    await sheetOffline(clerk);
  });
});
