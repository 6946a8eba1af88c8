import type { Browser } from 'playwright-core';
import { addHouseholds, fillForm, handIn, register, type Cooperative } from './admission/applying';
import { Colleague } from './admission/colleague';
import { compare, correct, sendBack } from './admission/correcting';
import { askToLeave, decideExit, proposeExit, readExit } from './admission/leaving';
import { readInEnglish } from './admission/reading-english';
import {
  askRecognition,
  draftEdition,
  publishEdition,
  publishRecognition,
  readEdition,
  stamp,
} from './admission/recognising';
import { approve, claimAndTick, readNotice, readRegister, sign } from './admission/reviewing';
import {
  addProduct,
  approveDossier,
  bringToCheckout,
  offered,
  refusedAtCheckout,
  sendDossier,
  stockUp,
  type Goods,
} from './admission/selling';
import { findUnsound, followConsequence, planAndDraw, readOwnSample } from './admission/spot-checking';
import {
  appeal,
  cannotAnswer,
  decide,
  impose,
  imposeOvertaken,
  openCase,
  openOwnMeasure,
  propose,
  putRight,
  state,
  uphold,
  verify,
} from './admission/watching';
import { goingRound } from './going-round';
import { startHouse, type RunningHouse } from './running-house';
import { openBrowser, Visitor } from './visitor';

jest.setTimeout(900_000);

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
let goods: Goods;
let recognition: string;

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

test('a reviewer asks for one field to be corrected; it is, and the next reader sees old beside new', () =>
  goingRound(house, visitors, async () => {
    await sign(await colleague('county-farm'), application, '农业农村');
    await sign(await colleague('county-link'), application, '乡村振兴');
    await sendBack(await colleague('reviewer'), application);
    await correct(await clerk(), application);
    await compare(await colleague('county-farm', 390), application);
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

test('its product gets a dossier, a listing and a place on the shelf', () =>
  goingRound(house, visitors, async () => {
    const applicant = await clerk();
    goods = await addProduct(applicant, '示例高山富士');
    await sendDossier(applicant);
    await approveDossier(await colleague('reviewer'), goods);
    await stockUp(house, goods);
    expect(await offered(await passerBy(390), house, goods)).toBe(true);
  }));

test('stamped by the county and on public notice, it is recognised and stands in the next edition', () =>
  goingRound(house, visitors, async () => {
    recognition = await askRecognition(await clerk(), goods);
    await stamp(await colleague('county-farm'), recognition);
    await publishRecognition(await colleague('reviewer-2', 390), recognition);
    await house.setClock('28 days');
    await house.wake('admission.recogniseDue');
    await house.until(1, `select count(*) from admission.recognition where id = $1 and state = 'recognised'`, [
      recognition.split('/').pop(),
    ]);
    const drafter = await colleague('operator');
    const number = await draftEdition(drafter);
    await publishEdition(drafter, await colleague('operator-2'), number);
    await readEdition(await passerBy(390), house, number, goods);
  }));

test('a warning, then a rectification: planned, reported, and verified by somebody else', () =>
  goingRound(house, visitors, async () => {
    const reviewer = await colleague('reviewer');
    const supplier = goods.supplierId;
    const matter = await openCase(reviewer, supplier, 'EXT-11 投诉率/退货率超标', '三起缺斤少两的投诉已核实。');
    const late = await colleague('reviewer-2');
    await late.open(matter, 'case');
    await impose(reviewer, matter, /^警示/, '三起缺斤投诉属实，予以警示。');
    await openOwnMeasure(await clerk(), '警示');
    await imposeOvertaken(late, /^限期整改/, '装箱计量须整改。', '警示');
    await putRight(await clerk());
    await verify(await colleague('reviewer-3', 390), supplier);
  }));

test('suspended it sells nothing on the very next request; its appeal is decided by others, and it sells again', () =>
  goingRound(house, visitors, async () => {
    const proposer = await colleague('reviewer');
    const ground = 'EXT-03 非产地货源/贴牌冒充';
    const matter = await openCase(proposer, goods.supplierId, ground, '十一月发货量高于收购台账。');
    await propose(proposer, matter, '台账缺一批，来源不明，拟暂停交易查清。');
    await state(await clerk(), '非产地货源', '漏记的一批有过磅单，正在补齐。');

    await house.setClock('42 days');
    const buyer = await passerBy(390);
    await bringToCheckout(buyer, house, goods);
    const decider = await colleague('reviewer-2');
    await decide(decider, matter);
    await refusedAtCheckout(buyer, goods);
    expect(await offered(buyer, house, goods)).toBe(false);

    await appeal(await clerk());
    await cannotAnswer(decider, COOPERATIVE.name);
    await uphold(await colleague('reviewer-3', 390), COOPERATIVE.name);
    expect(await offered(buyer, house, goods)).toBe(true);
    await readRegister(await passerBy(1280), house, COOPERATIVE.name);
  }));

test('a sample drawn by lot fails: its product is off the shelf, a case is open, and the supplier reads why', () =>
  goingRound(house, visitors, async () => {
    const drawer = await colleague('reviewer-2');
    await planAndDraw(await colleague('reviewer'), drawer);
    await findUnsound(drawer, goods);
    expect(await offered(await passerBy(390), house, goods)).toBe(false);
    const matter = await followConsequence(drawer, goods);
    await impose(drawer, matter, /^暂停交易/, '农药残留超限量十倍，先停全部产品查清。');
    await readOwnSample(await clerk(), goods);
  }));

test('it asks to leave: on public notice for thirty days, proposed by one reviewer, decided by another', () =>
  goingRound(house, visitors, async () => {
    await askToLeave(await clerk());
    await proposeExit(await colleague('reviewer'), goods.supplierId);
    await house.setClock('74 days');
    await decideExit(await colleague('reviewer-2', 390), goods.supplierId);
    await readExit(await colleague('auditor'), COOPERATIVE.name);
    await readRegister(await passerBy(390), house, COOPERATIVE.name);
  }));

test('the console speaks English to whoever asks for it', () =>
  goingRound(house, visitors, async () => {
    await readInEnglish(await colleague('reviewer'), [
      ...[
        'applications',
        'queue',
        'inspections',
        'objections',
        'dossiers',
        'recognitions',
        'editions',
        'standards',
      ].map((list) => `/admission/${list}`),
      ...['', '/cases', '/measures', '/appeals', '/certificates', '/rechecks', '/spot-checks', '/exits'].map(
        (list) => `/admission/watching${list}`,
      ),
    ]);
  }));
