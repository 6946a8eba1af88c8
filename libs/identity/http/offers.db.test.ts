import { randomUUID } from 'node:crypto';
import { openHouse, type House } from '@xihuo/testing';
import { provisioning } from '../index';
import { base32, fromBase32, stepAt, totpCode } from '../secrets/totp';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.rows(`insert into registry.region (code, name, level, parent_code, side, pinyin, province_code) values
    ('620000', '甘肃省', 'province', null, 'west', 'gansu', '620000')`);
});
afterAll(() => house?.close());

type Browser = ReturnType<House['browser']>;
interface Offer {
  id: string;
  name: string;
  role: string;
  phone: string | null;
  jurisdiction: { code: string } | null;
  proposal: { reason: string };
  invitation: string | null;
  may: string[];
}

let used = 0;
const phoneOf = () => `1380000${(used += 1).toString().padStart(4, '0')}`;
const newcomer = (phone: string, more: object = {}) => ({
  ...{ displayName: '示例新人', phone },
  as: { platform: 'reviewer', reason: '示例原因', ...more },
});
const offersOf = async (who: Browser) => (await who.ask('GET', '/people')).body['offers'] as Offer[];
const offer = async (who: Browser, id: unknown) => (await offersOf(who)).find((one) => one.id === id);
const step = (who: Browser, id: unknown, name: 'withdraw' | 'confirm' | 'refuse') =>
  who.ask('POST', `/people/${String(id)}/steps`, { step: name, reason: '示例原因' });
const told = async (who: Browser) =>
  ((await who.ask('GET', '/me/notices')).body['data'] as { title: string }[]).map(({ title }) => title);
const twoOperators = async () =>
  [await house.signedIn({ role: 'operator' }), await house.signedIn({ role: 'operator' })] as const;

/** Comes in by the code of the SMS. */
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

const SECRET = base32(Buffer.alloc(20, 7));
const shown = (secret: string) => totpCode(fromBase32(secret), stepAt(new Date()));
const enrol = (who: Browser, invitation: string | null | undefined, more: object = {}) =>
  who.ask('POST', '/me/second-factor', { by: { invitation }, secret: SECRET, code: shown(SECRET), ...more });

test('somebody new is given a role by two operators, enrols by the invitation told to them, and acts', async () => {
  const [one, other] = await twoOperators();
  const phone = phoneOf();
  const { status, body } = await one.ask('POST', '/people', newcomer(phone, { platform: 'operator' }));
  expect(status).toBe(201);
  const { id } = body;
  expect(await offer(one, id)).toMatchObject({
    ...{ name: '示例新人', role: 'operator', phone: phone.slice(-4), jurisdiction: null },
    ...{ proposal: { reason: '示例原因' }, invitation: null, may: ['withdraw'] },
  });
  expect(await told(other)).toContain('有一项岗位任命待您复核');
  expect((await step(one, id, 'confirm')).status).toBe(403);
  expect((await step(other, id, 'confirm')).status).toBe(200);
  expect(await told(one)).toContain('您提议的岗位任命已确认');
  // Told by whom alone it is shown to.
  expect((await offer(one, id))?.invitation).toBeNull();
  const given = await offer(other, id);
  expect(given).toMatchObject({ phone: null, invitation: expect.stringMatching(/^\w{4}-\w{4}$/), may: [] });

  const who = await comesIn(phone);
  const me = async () => (await who.ask('GET', '/me')).body;
  expect(await me()).toMatchObject({ secondFactorPending: true, secondFactorMissing: true });
  expect((await who.ask('GET', '/people')).body).toMatchObject({ code: 'SECOND_FACTOR_REQUIRED' });
  expect((await enrol(who, 'aaaa-aaaa')).body).toMatchObject({
    ...{ code: 'WRONG_CODE', errors: [{ pointer: '/body/by/invitation' }] },
  });
  expect((await enrol(who, given?.invitation, { code: '000000' })).body).toMatchObject({
    ...{ code: 'WRONG_CODE', errors: [{ pointer: '/body/code' }] },
  });
  const enrolled = await enrol(who, given?.invitation?.toUpperCase());
  expect(enrolled.body).toMatchObject({ secondFactorPending: false, secondFactorMissing: false });
  expect((await me())['grants']).toMatchObject([{ role: 'operator' }]);
  expect((await who.ask('GET', '/people')).status).toBe(200);
  expect(await offer(other, id)).toBeUndefined();
  expect((await Promise.all([told(one), told(other)])).every((all) => all.includes('示例新人已绑定动态口令'))).toBe(
    true,
  );
  // Enrolled once: whoever gets hold of the phone later puts no other app in its place.
  const again = await comesIn(phone);
  expect((await again.ask('GET', '/me')).body).toMatchObject({ secondFactorPending: true, secondFactorMissing: false });
  expect((await enrol(again, given?.invitation)).body).toMatchObject({ code: 'WRONG_CODE' });
});

