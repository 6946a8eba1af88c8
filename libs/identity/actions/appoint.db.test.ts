import { openHouse, type House } from '@xihuo/testing';
import { appoint, dismiss, renewSecrets } from './appoint';

let house: House;
beforeAll(async () => {
  house = await openHouse();
  await house.rows(`insert into registry.region (code, name, level, parent_code, side, pinyin, province_code) values
    ('620000', '甘肃省', 'province', null, 'west', 'gansu', '620000')`);
});
afterAll(() => house?.close());

const reason = '示例任命';
type Wanted = Parameters<typeof appoint>[2];
const named = (wanted: Partial<Wanted>) =>
  house.does((tx) =>
    appoint(tx, house.vault, {
      login: 'lin',
      name: '林某',
      role: 'operator',
      regionCode: undefined,
      reason,
      ...wanted,
    }),
  );
const rolesOf = async (login: string) =>
  (
    await house.rows<{ role: string }>(
      `select held.role || coalesce(' ' || held.jurisdiction, '') as role from identity.role_grant held
         join identity.credential on credential.person_id = held.person_id
        where credential.login = $1 and held.ended_at is null order by 1`,
      [login],
    )
  ).map(({ role }) => role);

test('somebody new gets secrets once, a login there is gets one more role, and each stands in the chain with its reason', async () => {
  const first = await named({ login: ' Lin ' });
  expect(first).toEqual({
    password: expect.stringMatching(/^(\w{4}-){3}\w{4}$/) as string,
    totpSecret: expect.stringMatching(/^[A-Z2-7]{32}$/) as string,
  });
  expect(await named({ role: 'reviewer', regionCode: '620000' })).toEqual({ password: null, totpSecret: null });
  expect(await rolesOf('lin')).toEqual(['operator', 'reviewer 62']);
  const renewed = await house.does((tx) => renewSecrets(tx, house.vault, { login: 'lin', reason }));
  expect(renewed.password).not.toBe(first.password);
  expect(renewed.totpSecret).not.toBe(first.totpSecret);
  const [kept] = await house.rows<{ acts: string[] }>(
    `select array_agg(content::json ->> 'action' order by entry_id) as acts from platform.audit_content
      where content::json -> 'after' ->> 'reason' = $1`,
    [reason],
  );
  expect(kept!.acts).toEqual(['person.appoint', 'person.appoint', 'person.renewSecrets']);
});

test('the last operator stays, another goes', async () => {
  const end = (login: string) => house.does((tx) => dismiss(tx, { login, role: 'operator', reason }));
  await expect(end('lin')).rejects.toMatchObject({ code: 'LAST_OF_TEAM' });
  expect(await rolesOf('lin')).toContain('operator');
  await named({ login: 'wu', name: '吴某' });
  await end('lin');
  expect(await rolesOf('lin')).toEqual(['reviewer 62']);
  await expect(end('lin')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test.each<[string, Partial<Wanted>]>([
  ['no role of the platform', { role: 'supplier' }],
  ['a region with a role that has none', { role: 'finance', regionCode: '620000' }],
  ['a region there is not', { role: 'auditor', regionCode: '990000' }],
  ['nobody by that login, and no name', { name: undefined }],
])('%s', async (_, wanted) => {
  await expect(named({ login: 'zhao', ...wanted })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  expect(await house.count(`select count(*) from identity.credential where login = 'zhao'`)).toBe(0);
});
