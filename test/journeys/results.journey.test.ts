import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, type Visitor } from './visitor';

/** An auditor, an operator and a county's officer read what all of it came to: every table, its file, and the orders behind a figure. */

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

const TABLES = ['pairings', 'counties', 'keyCounties', 'categories', 'channels', 'campaigns', 'income', 'suppliers'];
const OURS = /本平台订单，非官方统计/;
/** The demonstration's orders lie in the year before the day it is loaded. */
const span = async () => {
  const [row] = await house.rows<{ from: string; until: string }>(
    `select (platform.business_now() - interval '1 year' + interval '1 day')::date::text as from, platform.business_now()::date::text as until`,
  );
  return `from=${row!.from}&until=${row!.until}`;
};

async function readAll(who: Colleague, days: string): Promise<void> {
  await who.open(`/results?${days}`, '/results');
  await who.read(OURS);
  await who.read('2023 年全国公开数据（截至 2023 年 11 月底）');
  for (const table of TABLES) {
    await who.open(`/results?${days}&table=${table}`, `/results ${table}`);
    await who.read(OURS);
  }
}

test('results are read table by table, looked into down to the orders, and taken along as a file', async () => {
  await goingRound(house, visitors, async () => {
    await house.wake('insight.countResults');
    await house.until(0, 'select count(*) from insight.sales_stale');
    const days = await span();
    const operator = await Colleague.arrive(browser, house, 'operator');
    const auditor = await Colleague.arrive(browser, house, 'auditor', 390);
    visitors.push(operator.visitor, auditor.visitor);
    await readAll(operator, days);
    await readAll(auditor, days);

    await operator.open(`/results?${days}&table=pairings`, '/results pairings');
    const table = operator.page.getByRole('table', { name: /结对关系销售/ });
    await table.waitFor();
    const shown = await table.getByRole('row').count();
    // A heading and a sum beside the rows.
    const [{ rows: kept }] = (await house.rows<{ rows: number }>(
      `select count(distinct case when exists (select from registry.pairing_v known where known.east_code || '-' || known.west_code = key)
                                  then key else '' end)::integer as rows from insight.sales_day where dimension = 'pairing'
          and day between $1 and $2`,
      [days.slice(5, 15), days.slice(-10)],
    )) as [{ rows: number }];
    expect(shown).toBeGreaterThanOrEqual(kept + 2);
    await operator.follow('实物');
    await operator.read('帮销净重（千克）');
    await operator.follow('成本');
    await operator.read('每元商品的成本');

    const file = operator.page.waitForEvent('download');
    await operator.press(/CSV/);
    expect(readFileSync(await (await file).path(), 'utf8')).toContain('帮销-净额（元）');

    await table.getByRole('link').first().click();
    await operator.read('对应的订单');
    await operator.page.getByRole('table', { name: '对应的订单' }).waitFor();
    await operator.look('/results/orders');

    // A figure of income leads to the households it is of, and a number of suppliers to these.
    for (const reader of [operator, auditor]) {
      await reader.open(`/results?${days}&table=income`, '/results income');
      await reader.page
        .getByRole('main')
        .getByRole('link', { name: /^[1-9]/ })
        .first()
        .click();
      await reader.page.getByRole('table', { name: '农户名单' }).getByRole('link').first().waitFor();
      await reader.look('/results/households');
      await reader.open(`/results?${days}&table=suppliers`, '/results suppliers');
      await reader.page
        .getByRole('table', { name: /供应商准入/ })
        .getByRole('link')
        .first()
        .click();
      await reader.page.getByRole('table', { name: '供应商名单' }).waitFor();
      await reader.look('/results/suppliers');
    }
  });
});
