import { expect } from '@jest/globals';
import type { Colleague } from '../admission/colleague';
import type { RunningHouse } from '../running-house';
import { handIn } from './at-the-desk';

/** An agreement to work of the demonstration supplier under which nothing is recorded today. */
async function workplace(house: RunningHouse): Promise<{ id: string; pieces: boolean; household: string }> {
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

/** The code that is written on the wall of the workshop. */
export async function dayCode(clerk: Colleague): Promise<string> {
  await clerk.open('/benefit/work');
  await clerk.press('今天的记工码');
  const code = clerk.page.getByRole('dialog').getByText(/^\d{6}$/);
  await code.waitFor();
  const digits = (await code.textContent())!;
  await clerk.house.until(1, 'select count(*) from benefit.day_code where code = $1', [digits]);
  await clerk.look('day-code');
  await clerk.press('关闭', clerk.page.getByRole('dialog'));
  return digits;
}

/** Another of the household worked the same day: its sheet was signed on paper before a witness. */
export async function witnessedSheet(clerk: Colleague, householdId: string, worker: string): Promise<void> {
  const { page } = clerk;
  const [place] = await clerk.house.rows<{ id: string }>(
    `select id from benefit.agreement where household_id = $1 and kind = 'employment' and state = 'inForce'`,
    [householdId],
  );
  await clerk.open('/benefit/work/new');
  await page.getByLabel('谁干的活').selectOption(place!.id);
  await page.getByLabel(/^家里谁去的/).fill(worker);
  await clerk.tick(/工人在纸质记工单上签了字/);
  await clerk.fill('见证人姓名', '示例村干部');
  await clerk.choose('见证人身份', '村干部');
  await handIn(page.getByRole('main'), '记工单');
  await clerk.look('witnessed-sheet');
  await clerk.press('保存 1 行');
  await clerk.read(`${worker}去的`);
}

/** A line whose days are taken is named, and nothing is written; mended it is, and the record is taken back. */
export async function sheetWithDoubledLine(clerk: Colleague): Promise<void> {
  const { page } = clerk;
  const { id, pieces, household } = await workplace(clerk.house);
  await dayCode(clerk);

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
  expect(await clerk.house.count(recorded, [id])).toBe(0);
  await clerk.look('sheet-refused');
  await clerk.press('删去第 2 行');
  await clerk.press('保存 1 行');
  await clerk.house.until(1, recorded, [id]);

  await page.getByRole('main').getByRole('link', { name: household }).first().click();
  await clerk.read(`等${household}确认`);
  await clerk.look('work-record');
  await clerk.decide('撤回', (box) => box.getByLabel('原因').fill('记错了人'));
  await clerk.house.until(0, recorded, [id]);
  await clerk.read('这一条已撤回，保留供查看');
  await lastMonth(clerk);
}

/** The sums of the last month in which anybody worked: on the first days of a month that is the one before. */
async function lastMonth(clerk: Colleague): Promise<void> {
  const [{ ago }] = (await clerk.house.rows<{ ago: number }>(
    `select (12 * extract(year from age) + extract(month from age))::int as ago
       from (select age(date_trunc('month', platform.business_now() at time zone 'Asia/Shanghai'),
                        date_trunc('month', max(work.worked_on)::timestamp)) as age
               from benefit.work_record work
               join benefit.agreement on agreement.id = work.agreement_id
               join identity.role_grant held on held.organisation_id = agreement.supplier_id
               join identity.credential known on known.person_id = held.person_id and known.login = 'supplier'
              where work.state <> 'withdrawn') last`,
  )) as [{ ago: number }];
  await clerk.open('/benefit/work/months', 'work-months');
  for (let month = 0; month < ago; month++) {
    await clerk.read('这个月没有用工');
    await clerk.press('看上个月');
  }
  await clerk.read('已应得');
}
