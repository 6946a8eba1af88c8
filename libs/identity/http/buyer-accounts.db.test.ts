import { openHouse, type House } from '@xihuo/testing';

/** Buyers who come in by the phone they hold, with an account or without one yet. */

type Browser = ReturnType<House['browser']>;
let house: House;

beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

let used = 0;
const phoneOf = () => `1370000${(used += 1).toString().padStart(4, '0')}`;
const browser = () => house.browser('shop', `203.0.113.${(used += 1)}`);

/** Asks for a code and reads it where its carrier would. */
async function asked(who: Browser, phone: string): Promise<{ requestId: string; code: string }> {
  const answer = await who.ask('POST', '/registrations/codes', { phone });
  expect(answer.status).toBe(202);
  const requestId = answer.body['requestId'] as string;
  const [row] = await house.rows<{ id: string; content_sealed: Buffer }>(
    'select id, content_sealed from platform.outgoing_message where key = $1',
    [`sms-code ${requestId}`],
  );
  const cell = { table: 'platform.outgoing_message', row: row!.id, column: 'content_sealed' };
  return { requestId, code: /\d{6}/.exec(house.vault.open(cell, row!.content_sealed))![0] };
}

const enter = (who: Browser, phone: string, code: object, more: object = {}) =>
  who.ask('POST', '/registrations/buyers', { ...code, phone, ...more });

const grantsOf = (personId: string) =>
  house
    .rows<{ role: string }>(
      'select role from identity.role_grant where person_id = $1 and ended_at is null order by 1',
      [personId],
    )
    .then((rows) => rows.map(({ role }) => role));

const personIn = (answer: { body: Record<string, unknown> }) =>
  (answer.body['me'] as { personId: string } | undefined)?.personId;

test('a phone nobody has is given an account, and is the same account the next time', async () => {
  const [who, phone] = [browser(), phoneOf()];
  const first = await enter(who, phone, await asked(who, phone));
  expect(first).toMatchObject({
    status: 201,
    body: { kind: 'signedIn', me: { surface: 'shop', displayName: '买家', grants: [{ role: 'consumer' }] } },
  });
  // Of the phone nothing shows in the name.
  expect(JSON.stringify(first.body)).not.toContain(phone.slice(-4));
  expect((await who.ask('GET', '/me')).status).toBe(200);
  const elsewhere = browser();
  const second = await enter(elsewhere, phone, await asked(elsewhere, phone));
  expect(personIn(second)).toBe(personIn(first));
});

test.each(['farmer', 'supplier'] as const)('a %s buys as the person they are', async (role) => {
  const phone = phoneOf();
  const known = await house.person({ role, phone });
  const who = browser();
  const answer = await enter(who, phone, await asked(who, phone));
  expect(personIn(answer)).toBe(known.id);
  expect(await grantsOf(known.id)).toEqual(['consumer', role].sort());
  // The shop's session opens nothing of the console.
  const { body } = await who.ask('GET', '/me');
  expect((body['grants'] as { role: string }[]).some((grant) => grant.role === 'supplier')).toBe(false);
});

test('of several people on the phone the right code answers who they are, and nobody else can be chosen', async () => {
  const phone = phoneOf();
  const people = [await house.person({ role: 'farmer', phone }), await house.person({ role: 'farmer', phone })];
  const stranger = await house.person({ role: 'farmer', phone: phoneOf() });
  const who = browser();
  const code = await asked(who, phone);
  const answer = await enter(who, phone, code);
  expect(answer).toMatchObject({ status: 201, body: { kind: 'choosePerson' } });
  expect((answer.body['people'] as { personId: string }[]).map(({ personId }) => personId).sort()).toEqual(
    people.map(({ id }) => id).sort(),
  );
  expect(who.token).toBeUndefined();
  expect((await enter(who, phone, code, { personId: stranger.id })).code).toBe('WRONG_CODE');
  expect(await grantsOf(stranger.id)).toEqual(['farmer']);
  const again = await asked(who, phone);
  expect(personIn(await enter(who, phone, again, { personId: people[1]!.id }))).toBe(people[1]!.id);
});

test('two codes of one phone at once make one person', async () => {
  const phone = phoneOf();
  const both = [browser(), browser()];
  const codes = [await asked(both[0]!, phone), await asked(both[1]!, phone)];
  const answers = await Promise.all(both.map((who, at) => enter(who, phone, codes[at]!)));
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  expect(personIn(answers[1]!)).toBe(personIn(answers[0]!));
});

test('a code is used once, belongs to its phone, and a wrong one makes nobody', async () => {
  const [who, phone] = [browser(), phoneOf()];
  const code = await asked(who, phone);
  const before = await house.count('select count(*) from identity.person');
  const wrong = { ...code, code: ((Number(code.code) + 1) % 1_000_000).toString().padStart(6, '0') };
  expect((await enter(who, phone, wrong)).code).toBe('WRONG_CODE');
  expect((await enter(who, phoneOf(), code)).code).toBe('WRONG_CODE');
  expect(await house.count('select count(*) from identity.person')).toBe(before);
  expect((await enter(who, phone, code)).status).toBe(201);
  expect((await enter(browser(), phone, code)).code).toBe('WRONG_CODE');
});

test('while sign-up is paused a phone nobody has is given no account; who has one comes in, and the code stays good', async () => {
  const [who, phone, known] = [browser(), phoneOf(), phoneOf()];
  await enter(browser(), known, await asked(who, known));
  const pause = (paused: boolean) =>
    house.rows(`update platform.switch set paused = $1, reason = '示例' where name = 'signUp'`, [paused]);
  await pause(true);
  const code = await asked(who, phone);
  expect(await enter(who, phone, code)).toMatchObject({ status: 409, code: 'SIGN_UP_PAUSED' });
  expect((await enter(browser(), known, await asked(who, known))).status).toBe(201);
  await pause(false);
  expect((await enter(who, phone, code)).status).toBe(201);
});
