import { hash } from '@node-rs/argon2';
import { Controller } from '@nestjs/common';
import type { ResponseOf } from '@xihuo/contract';
import { Handles } from '@xihuo/platform';
import { openHouse, type House } from '@xihuo/testing';
import { disablePerson, endRole, setPassword } from '../actions/provision';
import { base32, fromBase32, stepAt, totpCode } from '../secrets/totp';

/** A route of another context that only certain roles may ask, so that a test sees whether a door is open. */
@Controller()
class Door {
  @Handles('GET /settlement/runs')
  forAuditors(): ResponseOf<'GET /settlement/runs'> {
    return { data: [], nextCursor: null };
  }
}

type Browser = ReturnType<House['browser']>;

/** The password of everybody here. */
const PASSWORD = 'apples from luochuan';

let house: House;

beforeAll(async () => {
  house = await openHouse({ parts: [{ name: 'door', controllers: [Door] }] });
});
afterAll(() => house.close());
beforeEach(() => house.setClock('0'));

const HOUR = 3600;
const later = (seconds: number) => house.setClock(`${seconds} seconds`);

async function signedIn(login: string, surface: 'shop' | 'console' = 'console'): Promise<Browser> {
  const browser = house.browser(surface);
  expect(await browser.signIn(login, PASSWORD)).toMatchObject({ status: 201, body: { kind: 'signedIn' } });
  return browser;
}

/** The code of the authenticator app, `ahead` steps on: each test needs steps that no other has spent. */
const codeOf = (secret: string, ahead = 0) => totpCode(fromBase32(secret), stepAt(new Date()) + BigInt(ahead));

test('signing in says who came and sets the cookie of its surface, with all it must have', async () => {
  const { login } = await house.person({ role: 'supplier' });
  const browser = house.browser('console');
  const { body, setCookie } = await browser.signIn(` ${login.toUpperCase()} `, PASSWORD);
  expect(body).toMatchObject({
    kind: 'signedIn',
    me: { surface: 'console', secondFactorPending: false, grants: [{ role: 'supplier', organisation: null }] },
  });
  expect(setCookie).toEqual([
    expect.stringMatching(/^__Host-xihuo-console=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200; Secure$/),
  ]);
  expect((await browser.ask('GET', '/me')).status).toBe(200);
});

test("names of organisation and jurisdiction are registry's, in the language asked for", async () => {
  await house.rows(
    `insert into registry.region (code, name, level, pinyin, province_code) values ('620000', '甘肃省', 'province', 'gan su', '620000')`,
  );
  const [organisation] = await house.rows<{ id: string }>(
    `insert into registry.organisation (reference, name_zh, name_en, kind) values ('S1', '渭源合作社', 'Weiyuan Cooperative', 'cooperative') returning id`,
  );
  const supplier = await signedIn((await house.person({ role: 'supplier', organisationId: organisation!.id })).login);
  const name = async (language: string) =>
    (await supplier.ask('GET', '/me', undefined, { 'accept-language': language })).body['grants'];
  expect(await name('zh-CN')).toEqual([
    { role: 'supplier', jurisdiction: null, organisation: { id: organisation!.id, name: '渭源合作社' } },
  ]);
  expect(await name('en')).toMatchObject([{ organisation: { name: 'Weiyuan Cooperative' } }]);
  const auditor = await signedIn((await house.person({ role: 'auditor' })).login);
  expect((await auditor.ask('GET', '/me')).body['grants']).toEqual([
    { role: 'auditor', organisation: null, jurisdiction: { code: '620000', name: '甘肃省' } },
  ]);
});

test('a session of the shop opens nothing in the console, nor the other way round', async () => {
  const { login } = await house.person({ role: 'supplier' });
  const shop = await signedIn(login, 'shop');
  expect((await shop.ask('GET', '/me')).body).toMatchObject({ surface: 'shop', grants: [] });
  const desktop = house.browser('console');
  desktop.plant(shop.token!);
  expect(await desktop.ask('GET', '/me')).toMatchObject({ status: 401, code: 'NOT_SIGNED_IN' });
});

test('a sign-in never goes on under the token the browser came with', async () => {
  const { login } = await house.person({ role: 'supplier' });
  const browser = await signedIn(login);
  const planted = browser.token!;
  await browser.signIn(login, PASSWORD);
  expect(browser.token).not.toBe(planted);
  const attacker = house.browser('console');
  attacker.plant(planted);
  expect(await attacker.ask('GET', '/me')).toMatchObject({ status: 401, code: 'SESSION_EXPIRED' });
});

test('signing out ends the session on the server and in the browser', async () => {
  const { login } = await house.person({ role: 'supplier' });
  const browser = await signedIn(login);
  const token = browser.token!;
  expect((await browser.ask('DELETE', '/sessions/current')).status).toBe(204);
  expect(browser.token).toBeUndefined();
  browser.plant(token);
  expect(await browser.ask('GET', '/me')).toMatchObject({ status: 401, code: 'SESSION_EXPIRED' });
  expect(browser.token).toBeUndefined();
});

