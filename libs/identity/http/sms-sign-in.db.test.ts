import { Controller } from '@nestjs/common';
import { Handles } from '@xihuo/platform';
import { openHouse, type House } from '@xihuo/testing';
import { disablePerson } from '../actions/provision';

/** A farmers' route of another context. */
@Controller()
class Door {
  @Handles('GET /me/earnings')
  forFarmers(): { open: true } {
    return { open: true };
  }
}

type Browser = ReturnType<House['browser']>;
type Answer = Awaited<ReturnType<Browser['ask']>>;

let house: House;

beforeAll(async () => {
  house = await openHouse({
    parts: [{ name: 'door', controllers: [Door] }],
  });
});
afterAll(() => house.close());
beforeEach(() => house.setClock('0'));

let phones = 0;
const freshPhone = () => `1390000${(++phones).toString().padStart(4, '0')}`;

/** Each test comes from an address of its own, so that none eats another's limits. */
let addresses = 0;
const browser = () => house.browser('shop', `198.51.100.${++addresses}`);

/** The text of the newest message to a phone, opened as a carrier would. */
async function newestTo(phone: string): Promise<string | undefined> {
  const rows = await house.rows<{ id: string; recipient_sealed: Buffer; content_sealed: Buffer }>(
    `select id, recipient_sealed, content_sealed from platform.outgoing_message where channel = 'sms' order by id desc`,
  );
  const open = (row: string, column: string, sealed: Buffer) =>
    house.vault.open({ table: 'platform.outgoing_message', row, column }, sealed);
  const row = rows.find(({ id, recipient_sealed: sealed }) => open(id, 'recipient_sealed', sealed) === phone);
  return row && open(row.id, 'content_sealed', row.content_sealed);
}

async function asked(who: Browser, phone: string): Promise<{ requestId: string; code: string | undefined }> {
  const answer = await who.ask('POST', '/sms-codes', { phone });
  expect(answer).toMatchObject({ status: 202, body: { expiresAt: expect.any(String) } });
  const text = await newestTo(phone);
  return { requestId: answer.body['requestId'] as string, code: text && /\d{6}/.exec(text)![0] };
}

function show(who: Browser, phone: string, requestId: string, code: string, personId?: string): Promise<Answer> {
  const chosen = personId === undefined ? {} : { personId };
  return who.ask('POST', '/sessions/sms', { surface: 'shop', requestId, phone, code, ...chosen });
}

const other = (code: string) => ((Number(code) + 1) % 1_000_000).toString().padStart(6, '0');

test('a farmer comes in by code alone', async () => {
  const phone = freshPhone();
  const farmer = await house.person({ role: 'farmer', phone });
  const who = browser();
  const { requestId, code } = await asked(who, phone);
  expect(await show(who, phone, requestId, code!)).toMatchObject({
    status: 201,
    body: { kind: 'signedIn', me: { personId: farmer.id, surface: 'shop', grants: [{ role: 'farmer' }] } },
  });
  expect((await who.ask('GET', '/me/earnings')).status).toBe(200);
  expect(await show(browser(), phone, requestId, code!)).toMatchObject({ status: 401, code: 'WRONG_CODE' });
});

test('on a shared phone the right code answers who is on it, then lets the chosen one in', async () => {
  const phone = freshPhone();
  const people = [await house.person({ role: 'farmer', phone }), await house.person({ role: 'farmer', phone })];
  const stranger = await house.person({ role: 'farmer', phone: freshPhone() });
  const who = browser();
  const { requestId, code } = await asked(who, phone);
  expect((await show(who, phone, requestId, other(code!))).code).toBe('WRONG_CODE');
  const choice = await show(who, phone, requestId, code!);
  expect(choice).toMatchObject({ status: 201, body: { kind: 'choosePerson' } });
  const named = choice.body['people'] as { personId: string }[];
  expect(named.map(({ personId }) => personId).sort()).toEqual(people.map(({ id }) => id).sort());
  expect(who.token).toBeUndefined();
  expect((await show(who, phone, requestId, code!, stranger.id)).code).toBe('WRONG_CODE');
  const answer = await show(who, phone, requestId, code!, people[1]!.id);
  expect(answer).toMatchObject({ body: { kind: 'signedIn', me: { personId: people[1]!.id } } });
});

