import { openHouse, openReviewDesk, type House, type ReviewDesk } from '@xihuo/testing';
import { admissionParts } from '../admission-parts';

let house: House;
let desk: ReviewDesk;
beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts] });
  desk = await openReviewDesk(house);
});
afterAll(() => house?.close());

const COUNTY = '610629';
const SIGNED = {
  department: 'agriculture',
  confirmed: ['producesHere', 'supplyCapacity', 'quality'],
  opinion: '同意推荐',
};

async function signedIn(role: 'countyAgriculture' | 'reviewer' | 'consumer', regionCode?: string) {
  const { login, password } = await house.person({ role, ...(regionCode === undefined ? {} : { regionCode }) });
  const browser = house.browser('console');
  await browser.signIn(login, password);
  return browser;
}

test('a decision names the version it was made on, and answers the next one', async () => {
  const { id } = await desk.application();
  const officer = await signedIn('countyAgriculture', COUNTY);
  const path = `/admission/applications/${id}`;
  const read = await officer.ask('GET', `${path}/review`);
  expect(read.body).toMatchObject({ version: 1, state: 'submitted', step: 'county' });
  expect((await officer.ask('POST', `${path}/recommend`, SIGNED)).status).toBe(428);
  expect((await officer.ask('POST', `${path}/recommend`, SIGNED, { 'if-match': '"7"' })).status).toBe(412);
  const done = await officer.ask('POST', `${path}/recommend`, SIGNED, { 'if-match': '"1"' });
  expect([done.status, done.body['version'], done.body['recommendations']]).toMatchObject([
    200,
    2,
    [{ department: 'agriculture' }],
  ]);
  const actions = done.body['actions'] as { action: string; why: string | null }[];
  expect(actions.find(({ action }) => action === 'signAgriculture')?.why).toBe('ALREADY_DONE');
});

test('what lies in another county is not there, nor is anything for who has no part', async () => {
  const { id } = await desk.application();
  const neighbour = await signedIn('countyAgriculture', '610630');
  const paths = ['review', 'credit'].map((end) => `/admission/applications/${id}/${end}`);
  for (const path of paths) expect((await neighbour.ask('GET', path)).code).toBe('NOT_FOUND');
  const step = await neighbour.ask('POST', `/admission/applications/${id}/recommend`, SIGNED, { 'if-match': '"1"' });
  expect(step.code).toBe('NOT_FOUND');
  const buyer = await signedIn('consumer');
  for (const path of paths) expect((await buyer.ask('GET', path)).code).toBe('FORBIDDEN');
  const nobody = house.browser('console');
  for (const path of paths) expect((await nobody.ask('GET', path)).code).toBe('NOT_SIGNED_IN');
});

test('a reviewer without the second factor sees nothing', async () => {
  const reviewer = await signedIn('reviewer');
  for (const path of ['/admission/queue', '/admission/objections', '/admission/inspections']) {
    expect((await reviewer.ask('GET', path)).code).toBe('SECOND_FACTOR_REQUIRED');
  }
});

test('lists answer the county', async () => {
  const { id } = await desk.application();
  const officer = await signedIn('countyAgriculture', COUNTY);
  const queue = await officer.ask('GET', '/admission/queue?limit=100');
  expect(queue.body['data']).toEqual(
    expect.arrayContaining([expect.objectContaining({ applicationId: id, step: 'county' })]),
  );
  for (const path of ['/admission/recommendations', '/admission/recommendations/totals', '/admission/inspections']) {
    expect((await officer.ask('GET', path)).status).toBe(200);
  }
  expect((await officer.ask('GET', '/admission/queue?cursor=x')).code).toBe('INVALID_INPUT');
});

test('anybody reads a notice and objects to it, a few times a day from one address', async () => {
  const { id } = await desk.application();
  await desk.published(id);
  const villager = house.browser('shop', '203.0.113.9');
  const list = await villager.ask('GET', '/public-notices');
  const notice = (list.body['data'] as { id: string; subjectId: string }[]).find((one) => one.subjectId === id);
  expect((await villager.ask('GET', `/public-notices/${notice!.id}`)).body).toMatchObject({
    state: 'open',
    objections: 0,
  });

  const body = (phone: string) => ({ name: '示例村民', phone, statement: '该社的苹果不是本县所产，请核查' });
  const object = (phone: string) => villager.ask('POST', `/public-notices/${notice!.id}/objections`, body(phone));
  expect((await object('10000000001')).status).toBe(201);
  expect((await object('10000000001')).code).toBe('ALREADY_OBJECTED');
  expect((await object('12')).code).toBe('INVALID_INPUT');
  const codes: (string | undefined)[] = [];
  for (let phone = 2; phone < 12; phone += 1)
    codes.push((await object(`100000000${String(phone).padStart(2, '0')}`)).code);
  expect(codes.slice(0, 8)).toEqual(Array(8).fill(undefined));
  expect(codes.slice(8)).toEqual(['RATE_LIMITED', 'RATE_LIMITED']);
  expect((await villager.ask('GET', `/public-notices/${notice!.id}`)).body).toMatchObject({ objections: 9 });
});
