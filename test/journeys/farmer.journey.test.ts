import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { correct, weigh, whatIsBrought } from './farmer/at-the-scale';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { signInByPhone } from './steps';
import { openBrowser, Visitor } from './visitor';

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

const stateOf = (id: string) =>
  house.rows<{ state: string }>('select state from trace.delivery where id = $1', [id]).then(([row]) => row!.state);

test('on a phone of 360 px a household confirms what it brought, contests what is wrong, and confirms the correction', async () => {
  const farmer = await Visitor.arrive(browser, 'farmer', 360);
  const clerk = await Colleague.arrive(browser, house, 'supplier');
  visitors.push(farmer, clerk.visitor);
  await goingRound(house, visitors, async () => {
    const { page } = farmer;
    const at = (hash: string) =>
      farmer.open(`${house.origin}/farmer#/${hash}`).then(() => page.reload({ waitUntil: 'networkidle' }));
    await signInByPhone(farmer, house);
    const brought = await whatIsBrought(farmer, house);
    await clerk.open('/');
    const [right, wrong] = [await weigh(clerk, brought, 512_500), await weigh(clerk, brought, 80_000)];

    // What waits stands first, wherever one comes in.
    await at('');
    await page.getByRole('link', { name: '有 2 件事等您确认' }).click();
    await page.getByRole('heading', { level: 1, name: '待我确认' }).waitFor();
    const sheetOf = (weight: string) => page.getByRole('listitem').filter({ hasText: weight });
    const first = sheetOf('1,025 斤');
    // 512.5 kg at the guaranteed price, in whole yuan.
    const yuan = (512_500n * BigInt(brought.floorFen)) / 100_000n;
    await first.getByText(`¥${yuan.toLocaleString('en')}`).waitFor();
    await first.getByText('看磅单照片').click();
    await first.getByRole('img', { name: '看磅单照片' }).waitFor();
    await farmer.checkAccess('to-confirm');
    await first.getByRole('button', { name: '对，是这样' }).click();
    await page.getByText('按协议该您的钱会记到“收入”里').waitFor();
    expect(await stateOf(right.id)).toBe('confirmed');

    // The other is not what it was.
    const second = sheetOf('160 斤');
    await second.getByRole('button', { name: '不对' }).click();
    await second.getByRole('radio', { name: '斤两不对' }).check();
    await second.getByLabel(/自己说几句/).fill('磅上是一百八十斤');
    await farmer.checkAccess('contesting');
    await second.getByRole('button', { name: '告诉供应商不对' }).click();
    await page.getByText('改好后会再请您确认').first().waitFor();
    await page.getByText('您说：斤两不对：磅上是一百八十斤').waitFor();
    expect(await stateOf(wrong.id)).toBe('contested');

    const corrected = await correct(clerk, wrong.id, brought, 90_000);
    expect(await stateOf(wrong.id)).toBe('corrected');
    await at('confirm');
    const third = sheetOf('180 斤').filter({ hasText: '看错了磅单' });
    await third.getByRole('button', { name: '对，是这样' }).click();
    await page.getByText('没有要确认的').waitFor();
    expect(await stateOf(corrected.id)).toBe('confirmed');
    // Both stay to be read.
    await page.getByText('已改，另有新的一笔').waitFor();
    await farmer.checkAccess('confirmed');
  });
});
