import { randomUUID } from 'node:crypto';
import { openHouse, type House } from '@xihuo/testing';
import { countPeople } from '../store/people.sql';

let house: House;
let organisationId: string;
const COUNTY = '621123';

beforeAll(async () => {
  house = await openHouse();
  await house.rows(`insert into registry.region (code, name, level, parent_code, side, pinyin, province_code) values
    ('620000', '甘肃省', 'province', null, 'west', 'gansu', '620000'),
    ('621100', '定西市', 'prefecture', '620000', 'west', 'dingxi', '620000'),
    ('621123', '渭源县', 'county', '621100', 'west', 'weiyuan', '620000')`);
});
afterAll(() => house?.close());
beforeEach(() => {
  organisationId = randomUUID();
});

type Browser = ReturnType<House['browser']>;
interface Held {
  id: string;
  name: string;
  role: string;
  until: string | null;
  deputyFor: string | null;
  mine: boolean;
  may: string[];
  proposal: { by: string; at: string; reason: string } | null;
}

let used = 0;
const phoneOf = () => `1390000${(used += 1).toString().padStart(4, '0')}`;
const day = async (offset: number) =>
  (
    await house.rows<{ day: string }>(
      `select to_char((platform.business_now() at time zone 'Asia/Shanghai')::date + $1::integer, 'YYYY-MM-DD') as day`,
      [offset],
    )
  )[0]!.day;

const listed = async (who: Browser, query = '') =>
  (await who.ask('GET', `/people${query}`)).body['data'] as unknown as Held[];
const own = async (who: Browser) => (await listed(who)).find(({ mine, role }) => mine && role !== 'operator')!;
const add = async (who: Browser, more: object = {}, deputy = false, phone = phoneOf()) =>
  who.ask('POST', '/people', { displayName: '示例同事', phone, as: { grantId: (await own(who)).id, deputy }, ...more });
const step = (who: Browser, id: unknown, name: 'end' | 'handOver' | 'propose' | 'withdraw' | 'confirm' | 'refuse') =>
  who.ask('POST', `/people/${String(id)}/steps`, { step: name, reason: '示例原因' });

/** Comes in by the code of the SMS, as somebody who was let in does. */
async function comesIn(phone: string): Promise<Browser> {
  const who = house.browser('console', `198.51.100.${(used += 1)}`);
  const { body } = await who.ask('POST', '/sms-codes', { phone });
  const [sent] = await house.rows<{ id: string; content_sealed: Buffer }>(
    `select id, content_sealed from platform.outgoing_message where channel = 'sms' order by id desc limit 1`,
  );
  const text = house.vault.open(
    { table: 'platform.outgoing_message', row: sent!.id, column: 'content_sealed' },
    sent!.content_sealed,
  );
  const answer = await who.ask('POST', '/sessions/sms', {
    ...{ surface: 'console', requestId: body['requestId'], phone, code: /\d{6}/.exec(text)![0] },
  });
  expect(answer.status).toBe(201);
  return who;
}

const grantsOf = async (who: Browser) => (await who.ask('GET', '/me')).body['grants'] as unknown[];

test('a colleague is let in by phone, told by SMS, acts for the same organisation, and is out on the next request', async () => {
  const first = await house.signedIn({ role: 'supplier', organisationId });
  const phone = phoneOf();
  const added = await add(first, {}, false, phone);
  expect(added.status).toBe(201);
  const second = await comesIn(phone);
  expect(await listed(second)).toMatchObject([
    { mine: false, until: null, may: ['end'] },
    { name: '示例同事', mine: true, until: null, deputyFor: null, may: ['end'] },
  ]);
  expect((await step(first, added.body['id'], 'end')).status).toBe(200);
  expect(await grantsOf(second)).toEqual([]);
  expect((await second.ask('GET', '/people')).status).toBe(403);
});

test('who decides for the platform acts for nobody it decides on, and only operators are told that they do', async () => {
  const phone = phoneOf();
  await house.person({ role: 'reviewer', phone });
  const first = await house.signedIn({ role: 'supplier', organisationId });
  const added = await add(first, {}, false, phone);
  expect([added.status, await listed(first)]).toMatchObject([201, [{ mine: true }, { name: '示例同事' }]]);
  expect(await grantsOf(await comesIn(phone))).toMatchObject([{ role: 'reviewer' }]);
  const operator = await house.signedIn({ role: 'operator' });
  const as = { role: 'countyRevitalisation', regionCode: COUNTY };
  const office = await operator.ask('POST', '/people', { displayName: '示例官员', phone, as });
  expect(office.body).toMatchObject({ code: 'DUTIES_APART', duty: 'decides' });
});

test('another organisation neither sees nor ends what is not its own', async () => {
  const [first, other] = [
    await house.signedIn({ role: 'supplier', organisationId }),
    await house.signedIn({ role: 'supplier', organisationId: randomUUID() }),
  ];
  const { id } = await own(first);
  expect((await listed(other)).map((held) => held.id)).not.toContain(id);
  expect((await step(other, id, 'end')).status).toBe(404);
  const asked = await other.ask('POST', '/people', {
    ...{ displayName: '示例人', phone: phoneOf(), as: { grantId: id, deputy: false } },
  });
  expect(asked.status).toBe(404);
});

