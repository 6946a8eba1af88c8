import { openHouse, type House } from '@xihuo/testing';
import { linkPhone } from '../actions/provision';
import { base32, fromBase32, stepAt, totpCode } from '../secrets/totp';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

type Browser = ReturnType<House['browser']>;

const SECRET = base32(Buffer.alloc(20, 7));
const code = (later = 0) => totpCode(fromBase32(SECRET), stepAt(new Date()) + BigInt(later));
const enrol = (who: Browser, by: object, more: object = {}) =>
  who.ask('POST', '/me/second-factor', { by, secret: SECRET, code: code(), ...more });
const factor = async (who: Browser) => (await who.ask('GET', '/me/second-factor')).body;

let used = 0;
const freshPhone = () => `1370000${(used += 1).toString().padStart(4, '0')}`;
const texts = async () =>
  (
    await house.rows<{ id: string; recipient_sealed: Buffer; content_sealed: Buffer }>(
      `select id, recipient_sealed, content_sealed from platform.outgoing_message where channel = 'sms' order by id`,
    )
  ).map(({ id: row, recipient_sealed: recipient, content_sealed: content }) => ({
    to: house.vault.open({ table: 'platform.outgoing_message', row, column: 'recipient_sealed' }, recipient),
    text: house.vault.open({ table: 'platform.outgoing_message', row, column: 'content_sealed' }, content),
  }));
async function codeTo(who: Browser, phone: string) {
  const { body } = await who.ask('POST', '/sms-codes', { phone });
  const sent = (await texts()).findLast(({ to }) => to === phone)!;
  return { requestId: body['requestId'], phone, code: /\d{6}/.exec(sent.text)![0] };
}

async function comesIn(wanted: Parameters<House['person']>[0]) {
  const person = await house.person(wanted);
  const who = house.browser('console', `198.51.100.${(used += 1)}`);
  expect((await who.signIn(person.login, person.password)).status).toBe(201);
  return { ...person, who };
}

test('whoever acts for a supplier enrols a factor by their password, is told, and is asked for it from then on', async () => {
  const phone = freshPhone();
  const { who, id, login, password } = await comesIn({ role: 'supplier', phone });
  const elsewhere = house.browser('console');
  await elsewhere.signIn(login, password);
  expect(await factor(who)).toEqual({ enrolledAt: null, by: ['password', 'phone'] });

  expect(await enrol(who, { password: 'not the password' })).toMatchObject({
    ...{ status: 401, code: 'WRONG_CODE', body: { errors: [{ pointer: '/body/by/password' }] } },
  });
  expect((await enrol(who, { password }, { code: '000000' })).body).toMatchObject({
    errors: [{ pointer: '/body/code' }],
  });
  const before = who.token!;
  expect(await enrol(who, { password })).toMatchObject({ status: 200, body: { secondFactorPending: false } });
  expect(await factor(who)).toEqual({ enrolledAt: expect.any(String), by: [] });
  const old = house.browser('console');
  old.plant(before);
  expect((await old.ask('GET', '/me')).status).toBe(401);

  expect((await texts()).findLast(({ to }) => to === phone)?.text).toContain('您的账号绑定了动态口令');
  const trail = await house.rows<{ content: string }>(
    `select content from platform.audit_content where content like '%totp.enrol%' and content like '%' || $1 || '%'`,
    [id],
  );
  expect(JSON.parse(trail[0]!.content)).toMatchObject({ action: 'totp.enrol', after: { by: 'password' } });

  // Open before it, on another browser: it asks as well.
  expect(await elsewhere.ask('GET', '/people')).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });
  const again = house.browser('console');
  expect((await again.signIn(login, password)).body).toMatchObject({
    me: { secondFactorPending: true, secondFactorMissing: false },
  });
  expect(await again.ask('GET', '/people')).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });
  expect((await again.ask('POST', '/sessions/second-factor', { code: code(1) })).status).toBe(200);
  expect((await again.ask('GET', '/people')).status).toBe(200);
  expect(await enrol(again, { password })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
});

test('whoever has no password shows a code to the phone they have, once', async () => {
  const phone = freshPhone();
  const { who, id } = await comesIn({ role: 'countyAgriculture', phone });
  await house.rows('delete from identity.credential where person_id = $1', [id]);
  expect(await factor(who)).toEqual({ enrolledAt: null, by: ['phone'] });
  expect(await enrol(who, { password: 'any password' })).toMatchObject({ status: 401, code: 'WRONG_CODE' });

  const others = await comesIn({ role: 'supplier', phone: freshPhone() });
  const shown = await codeTo(who, phone);
  expect(await enrol(others.who, shown)).toMatchObject({ status: 401, code: 'WRONG_CODE' });
  expect(await enrol(who, { ...shown, code: '000000' })).toMatchObject({ status: 401, code: 'WRONG_CODE' });
  expect((await enrol(who, shown)).status).toBe(200);
});

test('on the shop a factor that was enrolled for the console is not asked for', async () => {
  const { who, login, password } = await comesIn({ role: 'supplier' });
  await enrol(who, { password });
  const shop = house.browser('shop');
  expect((await shop.signIn(login, password)).body).toMatchObject({ me: { secondFactorPending: false } });
});

