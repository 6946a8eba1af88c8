import { randomUUID } from 'node:crypto';
import { SECOND_FACTOR_ROLES, type Role } from '@xihuo/contract';
import { openHouse, openWatchDesk, type House, type WatchDesk } from '@xihuo/testing';
import { admissionParts } from '../admission-parts';

let house: House;
let desk: WatchDesk;
beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts] });
  desk = await openWatchDesk(house);
});
afterAll(() => house?.close());

/** Signed in to the console, with the second factor shown where the role wants one. */
async function signedIn(role: Role, more: { organisationId?: string; regionCode?: string } = {}) {
  const { id, login, password } = await house.person({
    role,
    secondFactor: SECOND_FACTOR_ROLES.includes(role),
    ...more,
  });
  const browser = house.browser('console');
  await browser.signIn(login, password);
  await house.rows('update identity.session set second_factor_at = platform.business_now() where person_id = $1', [id]);
  return browser;
}
const at = (version: unknown) => ({ 'if-match': `"${String(version)}"` });
const REASON = '多批次农残超标，经核实属实';

test('a suspension from the open case to the upheld appeal, each on the version that was read', async () => {
  const { supplierId } = await desk.admitted();
  const [reviewer, other] = [await signedIn('reviewer'), await signedIn('reviewer')];
  const owner = await signedIn('supplier', { organisationId: supplierId });
  const anybody = house.browser('shop');
  const opened = await reviewer.ask('POST', '/admission/cases', {
    supplierId,
    ground: 'EXT-01',
    summary: '抽检发现农残超标',
  });
  expect([opened.status, opened.body['may']]).toEqual([201, ['impose', 'propose', 'close']]);
  const path = `/admission/cases/${String(opened.body['id'])}`;
  const suspension = { kind: 'suspension', reason: REASON };
  expect((await reviewer.ask('POST', `${path}/measures`, suspension)).status).toBe(428);
  expect((await reviewer.ask('POST', `${path}/measures`, suspension, at(9))).status).toBe(412);
  const imposed = await reviewer.ask('POST', `${path}/measures`, suspension, at(1));
  expect(imposed.status).toBe(201);
  const again = await reviewer.ask('POST', `${path}/measures`, suspension, at(imposed.body['version']));
  expect(again.code).toBe('MEASURE_IN_FORCE');

  const { id } = (imposed.body['measures'] as { id: string }[])[0]!;
  expect((await anybody.ask('GET', `/register/measures/${id}`)).body).toMatchObject({
    kind: 'suspension',
    reason: { zh: REASON },
  });
  expect((await anybody.ask('GET', `/suppliers/${supplierId}`)).body).toMatchObject({ standing: 'suspended' });
  const own = await owner.ask('GET', `/supplier/measures/${id}`);
  expect(own.body['may']).toEqual(['appeal']);
  const statement = { statement: '样品并非本社产品，附送检单' };
  const appeal = await owner.ask('POST', `/supplier/measures/${id}/appeal`, statement, at(own.body['version']));
  expect(appeal.status).toBe(201);
  const decision = { decision: 'upheld', reason: '样品编号与送检记录不符' };
  const appealPath = `/admission/appeals/${String(appeal.body['id'])}`;
  expect((await reviewer.ask('GET', appealPath)).body['may']).toEqual([]);
  expect((await reviewer.ask('POST', `${appealPath}/decision`, decision, at(1))).code).toBe('FOUR_EYES');
  expect((await other.ask('GET', appealPath)).body['may']).toEqual(['uphold', 'dismiss']);
  expect((await other.ask('POST', `${appealPath}/decision`, decision, at(1))).body).toMatchObject({ state: 'upheld' });
  expect((await anybody.ask('GET', `/suppliers/${supplierId}`)).body).toMatchObject({ standing: 'certified' });
});

const LISTS = [
  'cases',
  'measures',
  'appeals',
  'certificates',
  'certificates?within=30',
  'rechecks',
  'spot-checks',
  'exits',
  'watching',
];

