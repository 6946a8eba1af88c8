// How long `npm start` takes, in a copy of the sources with nothing built and no data, and again once both are there.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endingSteps, findOrphan } from '../../infra/embedded/postmaster.mjs';
import { portNear } from '../../infra/embedded/ports.mjs';
import { endProcess, isAlive, processesWorkingIn, waitUntil } from '../../infra/embedded/processes.mjs';
import { copySources } from '../sabotage/copy.mjs';
import { median } from './rounds.mjs';
import { root, statusOf } from './stage.mjs';

const pages = ['/health/ready', '/', '/api/v1/products?limit=24'];
const patience = 240_000;
const laterStarts = 3;

/** Megabytes; ours to keep, the issue states none: a small machine of 1 GB should carry the house. @type {Record<string, number>} */
const memoryBudget = { api: 250, worker: 250, sandbox: 130, postgres: 350, runner: 130 };

/** @param {import('./report.mjs').Report} report */
export async function start(report) {
  const folder = copySources(root, 'bench-start');
  const dataDir = join(folder, '.data');
  /** @type {import('node:child_process').ChildProcess | undefined} */
  let running;
  const stop = async () => {
    if (running?.pid) await endHouse(running.pid);
    const orphan = await findOrphan(join(dataDir, 'postgres'));
    if (orphan) await endProcess(orphan.pid, endingSteps);
  };
  const clean = async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
    process.once(signal, () => void clean().finally(() => process.exit(1)));
  const timed = async () => {
    // Below the range from which the system hands out ports: PostgreSQL may be given one of those before the api takes it.
    const port = await portNear(3170);
    const started = performance.now();
    running = startHouse(folder, dataDir, port);
    await untilServed(running, port);
    return (performance.now() - started) / 1000;
  };
  try {
    report.say('npm start in a copy of the sources: packages installed, nothing built, no data');
    const first = await timed();
    report.figure({ figure: 'first', value: first, unit: 's', limit: 90 });
    await stop();
    const later = [];
    for (let run = 0; run < laterStarts; run += 1) {
      if (run > 0) await stop();
      later.push(await timed());
    }
    report.say(`later starts: ${later.map((seconds) => `${seconds.toFixed(1)} s`).join(', ')}`);
    report.figure({ figure: 'later', value: median(later), unit: 's', limit: 12 });
    reportMemory(report, dataDir);
  } finally {
    await clean();
  }
}

/** @param {string} folder @param {string} dataDir @param {number} port */
export function startHouse(folder, dataDir, port) {
  const { PATH, HOME, USER, TMPDIR, LANG } = process.env;
  // A group of its own, as a terminal gives it: what Ctrl-C reaches is npm and all it started.
  return spawn('npm', ['start'], {
    cwd: folder,
    env: { PATH, HOME, USER, TMPDIR, LANG, DATA_DIR: dataDir, PORT: String(port) },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/**
 * Until the shop, its list and its health answer, or the start gives up.
 * @param {import('node:child_process').ChildProcess} house
 * @param {number} port
 */
export async function untilServed(house, port) {
  let said = '';
  for (const stream of [house.stdout, house.stderr]) stream?.on('data', (chunk) => (said += chunk));
  let over = false;
  house.once('exit', () => (over = true));
  const served = async () => {
    for (const page of pages) if ((await statusOf(port, page)) !== 200) return false;
    return true;
  };
  const up = await waitUntil(async () => over || (await served()), patience, 50);
  if (over || !up) throw new Error(`npm start did not bring up the shop:\n${said.slice(-3000)}`);
}

/** Ctrl-C, as a terminal sends it. @param {number} group */
export async function endHouse(group) {
  for (const [signal, wait] of /** @type {const} */ ([
    ['SIGINT', 40_000],
    ['SIGKILL', 2_000],
  ])) {
    try {
      process.kill(-group, signal);
    } catch {
      return;
    }
    if (await waitUntil(() => !isAlive(group), wait)) return;
  }
}

/** @param {import('./report.mjs').Report} report @param {string} dataDir */
function reportMemory(report, dataDir) {
  if (!existsSync('/proc/self/smaps_rollup')) return report.say('memory: only Linux tells, so not measured here');
  const entries = Object.entries(JSON.parse(readFileSync(join(dataDir, 'processes.json'), 'utf8')));
  /** @type {Map<string, number[]>} */
  const processes = new Map(entries.map(([name, { pid }]) => [name, [pid]]));
  processes.set('runner', [JSON.parse(readFileSync(join(dataDir, 'runner.lock'), 'utf8')).pid]);
  processes.set('postgres', processesWorkingIn(join(dataDir, 'postgres')));
  report.say(
    'resident memory after the start; of PostgreSQL all processes, shared pages once; limits: a budget of ours',
  );
  for (const [name, pids] of processes) {
    const value = pids.reduce((sum, pid) => sum + megabytes(pid, pids.length > 1 ? 'Pss' : 'Rss'), 0);
    report.figure({
      figure: `memory-${name}`,
      value,
      unit: 'MB',
      limit: memoryBudget[name] ?? 250,
      said: 'our own budget',
    });
  }
}

/** @param {number} pid @param {'Pss' | 'Rss'} kind proportional (each shared page counted once) or plain */
function megabytes(pid, kind) {
  const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  return Number(new RegExp(`^${kind}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) / 1024;
}