test('brute force stops at five, even with the right code', async () => {
  const phone = freshPhone();
  await house.person({ role: 'farmer', phone });
  const who = browser();
  const { requestId, code } = await asked(who, phone);
  const guesses = await Promise.all(Array.from({ length: 5 }, () => show(who, phone, requestId, other(code!))));
  expect(guesses.map((guess) => guess.code)).toEqual(Array(5).fill('WRONG_CODE'));
  expect(await show(who, phone, requestId, code!)).toMatchObject({ status: 401, code: 'WRONG_CODE' });
});

test('a code belongs to its request and to its phone', async () => {
  const [phone, neighbour] = [freshPhone(), freshPhone()];
  await house.person({ role: 'farmer', phone });
  await house.person({ role: 'farmer', phone: neighbour });
  const who = browser();
  const [one, two] = [await asked(who, phone), await asked(who, phone)];
  if (one.code !== two.code) expect((await show(who, phone, two.requestId, one.code!)).code).toBe('WRONG_CODE');
  expect((await show(who, neighbour, two.requestId, two.code!)).code).toBe('WRONG_CODE');
  expect((await show(who, phone, two.requestId, two.code!)).status).toBe(201);
});

test.each([
  { name: 'a second before ten minutes it opens', seconds: 599, status: 201 },
  { name: 'a second after ten minutes it does not', seconds: 601, status: 401 },
])('$name', async ({ seconds, status }) => {
  const phone = freshPhone();
  await house.person({ role: 'farmer', phone });
  const who = browser();
  const { requestId, code } = await asked(who, phone);
  await house.setClock(`${seconds} seconds`);
  expect((await show(who, phone, requestId, code!)).status).toBe(status);
});

test('an unknown phone and a disabled person are answered alike, and no message goes out', async () => {
  const phone = freshPhone();
  const gone = await house.person({ role: 'farmer', phone });
  await house.does((tx) => disablePerson(tx, { personId: gone.id }));
  const who = browser();
  for (const silent of [freshPhone(), phone]) {
    const { requestId, code } = await asked(who, silent);
    expect(code).toBeUndefined();
    expect((await show(who, silent, requestId, '123456')).code).toBe('WRONG_CODE');
  }
});

test('messages to one phone end at five an hour and ten a day, whoever asks', async () => {
  const phone = freshPhone();
  await house.person({ role: 'farmer', phone });
  const send = () => browser().ask('POST', '/sms-codes', { phone });
  const inAnHour = async () => {
    const answers: number[] = [];
    for (let time = 0; time < 6; time += 1) answers.push((await send()).status);
    return answers;
  };
  expect(await inAnHour()).toEqual([202, 202, 202, 202, 202, 429]);
  await house.setClock('3601 seconds');
  expect((await inAnHour()).filter((status) => status === 202)).toHaveLength(4);
  await house.setClock('25 hours');
  expect((await send()).status).toBe(202);
});

test('one address cannot make us write to a whole village list', async () => {
  const attacker = browser();
  const answers: number[] = [];
  for (let phone = 0; phone < 61; phone += 1) {
    answers.push((await attacker.ask('POST', '/sms-codes', { phone: freshPhone() })).status);
  }
  expect(answers.filter((status) => status === 202)).toHaveLength(60);
  expect(answers.at(-1)).toBe(429);
});

test('the database holds neither the phone nor the code', async () => {
  const phone = freshPhone();
  await house.person({ role: 'farmer', phone });
  const { code } = await asked(browser(), phone);
  const [schema] = await house.rows<{ dump: string }>(
    `select schema_to_xml('identity', true, false, '')::text || (select json_agg(code)::text from identity.sms_code code) as dump`,
  );
  const dump = schema!.dump;
  expect(dump).toContain('request_id');
  for (const secret of [phone, Buffer.from(phone).toString('base64'), `>${code}<`, `"${code}"`])
    expect(dump).not.toContain(secret);
});