test('an invitation of another or of three weeks ago enrols nothing', async () => {
  const [one, other] = await twoOperators();
  const phones = [phoneOf(), phoneOf()] as const;
  const ids = await Promise.all(
    phones.map(async (phone) => (await one.ask('POST', '/people', newcomer(phone))).body['id']),
  );
  for (const id of ids) await step(other, id, 'confirm');
  const [first, second] = await Promise.all(ids.map((id) => offer(other, id)));
  const who = await comesIn(phones[0]);
  expect((await enrol(who, second?.invitation)).status).toBe(401);
  await house.rows(
    `update identity.role_offer set decided_at = decided_at - interval '21 days', proposed_at = proposed_at - interval '21 days'`,
  );
  expect((await enrol(who, first?.invitation)).status).toBe(401);
  expect(await offer(other, ids[0])).toBeUndefined();
});

test('what is refused or taken back makes nobody, forgets the phone, and is told with its reason', async () => {
  const [one, other] = await twoOperators();
  const people = () => house.count('select count(*) from identity.person');
  const [before, phone] = [await people(), phoneOf()];
  const refused = (await one.ask('POST', '/people', newcomer(phone, { regionCode: '620000' }))).body['id'];
  expect(await offer(other, refused)).toMatchObject({ role: 'reviewer', jurisdiction: { code: '620000' } });
  expect((await step(other, refused, 'refuse')).status).toBe(200);
  expect(await told(one)).toContain('您提议的岗位任命未获同意');
  const withdrawn = (await one.ask('POST', '/people', newcomer(phone))).body['id'];
  expect((await step(one, withdrawn, 'withdraw')).status).toBe(200);
  expect((await step(other, withdrawn, 'confirm')).status).toBe(404);
  expect(await people()).toBe(before);
  expect(await house.count('select count(*) from identity.role_offer where phone_sealed is not null')).toBe(0);
});

test.each([
  ['auditor', 'operator', 'audits'],
  ['supplier', 'reviewer', 'party'],
  ['finance', 'mediator', 'pays'],
])('a %s is not offered what a %s does, by whatever name their phone goes', async (held, platform, duty) => {
  const [one] = await twoOperators();
  const phone = phoneOf();
  const someone = await house.signedIn({ role: held as 'auditor', organisationId: randomUUID() });
  const { personId } = (await someone.ask('GET', '/me')).body;
  await house.rows('insert into identity.phone_link values ($1, $2, $3, platform.business_now())', [
    ...[personId, house.vault.blindIndex('identity.phone', phone), Buffer.from('x')],
  ]);
  const answer = await one.ask('POST', '/people', newcomer(phone, { platform }));
  expect(answer.body).toMatchObject({ code: 'DUTIES_APART', duty });
});

/** Gives somebody a phone as if they had shown a code that was sent there. */
const hasPhone = async (who: Browser, phone: string) => {
  const { personId } = (await who.ask('GET', '/me')).body;
  await house.does((tx) => provisioning.linkPhone(tx, house.vault, { personId: personId as string, phone }));
};

test('nobody of the platform comes in a second time as somebody new, by the phone they have or had', async () => {
  const [one, other] = await twoOperators();
  const [mine, theirs, before] = [phoneOf(), phoneOf(), phoneOf()];
  await hasPhone(one, mine);
  await hasPhone(other, theirs);
  for (const phone of [mine, theirs])
    expect((await one.ask('POST', '/people', newcomer(phone))).body).toMatchObject({
      ...{ code: 'DUTIES_APART', duty: 'colleague' },
    });
  // Theirs only once it was offered, or until shortly before.
  const late = phoneOf();
  const { id } = (await one.ask('POST', '/people', newcomer(late))).body;
  await hasPhone(other, late);
  expect((await step(other, id, 'confirm')).body).toMatchObject({ code: 'DUTIES_APART', duty: 'colleague' });
  await hasPhone(other, theirs);
  expect((await step(other, id, 'confirm')).body).toMatchObject({ code: 'DUTIES_APART', duty: 'colleague' });
  await hasPhone(one, before);
  await hasPhone(one, mine);
  expect((await one.ask('POST', '/people', newcomer(before))).body).toMatchObject({ code: 'DUTIES_APART' });
});