test('a deputy acts until the end of a day, lets nobody in, ends nobody, and after that day is nobody', async () => {
  const first = await house.signedIn({ role: 'supplier', organisationId });
  expect((await add(first, {}, true)).body).toMatchObject({ code: 'INVALID_INPUT' });
  const phone = phoneOf();
  const until = await day(7);
  const { body } = await add(first, { until }, true, phone);
  const deputy = await comesIn(phone);
  const mine = await own(deputy);
  expect(mine).toMatchObject({ until, deputyFor: expect.any(String), may: ['end'] });
  expect((await add(deputy)).status).toBe(403);
  expect((await step(deputy, (await own(first)).id, 'end')).status).toBe(403);
  await house.rows('update identity.role_grant set until = platform.business_now() where id = $1', [body['id']]);
  expect(await grantsOf(deputy)).toEqual([]);
  expect((await deputy.ask('GET', '/people')).status).toBe(403);
  expect(await listed(first)).toHaveLength(1);
});

test('an office lets in for a season at most, and is handed over: who followed stays, who left is out', async () => {
  const holder = await house.signedIn({ role: 'countyAgriculture', regionCode: COUNTY });
  expect((await add(holder)).body).toMatchObject({ code: 'INVALID_INPUT' });
  expect((await add(holder, { until: await day(93) })).body).toMatchObject({ code: 'INVALID_INPUT' });
  const phone = phoneOf();
  const { body } = await add(holder, { until: await day(92) }, true, phone);
  expect((await step(holder, (await own(holder)).id, 'end')).body).toMatchObject({ code: 'LAST_OF_TEAM' });
  expect((await step(holder, body['id'], 'handOver')).status).toBe(200);
  expect(await grantsOf(holder)).toEqual([]);
  const follower = await comesIn(phone);
  expect(await listed(follower)).toMatchObject([{ mine: true, until: null, deputyFor: null, may: [] }]);
  const trail = await house.rows<{ action: string }>(
    `select content::json ->> 'action' as action from platform.audit_content where content like '%handOver%' or content like '%role.end%'
      order by entry_id`,
  );
  expect(trail.map(({ action }) => action)).toEqual(expect.arrayContaining(['role.handOver', 'role.end']));
});