test('a person sees the own sessions and ends one of them; others are not theirs to end', async () => {
  const [{ login }, stranger] = [await house.person({ role: 'supplier' }), await house.person({ role: 'supplier' })];
  const [phone, laptop] = [await signedIn(login, 'shop'), await signedIn(login)];
  const other = await signedIn(stranger.login);
  const { data } = (await laptop.ask('GET', '/me/sessions')).body as {
    data: { id: string; surface: string; current: boolean }[];
  };
  expect(data.map(({ surface, current }) => ({ surface, current }))).toEqual(
    expect.arrayContaining([
      { surface: 'shop', current: false },
      { surface: 'console', current: true },
    ]),
  );
  const lost = data.find(({ surface }) => surface === 'shop')!.id;
  expect(await other.ask('DELETE', `/me/sessions/${lost}`)).toMatchObject({ status: 404 });
  expect((await phone.ask('GET', '/me')).status).toBe(200);
  expect((await laptop.ask('DELETE', `/me/sessions/${lost}`)).status).toBe(204);
  expect(await phone.ask('GET', '/me')).toMatchObject({ status: 401, code: 'SESSION_EXPIRED' });
});

test.each([
  { name: 'console, a second before half an hour', surface: 'console', seconds: 1799, status: 200 },
  { name: 'console, a second after half an hour', surface: 'console', seconds: 1801, status: 401 },
  { name: 'shop, a second before thirty days', surface: 'shop', seconds: 720 * HOUR - 1, status: 200 },
  { name: 'shop, a second after thirty days', surface: 'shop', seconds: 720 * HOUR + 1, status: 401 },
] as const)('unused, $name: $status', async ({ surface, seconds, status }) => {
  const { login } = await house.person({ role: 'supplier' });
  const browser = await signedIn(login, surface);
  await later(seconds);
  const answer = await browser.ask('GET', '/me');
  expect(answer).toMatchObject({ status, ...(status === 401 ? { code: 'SESSION_EXPIRED' } : {}) });
  expect(browser.token === undefined).toBe(status === 401);
});

test('in steady use a console session still ends after twelve hours, a shop session never does', async () => {
  const { login } = await house.person({ role: 'supplier' });
  const [work, shop] = [await signedIn(login), await signedIn(login, 'shop')];
  for (let half = 1; half < 48; half += 1) {
    await later(half * 900);
    expect((await work.ask('GET', '/me')).status).toBe(200);
  }
  // The requests before have taken moments of their own, on a slow machine some seconds.
  await later(12 * HOUR - 60);
  expect((await work.ask('GET', '/me')).status).toBe(200);
  await later(12 * HOUR + 1);
  expect(await work.ask('GET', '/me')).toMatchObject({ status: 401, code: 'SESSION_EXPIRED' });
  for (const days of [20, 40, 60]) {
    await later(days * 24 * HOUR);
    const { status, setCookie } = await shop.ask('GET', '/me');
    expect({ status, renewed: setCookie.length }).toEqual({ status: 200, renewed: 1 });
  }
});

test('an old cookie keeps nobody from what is public', async () => {
  const { login } = await house.person({ role: 'supplier' });
  const browser = await signedIn(login);
  await later(13 * HOUR);
  expect((await browser.ask('GET', '/instance')).status).toBe(200);
});

test('whoever is disabled, or loses the role or the password, is out on the next request', async () => {
  const person = await house.person({ role: 'operator', secondFactor: true });
  const browser = await signedIn(person.login);
  await browser.ask('POST', '/sessions/second-factor', { code: codeOf(person.secret) });
  expect((await browser.ask('GET', '/settlement/runs')).status).toBe(200);
  await house.does((tx) => endRole(tx, { personId: person.id, role: 'operator' }));
  expect(await browser.ask('GET', '/settlement/runs')).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  await house.does((tx) => setPassword(tx, { personId: person.id, login: person.login, password: `${PASSWORD} 2` }));
  expect(await browser.ask('GET', '/me')).toMatchObject({ status: 401, code: 'SESSION_EXPIRED' });
  await browser.signIn(person.login, `${PASSWORD} 2`);
  await house.does((tx) => disablePerson(tx, { personId: person.id }));
  expect(await browser.ask('GET', '/me')).toMatchObject({ status: 401, code: 'SESSION_EXPIRED' });
  expect(await browser.signIn(person.login, `${PASSWORD} 2`)).toMatchObject({ status: 401, code: 'WRONG_CREDENTIALS' });
});

