import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive, waitUntil } from './processes.mjs';
import { Service } from './service.mjs';
import { runLines, testFolder } from './test-folder';

jest.setTimeout(30_000);

const dataDir = testFolder();
const said: string[] = [];

function program(name: string, lines: string): string {
  const path = join(dataDir, `${name}.cjs`);
  writeFileSync(path, lines);
  return path;
}

/** Writes down that it stopped in good order. */
const polite = program(
  'polite',
  `const { renameSync, writeFileSync } = require('node:fs');
   process.on('SIGTERM', () => { writeFileSync(process.argv[1] + '.stopped', 'yes'); process.exit(0); });
   setInterval(() => {}, 1000);
   writeFileSync(process.argv[1] + '.pid.new', String(process.pid));
   renameSync(process.argv[1] + '.pid.new', process.argv[1] + '.pid');`,
);

const service = (entry: string) => {
  const started: number[] = [];
  const made = new Service({
    name: 'stand-in',
    entry,
    env: process.env,
    dataDir,
    log: (line) => said.push(line),
    onStart: (pid) => started.push(pid),
  });
  return { made, started };
};

test('a program that dies is reported and started again', async () => {
  const { made, started } = service(polite);
  made.start();
  made.markReady();
  process.kill(started[0] ?? 0, 'SIGKILL');
  expect(await waitUntil(() => started.length === 2, 10_000)).toBe(true);
  expect(said.join('\n')).toContain('stand-in ended unexpectedly (SIGKILL), starting it again in 0.5 s');
  await made.stop();
  expect(started.some(isAlive)).toBe(false);
});

test('a program that never gets ready is given up after three times, with its last words', async () => {
  const { made, started } = service(program('broken', `console.error('no such table'); process.exit(3);`));
  made.start();
  await expect(made.failed).rejects.toThrow(/does not start \(exit code 3\):\s+no such table/);
  expect(started).toHaveLength(3);
});

test('stopping asks first', async () => {
  const { made } = service(polite);
  made.start();
  expect(
    await waitUntil(
      () => existsSync(`${polite}.pid`) && readFileSync(`${polite}.pid`, 'utf8') === String(made.pid),
      10_000,
    ),
  ).toBe(true);
  await made.stop();
  expect(existsSync(`${polite}.stopped`)).toBe(true);
});

test('programs of a runner that was killed stop by themselves, in good order', async () => {
  const orphan = program('orphan', readFileSync(polite, 'utf8'));
  const { signal } = runLines(`
    import { existsSync } from 'node:fs';
    import { Service } from './service.mjs';
    import { waitUntil } from './processes.mjs';
    new Service({ name: 'orphan', entry: ${JSON.stringify(orphan)}, env: process.env, dataDir: ${JSON.stringify(dataDir)}, log() {} }).start();
    await waitUntil(() => existsSync(${JSON.stringify(`${orphan}.pid`)}), 10_000);
    process.kill(process.pid, 'SIGKILL');
  `);
  expect(signal).toBe('SIGKILL');
  const pid = Number(readFileSync(`${orphan}.pid`, 'utf8'));
  expect(await waitUntil(() => !isAlive(pid), 10_000)).toBe(true);
  expect(existsSync(`${orphan}.stopped`)).toBe(true);
});
