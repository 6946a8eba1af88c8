import { openHouse, type House } from '@xihuo/testing';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.rows(`insert into registry.region (code, name, level, parent_code, side, pinyin, province_code) values
    ('620000', '甘肃省', 'province', null, 'west', 'gansu', '620000'),
    ('621100', '定西市', 'prefecture', '620000', 'west', 'dingxi', '620000'),
    ('621123', '渭源县', 'county', '621100', 'west', 'weiyuan', '620000')`);
});
afterAll(() => house?.close());

type Browser = ReturnType<House['browser']>;

let used = 0;
const phoneOf = () => `1380000${(used += 1).toString().padStart(4, '0')}`;
const browser = () => house.browser('console', `198.51.100.${(used += 1)}`);

/** Asks for a code and reads it where its carrier would. */
async function asked(who: Browser, phone: string): Promise<{ requestId: string; code: string }> {
  const answer = await who.ask('POST', '/registrations/codes', { phone });
  expect(answer.status).toBe(202);
  const rows = await house.rows<{ id: string; content_sealed: Buffer }>(
    `select id, content_sealed from platform.outgoing_message where channel = 'sms' order by id desc limit 1`,
  );
  const { id, content_sealed: sealed } = rows[0]!;
  const text = house.vault.open({ table: 'platform.outgoing_message', row: id, column: 'content_sealed' }, sealed);
  return { requestId: answer.body['requestId'] as string, code: /\d{6}/.exec(text)![0] };
}

const ORGANISATION = { name: '示例新合作社', kind: 'cooperative', countyCode: '621123' };
const registered = (who: Browser, phone: string, code: { requestId: string; code: string }, more: object = {}) =>
  who.ask('POST', '/registrations', { ...code, phone, displayName: '示例人', organisation: ORGANISATION, ...more });

test('somebody nobody knows registers, is signed in, and acts for the new organisation alone', async () => {
  const [who, phone] = [browser(), phoneOf()];
  const answer = await registered(who, phone, await asked(who, phone));
  expect(answer).toMatchObject({ status: 201, body: { me: { surface: 'console', displayName: '示例人' } } });
  const supplierId = answer.body['supplierId'] as string;
  expect((await who.ask('GET', '/me')).body['grants']).toEqual([
    { role: 'supplier', organisation: { id: supplierId, name: '示例新合作社' }, jurisdiction: null },
  ]);
  const [known] = await house.rows('select kind, county_code, uscc from registry.organisation where id = $1', [
    supplierId,
  ]);
  expect(known).toEqual({ kind: 'cooperative', county_code: '621123', uscc: null });
});

test('the same name twice is two organisations, and the same phone two people who choose', async () => {
  const [who, phone] = [browser(), phoneOf()];
  const first = await registered(who, phone, await asked(who, phone));
  const second = await registered(browser(), phone, await asked(who, phone), { displayName: '示例另一人' });
  expect(second.status).toBe(201);
  expect(second.body['supplierId']).not.toBe(first.body['supplierId']);
});

test('a code is used once, belongs to its phone, and a wrong one registers nobody', async () => {
  const [who, phone] = [browser(), phoneOf()];
  const code = await asked(who, phone);
  const before = await house.count('select count(*) from identity.person');
  const wrong = { ...code, code: ((Number(code.code) + 1) % 1_000_000).toString().padStart(6, '0') };
  expect((await registered(who, phone, wrong)).code).toBe('WRONG_CODE');
  expect((await registered(who, phoneOf(), code)).code).toBe('WRONG_CODE');
  expect(await house.count('select count(*) from identity.person')).toBe(before);
  expect((await registered(who, phone, code)).status).toBe(201);
  expect((await registered(browser(), phone, code)).code).toBe('WRONG_CODE');
});

test('a county that is none is named before the code is touched', async () => {
  const [who, phone] = [browser(), phoneOf()];
  const code = await asked(who, phone);
  for (const countyCode of ['999999', '620000']) {
    const answer = await registered(who, phone, code, { organisation: { ...ORGANISATION, countyCode } });
    expect([answer.code, answer.body['errors']]).toMatchObject([
      'INVALID_INPUT',
      [{ pointer: '/organisation/countyCode' }],
    ]);
  }
  expect((await registered(who, phone, code)).status).toBe(201);
});

test('by the phone of somebody who decides for the platform no supplier is registered', async () => {
  const [who, phone] = [browser(), phoneOf()];
  await house.person({ role: 'reviewer', phone });
  const before = await house.count('select count(*) from registry.organisation');
  const answer = await registered(who, phone, await asked(who, phone));
  expect(answer.body).toMatchObject({ code: 'DUTIES_APART', duty: 'decides' });
  expect(await house.count('select count(*) from registry.organisation')).toBe(before);
});

test('only roles that apply can be had this way', async () => {
  const [who, phone] = [browser(), phoneOf()];
  const code = await asked(who, phone);
  for (const more of [{ organisation: { ...ORGANISATION, kind: 'platform' } }, { role: 'operator' }]) {
    expect((await registered(who, phone, code, more)).code).toBe('INVALID_INPUT');
  }
});

test('one phone registers a handful a day', async () => {
  const phone = phoneOf();
  // An hour apart, so that it is not the limit of messages that is met.
  const next = async (hour: number) => {
    await house.setClock(`${hour * 61} minutes`);
    return registered(browser(), phone, await asked(browser(), phone));
  };
  for (let hour = 0; hour < 5; hour += 1) expect((await next(hour)).status).toBe(201);
  const sixth = await next(5);
  expect([sixth.status, sixth.code]).toEqual([429, 'RATE_LIMITED']);
  await house.setClock('0');
});

test('while sign-up is paused nobody registers, and no organisation is made', async () => {
  const [who, phone] = [browser(), phoneOf()];
  const code = await asked(who, phone);
  const organisations = () => house.count('select count(*) from registry.organisation');
  const before = await organisations();
  const pause = (paused: boolean) =>
    house.rows(`update platform.switch set paused = $1, reason = '示例' where name = 'signUp'`, [paused]);
  await pause(true);
  expect(await registered(who, phone, code)).toMatchObject({ status: 409, code: 'SIGN_UP_PAUSED' });
  expect(await organisations()).toBe(before);
  await pause(false);
  expect((await registered(who, phone, code)).status).toBe(201);
});