test('of two who leave at once one stays', async () => {
  const first = await house.signedIn({ role: 'supplier', organisationId });
  const second = await house.signedIn({ role: 'supplier', organisationId });
  const ids = [(await own(first)).id, (await own(second)).id];
  const answers = await Promise.all([step(first, ids[0], 'end'), step(second, ids[1], 'end')]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
});

test('an operator names an office with a fresh second factor, sees everybody, and alone ends no role of the platform', async () => {
  const operator = await house.signedIn({ role: 'operator' });
  await house.signedIn({ role: 'reviewer' });
  const wanted = {
    displayName: '示例官员',
    phone: phoneOf(),
    as: { role: 'countyRevitalisation', regionCode: COUNTY },
  };
  expect(
    (await operator.ask('POST', '/people', { ...wanted, as: { ...wanted.as, regionCode: '620000' } })).status,
  ).toBe(422);
  expect((await operator.ask('POST', '/people', wanted)).status).toBe(201);
  expect(await listed(operator, `?q=${encodeURIComponent('示例官')}`)).toMatchObject([
    { role: 'countyRevitalisation' },
  ]);
  const [reviewer] = await listed(operator, '?role=reviewer');
  expect(reviewer).toMatchObject({ may: ['propose'] });
  expect((await step(operator, reviewer!.id, 'end')).status).toBe(403);
  await house.rows(`update identity.session set second_factor_at = platform.business_now() - interval '6 minutes'`);
  expect((await operator.ask('POST', '/people', wanted)).body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
});

test('a supplier names no office', async () => {
  const first = await house.signedIn({ role: 'supplier', organisationId });
  const as = { role: 'countyAgriculture', regionCode: COUNTY };
  expect((await first.ask('POST', '/people', { displayName: '示例人', phone: phoneOf(), as })).status).toBe(403);
});

test('a role of the platform ends by two operators, and whoever proposed may take it back', async () => {
  const [one, other] = [await house.signedIn({ role: 'operator' }), await house.signedIn({ role: 'operator' })];
  const mediator = await house.signedIn({ role: 'mediator' });
  const held = async (who: Browser) => (await listed(who, '?role=mediator')).at(-1)!;
  const { id } = await held(one);
  expect((await step(one, id, 'confirm')).status).toBe(403);
  expect((await step(one, id, 'propose')).status).toBe(200);
  expect([(await held(one)).may, (await held(other)).may]).toEqual([['withdraw'], ['confirm', 'refuse']]);
  expect((await step(one, id, 'confirm')).status).toBe(403);
  expect((await step(one, id, 'withdraw')).status).toBe(200);
  expect((await step(other, id, 'confirm')).status).toBe(403);
  await step(other, id, 'propose');
  expect(await grantsOf(mediator)).toHaveLength(1);
  expect((await step(one, id, 'confirm')).status).toBe(200);
  expect(await grantsOf(mediator)).toEqual([]);
});

test('the other operators are told of a proposal and read why before they decide; one of them may refuse it', async () => {
  const [one, other] = [await house.signedIn({ role: 'operator' }), await house.signedIn({ role: 'operator' })];
  const mediator = await house.signedIn({ role: 'mediator' });
  const held = async () => (await listed(other, '?role=mediator')).at(-1)!;
  const { id } = await held();
  expect((await step(other, id, 'refuse')).status).toBe(403);
  await step(one, id, 'propose');
  const { proposal } = await held();
  expect(proposal).toEqual({ by: expect.any(String), at: expect.any(String), reason: '示例原因' });
  expect(proposal!.by).toBe((await listed(one, '?role=operator')).find(({ mine }) => mine)!.name);
  const told = async (who: Browser) =>
    ((await who.ask('GET', '/me/notices')).body['data'] as { about: string | null }[]).map(({ about }) => about);
  expect(await told(other)).toContain('ending:mediator');
  expect([await told(one), await told(mediator)].flat()).not.toContain('ending:mediator');
  expect((await step(one, id, 'refuse')).status).toBe(403);
  expect((await step(other, id, 'refuse')).status).toBe(200);
  const titles = ((await one.ask('GET', '/me/notices')).body['data'] as { title: string }[]).map(({ title }) => title);
  expect(titles).toContain('您提议的免去未获同意');
  expect((await step(other, id, 'confirm')).status).toBe(403);
  expect(await held()).toMatchObject({ proposal: null, may: ['propose'] });
  expect(await grantsOf(mediator)).toHaveLength(1);
});

test('what an operator proposed who is none any more counts for nothing, also once they are one anew', async () => {
  const [gone, one, other] = [
    await house.signedIn({ role: 'operator' }),
    await house.signedIn({ role: 'operator' }),
    await house.signedIn({ role: 'operator' }),
  ];
  const mediator = await house.signedIn({ role: 'mediator' });
  const held = async () => (await listed(one, '?role=mediator')).at(-1)!;
  const { id } = await held();
  await step(gone, id, 'propose');
  expect(await held()).toMatchObject({ proposal: expect.anything(), may: ['confirm', 'refuse'] });
  const { personId } = (await gone.ask('GET', '/me')).body;
  await house.rows(
    `update identity.role_grant set ended_at = platform.business_now(), ended_by = 'test' where person_id = $1`,
    [personId],
  );
  const idle = { proposal: null, may: ['propose'] };
  expect(await held()).toMatchObject(idle);
  expect((await step(one, id, 'confirm')).status).toBe(403);
  await house.rows(
    `insert into identity.role_grant (person_id, role, granted_at, granted_by) values ($1, 'operator', platform.business_now(), 'test')`,
    [personId],
  );
  expect(await held()).toMatchObject(idle);
  expect((await step(one, id, 'confirm')).status).toBe(403);
  expect((await step(one, id, 'propose')).status).toBe(200);
  expect((await step(other, id, 'confirm')).status).toBe(200);
  expect(await grantsOf(mediator)).toEqual([]);
});

test('of two operators who end each other at once one stays', async () => {
  await house.rows(
    `update identity.role_grant set ended_at = platform.business_now(), ended_by = 'test' where role = 'operator' and ended_at is null`,
  );
  const pair = [
    await house.signedIn({ role: 'operator', secondFactor: true }),
    await house.signedIn({ role: 'operator', secondFactor: true }),
  ];
  const [first, second] = await Promise.all(
    pair.map(async (who) => (await listed(who, '?role=operator')).find(({ mine }) => mine)!.id),
  );
  await step(pair[0]!, second, 'propose');
  await step(pair[1]!, first, 'propose');
  // Each confirms what the other proposed of themselves.
  const answers = await Promise.all([step(pair[0]!, first, 'confirm'), step(pair[1]!, second, 'confirm')]);
  expect(answers.map(({ status }) => status).filter((status) => status === 200)).toHaveLength(1);
  expect(
    await house.count(`select count(*) from identity.role_grant where role = 'operator' and ended_at is null`),
  ).toBe(1);
});

test('the last operator who can act stays, whoever else was named and has no second factor yet', async () => {
  await house.rows(
    `update identity.role_grant set ended_at = platform.business_now(), ended_by = 'test' where role = 'operator' and ended_at is null`,
  );
  const last = await house.signedIn({ role: 'operator', secondFactor: true });
  const named = await house.signedIn({ role: 'operator' });
  const { id } = (await listed(last, '?role=operator')).find(({ mine }) => mine)!;
  await step(named, id, 'propose');
  expect((await step(last, id, 'confirm')).body).toMatchObject({ code: 'LAST_OF_TEAM' });
  const counted = () => house.database.read(countPeople, [['operator']]);
  expect(await counted()).toEqual([{ role: 'operator', people: 1 }]);
  await house.signedIn({ role: 'operator', secondFactor: true });
  expect((await step(last, id, 'confirm')).status).toBe(200);
});
