import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { linkLibraries } from './binaries.mjs';
import { takeLock } from './lock.mjs';
import { loadSecrets } from './secrets.mjs';
import { readSettings } from './settings.mjs';
import { testFolder } from './test-folder';
import { columns } from './welcome.mjs';

jest.setTimeout(30_000);

const folder = testFolder();

/** Asynchronous, since the test itself may hold the port that the start then finds taken. */
function start(env: Record<string, string>, ...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(__dirname, 'start.mjs'), ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: join(folder, 'data'), ...env },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, said })));
}

test('a second start in one data folder says who runs and how to go on', async () => {
  const dataDir = join(folder, 'double');
  mkdirSync(dataDir);
  takeLock(join(dataDir, 'runner.lock'), { origin: 'http://localhost:3000', since: 'noon' });
  const { code, said } = await start({ DATA_DIR: dataDir });
  expect(code).toBe(1);
  expect(said).toContain(`process ${process.pid}, since noon, at http://localhost:3000`);
  expect(said).toContain('DATA_DIR=.data-2 PORT=3010 npm start');
});

test('a taken port is named with its holder, and nothing was begun', async () => {
  const stranger = createServer();
  await new Promise<void>((resolve) => stranger.listen(0, '127.0.0.1', resolve));
  const { port } = stranger.address() as AddressInfo;
  const { code, said } = await start({ PORT: String(port) });
  await new Promise((resolve) => stranger.close(resolve));
  expect(code).toBe(1);
  expect(said).toContain(`Port ${port} is taken by process ${process.pid}`);
  expect(said).toContain(`PORT=${port + 100} npm start`);
});

test('an option that does not exist is refused', async () => {
  expect(await start({}, '--htps')).toMatchObject({
    code: 1,
    said: expect.stringContaining('"--htps" is not an option'),
  });
});

test('settings: an own origin wins, --https reaches out to the network', () => {
  expect(readSettings([], {})).toMatchObject({ port: 3000, host: '127.0.0.1', origin: 'http://localhost:3000' });
  expect(readSettings(['--https'], { PORT: '3443' }).origin).toMatch(/^https:\/\/.+:3443$/);
  expect(readSettings(['--https'], {}).host).toBe('0.0.0.0');
  expect(readSettings([], { PUBLIC_ORIGIN: 'https://shop.example' }).origin).toBe('https://shop.example');
  expect(() => readSettings([], { PORT: 'x' })).toThrow(/PORT is "x"/);
});

test('keys are made once, readable by us alone, and never replaced when damaged', () => {
  const dataDir = join(folder, 'keys');
  mkdirSync(dataDir);
  const first = loadSecrets(dataDir);
  expect(Buffer.from(first.masterKey, 'base64')).toHaveLength(32);
  expect(loadSecrets(dataDir)).toEqual(first);
  expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
  writeFileSync(join(dataDir, 'secrets.json'), '{"masterKey":');
  expect(() => loadSecrets(dataDir)).toThrow(/is damaged/);
});

test('library links that npm left out are made, the present ones kept', () => {
  const native = join(folder, 'package/native');
  mkdirSync(join(native, 'lib'), { recursive: true });
  for (const name of ['libone.so.6.18', 'libtwo.so.1.2']) writeFileSync(join(native, 'lib', name), name);
  symlinkSync('libtwo.so.1.2', join(native, 'lib/libtwo.so'));
  const link = (source: string, target: string) => ({ source: `native/lib/${source}`, target: `native/lib/${target}` });
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify([link('libone.so.6.18', 'libone.so'), link('libtwo.so.1.2', 'libtwo.so')]),
  );
  linkLibraries(native);
  linkLibraries(native);
  expect(readFileSync(join(native, 'lib/libone.so'), 'utf8')).toBe('libone.so.6.18');
  expect(readFileSync(join(native, 'lib/libtwo.so'), 'utf8')).toBe('libtwo.so.1.2');
});

test('columns line up although Chinese characters are two cells wide', () => {
  expect(
    columns([
      ['消费者', 'a'],
      ['x', 'b'],
    ]),
  ).toEqual(['  消费者  a', '  x       b']);
});