test.each(LISTS)('/admission/%s answers who reviews, audits or recommends, and nobody else', async (list) => {
  for (const role of ['reviewer', 'auditor', 'countyAgriculture'] as const) {
    const browser = await signedIn(role, { regionCode: '610629' });
    expect((await browser.ask('GET', `/admission/${list}`)).status).toBe(200);
  }
  const consumer = await signedIn('supplier', { organisationId: randomUUID() });
  expect((await consumer.ask('GET', `/admission/${list}`)).code).toBe('FORBIDDEN');
  expect((await house.browser('console').ask('GET', `/admission/${list}`)).code).toBe('NOT_SIGNED_IN');
});

test.each(['cases', 'measures', 'certificates', 'rechecks', 'samples', 'exits'])(
  '/supplier/%s shows the own ones only',
  async (list) => {
    const owner = await signedIn('supplier', { organisationId: (await desk.admitted()).supplierId });
    expect((await owner.ask('GET', `/supplier/${list}`)).body).toEqual({ data: [], nextCursor: null });
  },
);

test('an auditor reads a case and changes nothing about it', async () => {
  const { supplierId } = await desk.admitted();
  const id = await desk.opened(await desk.person('reviewer'), supplierId);
  const auditor = await signedIn('auditor', { regionCode: '610000' });
  expect((await auditor.ask('GET', `/admission/cases/${id}`)).body).toMatchObject({ may: [] });
  const suspension = { kind: 'suspension', reason: REASON };
  expect((await auditor.ask('POST', `/admission/cases/${id}/measures`, suspension, at(1))).code).toBe('FORBIDDEN');
  const elsewhere = await signedIn('auditor', { regionCode: '500000' });
  expect((await elsewhere.ask('GET', `/admission/cases/${id}`)).code).toBe('NOT_FOUND');
});

test('who asks to leave is on public notice, may take it back, and is not asked twice', async () => {
  const { supplierId } = await desk.admitted();
  const owner = await signedIn('supplier', { organisationId: supplierId });
  const ask = () => owner.ask('POST', '/supplier/exit-requests', { supplierId, reason: '合作社解散' });
  const asked = await ask();
  expect(asked.status).toBe(201);
  expect((await ask()).code).toBe('EXIT_ASKED');
  const shown = async () =>
    (await house.browser('shop').ask('GET', '/register/exits')).body['data'] as { supplier: { id: string } }[];
  expect((await shown()).filter((one) => one.supplier.id === supplierId)).toMatchObject([
    { state: 'asked', until: asked.body['noticeUntil'] },
  ]);
  const caseId = String(asked.body['caseId']);
  const stranger = await signedIn('supplier', { organisationId: randomUUID() });
  expect((await stranger.ask('POST', `/supplier/exit-requests/${caseId}/withdraw`)).code).toBe('NOT_FOUND');
  expect((await owner.ask('POST', `/supplier/exit-requests/${caseId}/withdraw`)).status).toBe(200);
  expect((await shown()).filter((one) => one.supplier.id === supplierId)).toEqual([]);
  expect((await ask()).status).toBe(201);
});

test('an operator closes the steps that people answer for, and no others', async () => {
  const { supplierId } = await desk.admitted();
  const proposer = await signedIn('reviewer');
  const id = await desk.opened(await desk.person('reviewer'), supplierId);
  await proposer.ask('POST', `/admission/cases/${id}/proposal`, { kind: 'exit', reason: REASON }, at(1));
  await desk.setClock('12 days');
  try {
    const decider = await signedIn('reviewer');
    const decision = { decision: 'imposed', reason: REASON };
    const decided = await decider.ask('POST', `/admission/cases/${id}/decision`, decision, at(2));
    expect(decided.body).toMatchObject({ state: 'closed' });
    const operator = await signedIn('operator');
    const list = await operator.ask('GET', '/admission/exits?state=running');
    const exits = list.body['data'] as { id: string; version: number; supplier: { id: string } }[];
    const exit = exits.find((one) => one.supplier.id === supplierId)!;
    const path = `/admission/exits/${exit.id}/steps`;
    const orders = { step: 'openOrders', state: 'done', why: '代为确认' };
    expect((await operator.ask('POST', path, orders, at(exit.version))).code).toBe('INVALID_INPUT');
    const records = { step: 'records', state: 'done', why: '资料已归档三年' };
    expect((await operator.ask('POST', path, records, at(exit.version))).body).toMatchObject({
      state: 'running',
      steps: expect.arrayContaining([expect.objectContaining({ step: 'records', state: 'done' })]),
    });
  } finally {
    await desk.setClock('0 days');
  }
});
