import type { Browser } from 'playwright-core';
import { addHouseholds, fillForm, handIn, register, type Cooperative } from './admission/applying';
import { Colleague } from './admission/colleague';
import { approve, claimAndTick, readNotice, readRegister, sign } from './admission/reviewing';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, Visitor } from './visitor';

jest.setTimeout(300_000);

/** In the county whose two departments have demonstration accounts. */
const COOPERATIVE: Cooperative = {
  name: '渭源县示例高山苹果合作社',
  uscc: '93621123YY0090019Y',
  phone: '10099000001',
  county: ['甘肃省', '定西市', '渭源县'],
};

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
afterEach(async () => {
  await Promise.all(visitors.splice(0).map((visitor) => visitor.leave()));
});

async function colleague(login: string, width = 1280): Promise<Colleague> {
  const arrived = await Colleague.arrive(browser, house, login, width);
  visitors.push(arrived.visitor);
  return arrived;
}

async function clerk(): Promise<Colleague> {
  const arrived = await Colleague.arriveByPhone(browser, house, COOPERATIVE.phone, 390);
  visitors.push(arrived.visitor);
  return arrived;
}

async function passerBy(width: number): Promise<Visitor> {
  const visitor = await Visitor.arrive(browser, 'passer-by', width);
  visitors.push(visitor);
  return visitor;
}

/** What the first test has begun, and the others go on with. */
let application: string;

test('a cooperative registers by phone, writes its application and hands it in', () =>
  goingRound(house, visitors, async () => {
    const applicant = await clerk();
    application = await register(applicant, COOPERATIVE);
    // Papers raise the version while one types on: the page reads it anew and sends again.
    applicant.visitor.provokes(/412.*\/form$/);
    await fillForm(applicant, COOPERATIVE);
    await addHouseholds(applicant);
    await handIn(applicant);
  }));

test('two departments of its county and two reviewers look at it; after the public notice it is admitted', () =>
  goingRound(house, visitors, async () => {
    await sign(await colleague('county-farm', 390), application, '农业农村');
    await sign(await colleague('county-link'), application, '乡村振兴');
    for (const login of ['reviewer', 'reviewer-2']) {
      const reviewer = await colleague(login);
      await claimAndTick(reviewer, application);
      await approve(reviewer);
    }
    await readNotice(await passerBy(390), house, COOPERATIVE.name);
    await house.setClock('14 days');
    await house.wake('admission.certifyDue');
    await house.until(1, `select count(*) from admission.application where id = $1 and state = 'certified'`, [
      application,
    ]);
    await readRegister(await passerBy(1280), house, COOPERATIVE.name);
  }));
