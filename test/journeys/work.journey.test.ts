import type { Browser } from 'playwright-core';
import { expect } from '@jest/globals';
import { Colleague } from './admission/colleague';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, type Visitor } from './visitor';

jest.setTimeout(300_000);

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

/** An agreement to work of the demonstration supplier under which nothing is recorded today. */
async function workplace(): Promise<{ id: string; pieces: boolean; household: string }> {
  const [found] = await house.rows<{ id: string; pieces: boolean; household: string }>(
    `select agreement.id, agreement.piece_rate_fen is not null as pieces, household.display_name as household
       from benefit.agreement join registry.household_v household on household.id = agreement.household_id
       join identity.role_grant held on held.organisation_id = agreement.supplier_id
       join identity.credential known on known.person_id = held.person_id and known.login = 'supplier'
      where agreement.kind = 'employment' and agreement.state = 'inForce'
        and not exists (select from benefit.work_record work where work.agreement_id = agreement.id
                           and work.worked_on >= (platform.business_now() at time zone 'Asia/Shanghai')::date)
      order by agreement.id limit 1`,
  );
  return found!;
}

const recorded = `select count(*) from benefit.work_record where agreement_id = $1 and state <> 'withdrawn'
                     and worked_on = (platform.business_now() at time zone 'Asia/Shanghai')::date`;

test('on a phone of 360 px: the code of the day, a sheet whose doubled line is named and mended, its record taken back', async () => {
  const clerk = await Colleague.arrive(browser, house, 'supplier', 360);
  const { page, visitor } = clerk;
  visitors.push(visitor);
  visitor.provokes(/status of 409/);
  await goingRound(house, visitors, async () => {
    const { id, pieces, household } = await workplace();
    await clerk.open('/benefit/work');
    await clerk.press('今天的记工码');
    const code = page.getByRole('dialog').getByText(/^\d{6}$/);
    await code.waitFor();
    await house.until(1, 'select count(*) from benefit.day_code where code = $1', [(await code.textContent())!]);
    await clerk.look('day-code');
    await clerk.press('关闭', page.getByRole('dialog'));

    await clerk.open('/benefit/work/new');
    await clerk.press('保存 1 行');
    await clerk.read('请填写');
    const fill = async (index: number) => {
      await page.getByLabel('谁干的活').nth(index).selectOption(id);
      if (pieces)
        await page
          .getByLabel(/^做了多少/)
          .nth(index)
          .fill('60');
    };
    await fill(0);
    await clerk.press('加一行');
    await fill(1);
    await clerk.press('保存 2 行');
    // The second line names days that the first has taken, and nothing is written.
    const second = page.getByRole('region', { name: '第 2 行' }).or(page.locator('section', { hasText: '第 2 行' }));
    await second.last().getByText('这些日期已有用工记录').waitFor();
    expect(await house.count(recorded, [id])).toBe(0);
    await clerk.look('sheet-refused');
    await clerk.press('删去第 2 行');
    await clerk.press('保存 1 行');
    await house.until(1, recorded, [id]);

    await page.getByRole('main').getByRole('link', { name: household }).first().click();
    await clerk.read(`等${household}确认`);
    await clerk.look('work-record');
    await clerk.decide('撤回', (box) => box.getByLabel('原因').fill('记错了人'));
    await house.until(0, recorded, [id]);
    await clerk.read('这一条已撤回，保留供查看');
    await clerk.open('/benefit/work/months', 'work-months');
    await clerk.read('已应得');
  });
});
