import { openHouse, type House } from '@xihuo/testing';
import { linkPhone } from '../actions/provision';
import { base32, fromBase32, stepAt, totpCode } from '../secrets/totp';

/** Somebody of the platform has lost the app: two other operators take the factor off, and it is no way into the account. */

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

type Browser = ReturnType<House['browser']>;
interface Offer {
  id: string;
  name: string;
  role: string;
  proposal: { reason: string };
  invitation: string | null;
  may: string[];
}

const SECRET = base32(Buffer.alloc(20, 7));
const shown = (secret: string) => totpCode(fromBase32(secret), stepAt(new Date()));
const enrol = (who: Browser, by: object) =>
  who.ask('POST', '/me/second-factor', { by, secret: SECRET, code: shown(SECRET) });

let used = 0;
const freshPhone = () => `1360000${(used += 1).toString().padStart(4, '0')}`;
const step = (who: Browser, id: string, name: string) =>
  who.ask('POST', `/people/${id}/steps`, { step: name, reason: '示例原因' });
const told = async (who: Browser) =>
  ((await who.ask('GET', '/me/notices')).body['data'] as { title: string }[]).map(({ title }) => title);
const texts = async (phone: string) =>
  (
    await house.rows<{ id: string; recipient_sealed: Buffer; content_sealed: Buffer }>(
      `select id, recipient_sealed, content_sealed from platform.outgoing_message where channel = 'sms' order by id`,
    )
  )
    .filter(
      ({ id: row, recipient_sealed: sealed }) =>
        house.vault.open({ table: 'platform.outgoing_message', row, column: 'recipient_sealed' }, sealed) === phone,
    )
    .map(({ id: row, content_sealed: sealed }) =>
      house.vault.open({ table: 'platform.outgoing_message', row, column: 'content_sealed' }, sealed),
    );
/** A day goes by over what is asked, and over the sessions of whom it is about. */
async function dayLater(): Promise<void> {
  await house.rows(`update identity.session set second_factor_at = second_factor_at - interval '25 hours'
     where person_id in (select person_id from identity.factor_removal where decided_at is null)`);
  await house.rows(
    `update identity.factor_removal set proposed_at = proposed_at - interval '25 hours' where decided_at is null`,
  );
}

/** Somebody of the platform with a factor, their grant, and three other operators. */
async function office(role: 'finance' | 'operator' = 'finance') {
  const phone = freshPhone();
  const person = await house.person({ role, phone, secondFactor: true });
  const operators = await Promise.all([1, 2, 3].map(() => house.signedIn({ role: 'operator', secondFactor: true })));
  const [one, other, third] = operators as [Browser, Browser, Browser];
  // What somebody asked counts while they are an operator who was one then: these have been for long.
  await house.rows(`update identity.role_grant set granted_at = granted_at - interval '30 days'`);
  const [held] = await house.rows<{ id: string }>('select id from identity.role_grant where person_id = $1', [
    person.id,
  ]);
  const grant = held!.id;
  const may = async (who: Browser) => {
    const { body } = await who.ask('GET', `/people?role=${role}`);
    return (body['data'] as { id: string; may: string[] }[]).find(({ id }) => id === grant)!.may;
  };
  const comesIn = async () => {
    const who = house.browser('console', `198.51.100.${(used += 1)}`);
    const { status } = await who.signIn(person.login, person.password);
    expect(status).toBe(201);
    return who;
  };
  const [named] = await house.rows<{ name: string }>('select display_name as name from identity.person where id = $1', [
    person.id,
  ]);
  /** What waits for them to enrol, as an operator reads it. */
  const waiting = async (who: Browser) =>
    ((await who.ask('GET', '/people')).body['offers'] as Offer[]).filter(({ name }) => name === named!.name);
  return { ...person, phone, grant, one, other, third, may, comesIn, waiting };
}

