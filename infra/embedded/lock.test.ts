import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeLock, withLock } from './lock.mjs';
import { fingerprint } from './processes.mjs';
import { runLines, testFolder } from './test-folder';

const folder = testFolder();
const locks = JSON.stringify(join(__dirname, 'lock.mjs'));

test('a second taker is told who holds it and what he noted', () => {
  const path = join(folder, 'living');
  const first = takeLock(path, { origin: 'http://localhost:3000' });
  expect(first.held).toBe(true);
  expect(takeLock(path)).toEqual({
    held: false,
    holder: expect.objectContaining({ pid: process.pid, note: { origin: 'http://localhost:3000' } }),
  });
  if (first.held) first.release();
  expect(existsSync(path)).toBe(false);
});

test('a lock whose holder was killed is taken over', () => {
  const path = join(folder, 'killed');
  const { signal } = runLines(`
    import { takeLock } from ${locks};
    takeLock(${JSON.stringify(path)});
    process.kill(process.pid, 'SIGKILL');
  `);
  expect(signal).toBe('SIGKILL');
  expect(existsSync(path)).toBe(true);
  expect(takeLock(path).held).toBe(true);
});

test('a living process that merely has the same number does not hold it', () => {
  const path = join(folder, 'same-number');
  writeFileSync(path, JSON.stringify({ pid: process.pid, fingerprint: 'started at another time', note: {} }));
  expect(takeLock(path).held).toBe(true);
  expect(JSON.parse(readFileSync(path, 'utf8')).fingerprint).toBe(fingerprint(process.pid));
});

test('a lock file that was never written whole is no lock', () => {
  const path = join(folder, 'torn');
  writeFileSync(path, '{"pid":');
  expect(takeLock(path).held).toBe(true);
});

test('of many processes that find a stale lock, one at a time gets it', async () => {
  const path = join(folder, 'rush');
  const shared = join(folder, 'shared');
  writeFileSync(path, JSON.stringify({ pid: 999_999_999, fingerprint: 'gone', note: {} }));
  writeFileSync(shared, '0');
  const lines = `
    import { readFileSync, writeFileSync } from 'node:fs';
    import { setImmediate as turn } from 'node:timers/promises';
    import { withLock } from ${locks};
    for (let round = 0; round < 5; round++) await withLock(${JSON.stringify(path)}, async () => {
      const seen = Number(readFileSync(${JSON.stringify(shared)}, 'utf8'));
      await turn();
      writeFileSync(${JSON.stringify(shared)}, String(seen + 1));
    });
  `;
  const racers = Array.from({ length: 4 }, () => spawn(process.execPath, ['--input-type=module', '-e', lines]));
  const codes = await Promise.all(racers.map((racer) => new Promise((done) => racer.once('close', done))));
  expect(codes).toEqual([0, 0, 0, 0]);
  expect(readFileSync(shared, 'utf8')).toBe('20');
}, 30_000);

test('waiting ends when the holder lets go', async () => {
  const path = join(folder, 'wait');
  const order: string[] = [];
  await Promise.all(['one', 'two'].map((name) => withLock(path, async () => void order.push(name), 5_000)));
  expect(order.sort()).toEqual(['one', 'two']);
});