test('in a role of the platform, or in none of the console, nobody enrols one by themselves', async () => {
  const auditor = await comesIn({ role: 'auditor', phone: freshPhone() });
  expect(await factor(auditor.who)).toEqual({ enrolledAt: null, by: [] });
  expect(await enrol(auditor.who, { password: auditor.password })).toMatchObject({ status: 403, code: 'FORBIDDEN' });

  const { login, password } = await house.person({ role: 'consumer' });
  const shop = house.browser('shop');
  await shop.signIn(login, password);
  expect(await factor(shop)).toEqual({ enrolledAt: null, by: [] });
  expect(await enrol(shop, { password })).toMatchObject({ status: 403, code: 'FORBIDDEN' });

  // Open on the shop alone, somebody of a supplier enrols nothing there.
  const clerk = await house.person({ role: 'supplier' });
  const bench = house.browser('shop');
  await bench.signIn(clerk.login, clerk.password);
  expect(await enrol(bench, { password: clerk.password })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
});

test('a role of the platform given in the same moment asks for its invitation', async () => {
  const { who, id, password } = await comesIn({ role: 'supplier' });
  await house.does((tx) => linkPhone(tx, house.vault, { personId: id, phone: freshPhone() }));
  await house.rows(
    `insert into identity.role_grant (person_id, role, granted_at, granted_by) values ($1, 'finance', now(), 'test')`,
    [id],
  );
  expect(await enrol(who, { password })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
});

describe('whoever has lost the app', () => {
  const step = (who: Browser, id: string, name: string) =>
    who.ask('POST', `/people/${id}/steps`, { step: name, reason: '示例原因' });
  const rowOf = async (who: Browser, personId: string) => {
    const [grant] = await house.rows<{ id: string }>('select id from identity.role_grant where person_id = $1', [
      personId,
    ]);
    const { body } = await who.ask('GET', '/people');
    return (body['data'] as { id: string; may: string[]; proposal: { reason: string } | null }[]).find(
      ({ id }) => id === grant!.id,
    )!;
  };
  const told = async (who: Browser) =>
    ((await who.ask('GET', '/me/notices')).body['data'] as { title: string }[]).map(({ title }) => title);
  const operators = async () =>
    [await house.signedIn({ role: 'operator' }), await house.signedIn({ role: 'operator' })] as const;

  test('one operator asks and another takes the factor off: all their sessions end, they are told and enrol another', async () => {
    const phone = freshPhone();
    const { who, id, login, password } = await comesIn({ role: 'supplier', phone });
    const [one, other] = await operators();
    expect((await rowOf(one, id)).may).not.toContain('askFactorOff');
    await enrol(who, { password });
    const { id: grant, may } = await rowOf(one, id);
    expect(may).toContain('askFactorOff');
    expect((await step(who, grant, 'askFactorOff')).status).toBe(403);
    expect((await step(other, grant, 'takeFactorOff')).status).toBe(403);

    expect((await step(one, grant, 'askFactorOff')).status).toBe(200);
    expect(await told(other)).toContain('有一项解除动态口令的提议待您复核');
    expect(await rowOf(one, id)).toMatchObject({ proposal: { reason: '示例原因' } });
    expect((await rowOf(one, id)).may).toContain('keepFactor');
    expect((await step(one, grant, 'takeFactorOff')).status).toBe(403);
    expect((await who.ask('GET', '/people')).status).toBe(200);

    expect((await rowOf(other, id)).may).toEqual(expect.arrayContaining(['takeFactorOff', 'keepFactor']));
    expect((await step(other, grant, 'takeFactorOff')).status).toBe(200);
    expect(await who.ask('GET', '/me')).toMatchObject({ status: 401, code: 'SESSION_EXPIRED' });
    expect((await texts()).findLast(({ to }) => to === phone)?.text).toContain('您账号的动态口令已解除');
    expect(await told(one)).toContain('您提议的解除动态口令已办理');
    expect((await rowOf(one, id)).proposal).toBeNull();

    expect((await who.signIn(login, password)).body).toMatchObject({ me: { secondFactorPending: false } });
    expect(await enrol(who, { password })).toMatchObject({ status: 200 });
  });

  test('kept, or asked by somebody who is no operator any more, it stays', async () => {
    const { who, id, password } = await comesIn({ role: 'supplier' });
    await enrol(who, { password });
    const [one, other] = await operators();
    const { id: grant } = await rowOf(one, id);
    await step(one, grant, 'askFactorOff');
    expect((await step(other, grant, 'keepFactor')).status).toBe(200);
    expect(await told(one)).toContain('您提议的解除动态口令未获同意');
    expect((await step(other, grant, 'takeFactorOff')).status).toBe(403);

    await step(one, grant, 'askFactorOff');
    await house.rows(
      `update identity.role_grant set ended_at = now(), ended_by = 'test' where role = 'operator'
          and person_id = (select proposed_by from identity.factor_removal where decided_at is null)`,
    );
    expect((await step(other, grant, 'takeFactorOff')).status).toBe(403);
    expect((await rowOf(other, id)).may).toContain('askFactorOff');
    expect((await step(other, grant, 'askFactorOff')).status).toBe(200);
    expect((await who.ask('GET', '/people')).status).toBe(200);
  });
});
