import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cloneDatabase, testMasterKey, type DatabaseClone } from '@xihuo/testing';

jest.setTimeout(180_000);

let clone: DatabaseClone;
let folder: string;
beforeAll(async () => {
  clone = await cloneDatabase();
  folder = await mkdtemp(join(tmpdir(), 'go-live-'));
});
afterAll(async () => {
  await clone?.drop();
  await rm(folder, { recursive: true, force: true });
});

const ask = (args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; said: string[] }>((resolve) => {
    const given = { PATH: process.env.PATH, DATA_DIR: folder, MASTER_KEY: testMasterKey, ...env };
    execFile(
      process.execPath,
      ['infra/go-live/go-live.mjs', ...args],
      { env: given as NodeJS.ProcessEnv },
      (error, out, err) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: `${out}${err}`.trim().split('\n') }),
    );
  });

test('a house for development is not ready, and each line says what is missing', async () => {
  const { code, said } = await ask(['--lang', 'en,zh'], { DATABASE_URL: clone.url });
  expect(code).toBe(1);
  expect(said).toContain(
    'missing  Payments go to the provider with a live key, not to the sandbox: STRIPE_API_BASE leads to a sandbox',
  );
  expect(said).toContain('未就绪  以 production 方式运行：NODE_ENV 为 development');
  // Nobody acts here, and of the year nothing is known.
  expect(said).toContainEqual(expect.stringMatching(/^missing .*operators 0\/2, reviewers 0\/2, finance 0\/2/));
  expect(said).toContainEqual(expect.stringMatching(/^missing .*holidays/));
  expect(said).toContain('missing  The regions of the country are loaded: there is no county');
  expect(said).toContainEqual(expect.stringMatching(/^missing  Every setting has a value.*Most new carts from one/));
  expect(said.at(-1)).toMatch(/^\d+ 项未就绪/);
});

test('where nothing can be looked at, that is no verdict', async () => {
  expect(await ask([])).toMatchObject({ code: 2, said: [expect.stringContaining('DATABASE_URL')] });
  expect((await ask(['--lang', 'fr'])).code).toBe(2);
});
