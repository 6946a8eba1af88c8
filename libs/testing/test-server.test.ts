import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endProcess, fingerprint, isAlive } from '../../infra/embedded/processes.mjs';
import { joinTestServer } from './test-server';

jest.setTimeout(60_000);

const folder = mkdtempSync(join(tmpdir(), 'xihuo-leases-'));
const lease = (pid: number, print: string | null) =>
  writeFileSync(join(folder, 'leases', String(pid)), JSON.stringify({ pid, fingerprint: print, note: {} }));
const serverPid = () => Number(readFileSync(join(folder, 'data/postgres/postmaster.pid'), 'utf8').split('\n')[0]);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('the last run to leave stops the server; leases of killed runs do not count', async () => {
  const { leave, runs } = await joinTestServer(folder);
  const pid = serverPid();
  lease(999_999_999, 'a process that is gone');
  expect(runs).toEqual([process.pid]);
  await leave();
  expect(isAlive(pid)).toBe(false);
  expect(existsSync(join(folder, 'leases/999999999'))).toBe(false);
});

test('a run that goes on keeps the server, and once it was killed the next run takes the server over', async () => {
  const first = await joinTestServer(folder);
  const pid = serverPid();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const otherPid = other.pid ?? 0;
  lease(otherPid, fingerprint(otherPid));
  await first.leave();
  expect(isAlive(pid)).toBe(true);
  await endProcess(otherPid, [['SIGKILL', 5_000]]);
  const next = await joinTestServer(folder);
  expect(serverPid()).toBe(pid);
  expect(next.runs).toEqual([process.pid]);
  await next.leave();
  expect(isAlive(pid)).toBe(false);
});

test('a cluster spoilt by a power cut is made anew', async () => {
  await (await joinTestServer(folder)).leave();
  writeFileSync(join(folder, 'data/postgres/global/pg_control'), 'torn');
  const { url, leave } = await joinTestServer(folder);
  expect(url).toMatch(/^postgresql:/);
  await leave();
});