test('whoever is given two roles before they enrol takes them by either invitation, the latest on top', async () => {
  const [one, other] = await twoOperators();
  const phone = phoneOf();
  const first = (await one.ask('POST', '/people', newcomer(phone))).body['id'];
  await step(other, first, 'confirm');
  const { data } = (await one.ask('GET', '/people?role=reviewer')).body as { data: { id: string }[] };
  const as = { platform: 'mediator', colleague: data.at(-1)!.id, reason: '示例原因' };
  const second = (await one.ask('POST', '/people', { as })).body['id'];
  await step(other, second, 'confirm');
  const shownNow = (await offersOf(other)).map(({ id }) => id);
  expect(shownNow.indexOf(second as string)).toBeLessThan(shownNow.indexOf(first as string));
  const invitations = [await offer(other, first), await offer(other, second)].map((given) => given?.invitation);
  const who = await comesIn(phone);
  expect((await enrol(who, invitations[1], { code: '000000' })).body).toMatchObject({
    errors: [{ pointer: '/body/code' }],
  });
  expect((await enrol(who, invitations[0])).status).toBe(200);
});

test('a colleague is given one more role that goes with theirs, never by themselves, and not twice', async () => {
  const [one, other] = await twoOperators();
  const mediator = await house.signedIn({ role: 'mediator' });
  const { data } = (await one.ask('GET', '/people?role=mediator')).body as { data: { id: string }[] };
  const colleague = data.at(-1)!.id;
  const as = (platform: string) => ({ as: { platform, colleague, reason: '示例原因' } });
  expect((await one.ask('POST', '/people', as('finance'))).body).toMatchObject({
    code: 'DUTIES_APART',
    duty: 'decides',
  });
  expect((await one.ask('POST', '/people', as('mediator'))).body).toMatchObject({ code: 'INVALID_INPUT' });
  const { id } = (await one.ask('POST', '/people', as('operator'))).body;
  expect((await step(other, id, 'confirm')).status).toBe(200);
  expect((await mediator.ask('GET', '/people')).status).toBe(200);
  const { data: own } = (await one.ask('GET', '/people?role=operator')).body as {
    data: { id: string; mine: boolean }[];
  };
  const mine = own.find((held) => held.mine)!.id;
  expect(
    (await one.ask('POST', '/people', { as: { platform: 'reviewer', colleague: mine, reason: '示例原因' } })).status,
  ).toBe(403);
});

test('what an operator offered who is none any more is given by nobody', async () => {
  const [one, other] = await twoOperators();
  const { id } = (await one.ask('POST', '/people', newcomer(phoneOf()))).body;
  const { personId } = (await one.ask('GET', '/me')).body;
  await house.rows(
    `update identity.role_grant set ended_at = platform.business_now(), ended_by = 'test' where person_id = $1`,
    [personId],
  );
  expect(await offer(other, id)).toBeUndefined();
  expect((await step(other, id, 'confirm')).status).toBe(404);
});

test('a role is offered by operators alone, with a fresh second factor, and somebody new has a name and a phone', async () => {
  const supplier = await house.signedIn({ role: 'supplier', organisationId: '0190aaaa-0000-7000-8000-000000000001' });
  expect((await supplier.ask('POST', '/people', newcomer(phoneOf()))).status).toBe(403);
  const [one] = await twoOperators();
  expect((await one.ask('POST', '/people', { as: newcomer('').as })).body).toMatchObject({ code: 'INVALID_INPUT' });
  expect(
    (await one.ask('POST', '/people', newcomer(phoneOf(), { platform: 'finance', regionCode: '620000' }))).status,
  ).toBe(422);
  await house.rows(`update identity.session set second_factor_at = platform.business_now() - interval '6 minutes'`);
  expect((await one.ask('POST', '/people', newcomer(phoneOf()))).body).toMatchObject({ code: 'STEP_UP_REQUIRED' });
});
