import type { Browser } from 'playwright-core';
import { Colleague } from './admission/colleague';
import { answer, distribute, offerWork, tellPayment } from './benefit/at-the-desk';
import { Farmer } from './benefit/on-the-phone';
import { dayCode, sheetWithDoubledLine, witnessedSheet } from './benefit/work-at-the-desk';
import { weigh, whatIsBrought, type Brought } from './farmer/at-the-scale';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { signInByPhone } from './steps';
import { openBrowser, Visitor } from './visitor';

jest.setTimeout(900_000);

let house: RunningHouse;
let browser: Browser;

beforeAll(async () => {
  house = await startHouse();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser?.close();
  await house?.stop();
});

interface All {
  farmer: Farmer;
  clerk: Colleague;
  officer: Colleague;
  brought: Brought;
}

/** Money that went past the platform: what the household has is off the debt, what it has not is still owed. */
async function payPast({ farmer, clerk, brought }: All): Promise<void> {
  const { householdId, deliveredOn: today } = brought;
  await clerk.open(`/benefit/households/${householdId}`, 'household');
  const tooMuch = await tellPayment(clerk, { yuan: '990000', day: today, receipt: '收条一' });
  await tooMuch.getByText('超过尚欠金额').waitFor();
  await clerk.look('more-than-owed');
  await tooMuch.getByLabel('付了多少（元）').fill('30');
  await clerk.press('登记，请对方确认', tooMuch);
  await tooMuch.waitFor({ state: 'detached' });
  await (await tellPayment(clerk, { yuan: '20', day: today, receipt: '收条二' })).waitFor({ state: 'detached' });
  await farmer.at('confirm', 'paid-outside');
  await farmer.confirms('¥30.00', '收到了', '已确认收到，不会再付第二遍');
  await farmer.contests('¥20.00', '没收到', '没收到钱', 'not-received');
  await farmer.read(/这笔钱仍算欠您的/);
  await clerk.open(`/benefit/households/${householdId}?view=payments`, 'payments');
  await clerk.read('对方说没收到');
  await clerk.decide('撤回', (box) => box.getByLabel('原因').fill('没有送到农户手上'));
  const again = await tellPayment(clerk, { yuan: '20', day: today, receipt: '收条二' });
  await again.getByText('一张收据只算一次').waitFor();
  await clerk.open('/benefit/outside-payments');
}

/** A line that looks wrong: answered by the supplier, and where that does not do, by the county. */
async function object({ farmer, clerk, officer }: All): Promise<void> {
  await farmer.at('');
  await farmer.contests('保底收购款', '这笔不对', '金额少了', 'objecting');
  await farmer.read('您说不对');
  await clerk.open('/benefit/contests');
  await answer(clerk, '答复异议', '按保底价乘以过秤重量计算');
  await farmer.at('');
  await farmer.press('不满意，请县里看');
  await farmer.read('县里在看');
  await officer.open('/benefit/contests?state=escalated', 'escalated');
  await answer(officer, '裁定', '扣的水分没有依据，应当补上', '12.50');
  await farmer.at('', 'decided');
  await farmer.read(/县里答复：扣的水分没有依据，应当补上.*¥12\.50/);
}

/** Work: agreed on the phone, entered at the desk, confirmed on the phone, and owed for a reason that is one sentence. */
async function agreeAndWork({ farmer, clerk, brought }: All): Promise<void> {
  const { householdId, deliveredOn: today } = brought;
  await offerWork(clerk, householdId, { low: '20', fair: '130' });
  await farmer.at('confirm');
  await farmer.signs();
  await farmer.worksToday(await dayCode(clerk));
  await witnessedSheet(clerk, householdId, '李示例');
  await weigh(clerk, brought, 100_000);
  await farmer.at('confirm', 'work-and-delivery');
  await farmer.confirms('李示例去的', '对，是这样', '该您的工钱会记到“收入”里');
  await farmer.confirms('200 斤', '对，是这样', '按协议该您的钱会记到“收入”里');
  await house.until(
    3,
    `select count(*) from benefit.obligation where household_id = $1 and earned_on = $2 and source_kind in ('work', 'delivery')`,
    [householdId, today],
  );
  await farmer.at('');
  await farmer.read(/^务工 1 天，每天 130\.00 元/);
  await farmer.read(/^李示例：务工 1 天，每天 130\.00 元/);
  await farmer.read(/^交售.* 100 千克，保底价每千克/);
}

/** When the year of these deliveries is over, the members' meeting gives back what it must. */
async function nextYear(): Promise<void> {
  const [row] = await house.rows<{ days: number }>(
    `select make_date(extract(year from today)::int + 1, 1, 10) - today as days
       from (select (platform.business_now() at time zone 'Asia/Shanghai')::date as today) clock`,
  );
  await house.setClock(`${row!.days} days`);
}

async function arrive(): Promise<All> {
  const farmer = new Farmer(await Visitor.arrive(browser, 'farmer', 360), house);
  const clerk = await Colleague.arrive(browser, house, 'supplier');
  const officer = await Colleague.arrive(browser, house, 'county-farm');
  // Refusals that these journeys bring about and read.
  clerk.visitor.provokes(/status of (409|422)/);
  await signInByPhone(farmer.visitor, house);
  return { farmer, clerk, officer, brought: await whatIsBrought(farmer.visitor, house) };
}
const visitorsOf = ({ farmer, clerk, officer }: All) => [farmer.visitor, clerk.visitor, officer.visitor];

test('what was paid past the platform and what looks wrong is answered on the phone and at the desk', async () => {
  const all = await arrive();
  await goingRound(house, visitorsOf(all), async () => {
    await payPast(all);
    await object(all);
  });
});

test('a clerk at 360 px enters a sheet, mends the line that is named, takes its record back', async () => {
  const clerk = await Colleague.arrive(browser, house, 'supplier', 360);
  clerk.visitor.provokes(/status of 409/);
  await goingRound(house, [clerk.visitor], () => sheetWithDoubledLine(clerk));
});

test('what a household agreed to, earned and gets back by law is on its phone, each with its reason', async () => {
  const all = await arrive();
  const { farmer, clerk } = all;
  await goingRound(house, visitorsOf(all), async () => {
    await agreeAndWork(all);
    await nextYear();
    await distribute(clerk);
    await signInByPhone(farmer.visitor, house);
    await farmer
      .item('盈余返还')
      .getByText(/盈余返还，当年交易额/)
      .waitFor();
    await farmer.visitor.checkAccess('refunded');
  });
});