describe('second factor', () => {
  test('until it is shown no role answers; after it the session has another token', async () => {
    const { login, secret } = await house.person({ role: 'auditor', secondFactor: true });
    const browser = await signedIn(login);
    const before = browser.token!;
    expect((await browser.ask('GET', '/me')).body).toMatchObject({ secondFactorPending: true });
    expect(await browser.ask('GET', '/settlement/runs')).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });

    const shown = await browser.ask('POST', '/sessions/second-factor', { code: codeOf(secret) });
    expect(shown).toMatchObject({ status: 200, body: { secondFactorPending: false } });
    expect((await browser.ask('GET', '/settlement/runs')).status).toBe(200);

    const old = house.browser('console');
    old.plant(before);
    expect(await old.ask('GET', '/me')).toMatchObject({ status: 401, setCookie: [] });
  });

  test('a code is taken once, by one of two who come together', async () => {
    const { login, secret } = await house.person({ role: 'auditor', secondFactor: true });
    const [one, two] = [await signedIn(login), await signedIn(login)];
    const code = codeOf(secret);
    const answers = await Promise.all([one, two].map((who) => who.ask('POST', '/sessions/second-factor', { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
    expect(await two.ask('POST', '/sessions/second-factor', { code })).toMatchObject({ code: 'WRONG_CODE' });
    const next = await one.ask('POST', '/sessions/second-factor', { code: codeOf(secret, 1) });
    expect(next.status).toBe(200);
  });

  test('guessing ends after five', async () => {
    const { login, secret } = await house.person({ role: 'auditor', secondFactor: true });
    const browser = await signedIn(login);
    const wrong = codeOf(base32(Buffer.alloc(20, 9)));
    for (let guess = 0; guess < 5; guess += 1) {
      expect(await browser.ask('POST', '/sessions/second-factor', { code: wrong })).toMatchObject({
        code: 'WRONG_CODE',
      });
    }
    const right = await browser.ask('POST', '/sessions/second-factor', { code: codeOf(secret) });
    expect(right).toMatchObject({ status: 429, code: 'RATE_LIMITED', body: { retryAfterSeconds: expect.any(Number) } });
    expect(Number(right.header('retry-after'))).toBeGreaterThan(0);
  });

  test('a role that wants one stays shut where none was enrolled', async () => {
    const { login } = await house.person({ role: 'auditor' });
    const browser = await signedIn(login);
    expect(await browser.ask('POST', '/sessions/second-factor', { code: '000000' })).toMatchObject({
      code: 'WRONG_CODE',
    });
    expect(await browser.ask('GET', '/settlement/runs')).toMatchObject({ status: 403, code: 'SECOND_FACTOR_REQUIRED' });
  });
});

describe('passwords', () => {
  test('who comes into the shop by one is told of the texts, once; who comes into the console is not', async () => {
    const { id, login } = await house.person({ role: 'supplier' });
    const seller = await house.person({ role: 'supplier' });
    const told = (person: string) =>
      house.count('select count(*) from identity.consent where person_id = $1', [person]);
    await signedIn(seller.login);
    for (let time = 0; time < 2; time += 1) await signedIn(login, 'shop');
    expect([await told(seller.id), await told(id)]).toEqual([0, 2]);
  });

  test('an unknown login and a wrong password are one answer', async () => {
    const { login } = await house.person({ role: 'supplier' });
    const browser = house.browser('console');
    const [unknown, wrong] = [
      await browser.signIn('nobody-here', PASSWORD),
      await browser.signIn(login, 'not this one'),
    ];
    const { traceId: _one, ...first } = unknown.body;
    const { traceId: _two, ...second } = wrong.body;
    expect(first).toEqual(second);
    expect(first).toMatchObject({ status: 401, code: 'WRONG_CREDENTIALS' });
  });

  test('guessing from one address ends after ten, not for the owner elsewhere, and a success starts anew', async () => {
    const { login } = await house.person({ role: 'supplier' });
    const attacker = house.browser('console', '203.0.113.9');
    for (let guess = 0; guess < 9; guess += 1) await attacker.signIn(login, `guess ${guess}`);
    expect((await attacker.signIn(login, PASSWORD)).status).toBe(201);
    for (let guess = 0; guess < 10; guess += 1) {
      expect((await attacker.signIn(login, `guess ${guess}`)).code).toBe('WRONG_CREDENTIALS');
    }
    expect(await attacker.signIn(login, PASSWORD)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect((await house.browser('console', '198.51.100.4').signIn(login, PASSWORD)).status).toBe(201);
    await later(15 * 60 + 1);
    expect((await attacker.signIn(login, PASSWORD)).status).toBe(201);
  });

  test('a weak one cannot be set', async () => {
    const { id, login } = await house.person({ role: 'supplier' });
    await expect(
      house.does((tx) => setPassword(tx, { personId: id, login, password: 'Password1' })),
    ).rejects.toMatchObject({
      code: 'WEAK_PASSWORD',
      extra: { fault: 'common' },
    });
  });

  test('a cheaper hash is made dearer by the next sign-in', async () => {
    const { id, login } = await house.person({ role: 'supplier' });
    const cheap = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1, parallelism: 1 });
    await house.rows('update identity.credential set password_phc = $2 where person_id = $1', [id, cheap]);
    await signedIn(login);
    const [kept] = await house.rows<{ password_phc: string }>(
      'select password_phc from identity.credential where person_id = $1',
      [id],
    );
    expect(kept?.password_phc).toMatch(/m=19456/);
    await signedIn(login);
  });
});
