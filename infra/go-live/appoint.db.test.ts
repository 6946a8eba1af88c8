import { execFile } from 'node:child_process';
import { totp } from '@xihuo/identity';
import { openHouse, testMasterKey, type House } from '@xihuo/testing';

jest.setTimeout(180_000);

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

const ask = (...args: string[]) =>
  new Promise<{ code: number; said: string }>((resolve) => {
    const env = { PATH: process.env.PATH, DATABASE_URL: house.url, DATA_DIR: '/nowhere', MASTER_KEY: testMasterKey };
    execFile(
      process.execPath,
      ['infra/go-live/appoint.mjs', ...args],
      { env: env as NodeJS.ProcessEnv },
      (error, out, err) => resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: `${out}${err}` }),
    );
  });

test('the first operator is named from the server, and comes in with what was printed', async () => {
  const first = await ask('--role', 'operator', '--login', 'lin', '--name', '林某', '--reason', '示例任命');
  expect(first.code).toBe(0);
  const who = house.browser('console', '198.51.100.77');
  const secret = totp.fromBase32(/second factor\s+(\S+)/.exec(first.said)![1]!);
  await who.ask('POST', '/sessions', {
    ...{ surface: 'console', login: 'lin', password: /password\s+(\S+)/.exec(first.said)![1] },
  });
  await who.ask('POST', '/sessions/second-factor', { code: totp.totpCode(secret, totp.stepAt(new Date())) });
  expect((await who.ask('GET', '/operations')).status).toBe(200);
});

test('a refusal ends with 1 and says which field, what is not complete with 2 and says how it is written', async () => {
  const refused = await ask('--role', 'supplier', '--login', 'wu', '--name', '吴某', '--reason', '示例任命');
  expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('--role') as string });
  const incomplete = await ask('--role', 'finance', '--login', 'wu', '--name', '吴某');
  expect(incomplete).toMatchObject({ code: 2, said: expect.stringContaining('--reason') as string });
});