test('one operator asks, a day passes, another takes it off; by the invitation told in person another one is enrolled', async () => {
  const { phone, grant, one, other, third, may, comesIn, waiting } = await office('operator');
  expect(await may(one)).toContain('askFactorOff');
  expect((await step(one, grant, 'askFactorOff')).status).toBe(200);
  expect(await told(other)).toContain('有一项解除动态口令的提议待您复核');
  expect((await texts(phone)).at(-1)).toContain('有运营提议解除您账号的动态口令');
  // Nobody does it alone, and nobody before a day is over.
  expect((await step(one, grant, 'takeFactorOff')).status).toBe(403);
  expect(await may(other)).not.toContain('takeFactorOff');
  expect((await step(other, grant, 'takeFactorOff')).status).toBe(403);
  await dayLater();
  expect((await step(one, grant, 'takeFactorOff')).status).toBe(403);
  expect((await step(other, grant, 'takeFactorOff')).status).toBe(200);
  expect((await texts(phone)).at(-1)).toContain('您账号的动态口令已解除');
  expect(await told(one)).toContain('您提议的解除动态口令已办理');
  expect(await told(third)).toContain('一位平台人员的动态口令已解除');

  // The password alone opens nothing, and enrols nothing.
  const who = await comesIn();
  expect((await who.ask('GET', '/me')).body).toMatchObject({ secondFactorPending: true, secondFactorMissing: true });
  expect(await who.ask('GET', '/people')).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });
  expect(await enrol(who, { password: 'apples from luochuan' })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  // Shown to who did it alone.
  expect(await waiting(one)).toMatchObject([{ invitation: null, may: [], proposal: { reason: '示例原因' } }]);
  const [invited] = await waiting(other);
  expect(invited).toMatchObject({ role: 'operator', invitation: expect.stringMatching(/^\w{4}-\w{4}$/), may: [] });
  const { invitation } = invited!;
  expect((await enrol(who, { invitation: 'aaaa-aaaa' })).code).toBe('WRONG_CODE');
  expect((await enrol(who, { invitation })).body).toMatchObject({ secondFactorPending: false });
  expect((await texts(phone)).at(-1)).toContain('您的账号绑定了动态口令');
  expect(await waiting(other)).toEqual([]);

  // Lost once more, what was told before enrols nothing, whoever still has it on paper.
  await step(one, grant, 'askFactorOff');
  await dayLater();
  expect((await step(third, grant, 'takeFactorOff')).status).toBe(200);
  const again = await comesIn();
  expect((await enrol(again, { invitation })).code).toBe('WRONG_CODE');
  const [anew] = await waiting(third);
  expect((await enrol(again, { invitation: anew!.invitation })).status).toBe(200);
});

test('whoever shows it meanwhile has not lost it: nothing is taken off, and that is so of an operator too', async () => {
  const { grant, secret, phone, one, other, may, comesIn } = await office('operator');
  await step(one, grant, 'askFactorOff');
  await dayLater();
  expect(await may(other)).toContain('takeFactorOff');
  const who = await comesIn();
  expect((await who.ask('POST', '/sessions/second-factor', { code: shown(secret) })).status).toBe(200);
  expect(await may(other)).not.toContain('takeFactorOff');
  expect((await step(other, grant, 'takeFactorOff')).status).toBe(403);
  // Neither does it go by their own word, of themselves.
  expect((await step(who, grant, 'takeFactorOff')).status).toBe(403);
  expect((await step(other, grant, 'keepFactor')).status).toBe(200);
  expect((await texts(phone)).at(-1)).toContain('您账号的动态口令照旧');
});

test('what nobody did within a week, or what is asked while the end of the role is proposed, is not done', async () => {
  const { grant, one, other, third, may } = await office();
  await step(one, grant, 'askFactorOff');
  await house.rows(
    `update identity.factor_removal set proposed_at = proposed_at - interval '8 days' where decided_at is null`,
  );
  expect((await step(other, grant, 'takeFactorOff')).status).toBe(403);
  expect((await step(other, grant, 'askFactorOff')).status).toBe(200);
  await dayLater();
  expect(await may(third)).toContain('takeFactorOff');
  await step(one, grant, 'propose');
  expect(await may(third)).toEqual(['confirm', 'refuse']);
  expect((await step(third, grant, 'takeFactorOff')).status).toBe(403);
});

test('in a role of a team the factor of somebody of the platform goes no other way', async () => {
  const { id, one, other } = await office();
  await house.does((tx) => linkPhone(tx, house.vault, { personId: id, phone: freshPhone() }));
  const [team] = await house.rows<{ id: string }>(
    `insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by)
     values ($1, 'supplier', uuidv7(), platform.business_now(), 'test') returning id`,
    [id],
  );
  expect((await step(one, team!.id, 'askFactorOff')).status).toBe(200);
  expect((await step(other, team!.id, 'takeFactorOff')).status).toBe(403);
});

test('it waits at the desk of the others from the day on on which it may be done, for a week, and not once it was shown', async () => {
  const { id, grant, one, other } = await office();
  const atDesk = async (who: Browser) =>
    ((await who.ask('GET', '/people?waiting=me')).body['data'] as { id: string }[])
      .map((row) => row.id)
      .filter((row) => row === grant);
  const later = (span: string) =>
    house.rows(`update identity.factor_removal set proposed_at = proposed_at - $2::interval where person_id = $1`, [
      id,
      span,
    ]);
  expect((await step(one, grant, 'askFactorOff')).status).toBe(200);
  expect(await atDesk(other)).toEqual([]);
  await later('25 hours');
  expect(await atDesk(other)).toEqual([grant]);
  expect(await atDesk(one)).toEqual([]);
  const session = (second: string) =>
    house.rows(
      `insert into identity.session (token_hash, person_id, surface, created_at, last_seen_at, expires_at, second_factor_at)
       values (sha256($2), $1, 'console', now(), now(), now() + interval '1 hour', now())`,
      [id, Buffer.from(second)],
    );
  await session('shown since');
  expect(await atDesk(other)).toEqual([]);
  await house.rows('delete from identity.session where person_id = $1', [id]);
  expect(await atDesk(other)).toEqual([grant]);
  await later('6 days');
  expect(await atDesk(other)).toEqual([]);
});
