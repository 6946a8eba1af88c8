/**
 * `npm test [-- --long] [pattern ...]`: unit, database, queue and journey tests one after the other, each by Jest with
 * its own closing lines; the very last line is the sum over all of them, alone: `N passed, N failed`.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const jestBin = join(root, 'node_modules/jest/bin/jest.js');
const config = join(root, 'infra/tidy/jest.config.mjs');
const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
const minutes = 60_000;

/** Two suites at once is what two cores carry; journeys and queues measure time, so they run alone. */
const speeds = [
  { name: 'unit', workers: Math.min(2, availableParallelism()), limit: 10 * minutes },
  { name: 'db', workers: Math.min(2, availableParallelism()), limit: 20 * minutes },
  { name: 'queue', workers: 1, limit: 10 * minutes },
  { name: 'journeys', workers: 1, limit: 45 * minutes, whole: true },
  { name: 'long', workers: 1, limit: 60 * minutes, whole: true, onlyLong: true },
];

/**
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, limit?: number, capture?: boolean, quiet?: boolean }} how
 * @returns {Promise<{ code: number, out: string, late: boolean }>}
 */
function node(args, { env = {}, limit = 10 * minutes, capture = false, quiet = false } = {}) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', capture ? 'pipe' : 'inherit', quiet ? 'ignore' : 'inherit'],
    });
    let out = '';
    let late = false;
    child.stdout?.on('data', (chunk) => (out += chunk));
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGTERM');
    }, limit);
    child.on('close', (code) => {
      clearTimeout(timer);
      done({ code: code ?? 1, out, late });
    });
  });
}

/**
 * Reads what Jest wrote; a suite that could not even load, a skipped test and a missing report all count as failures,
 * because each is something that was promised and not shown.
 * @param {string | undefined} report
 * @param {number} code
 */
export function count(report, code) {
  if (!report) return { passed: 0, failed: 1, why: 'the runner ended without a report' };
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests, numTodoTests } =
    JSON.parse(report);
  const skipped = (numPendingTests ?? 0) + (numTodoTests ?? 0);
  const failed = numFailedTests + numRuntimeErrorTestSuites + skipped;
  if (skipped > 0) return { passed: numPassedTests, failed, why: `${skipped} skipped` };
  if (failed === 0 && code !== 0) return { passed: numPassedTests, failed: 1, why: `the runner ended with ${code}` };
  return { passed: numPassedTests, failed, why: '' };
}

/** What a journey needs beyond Jest: both web apps and the server built, and a browser. */
async function readyForJourneys() {
  const built = await node([nx, 'run-many', '-t', 'build']);
  if (built.code !== 0) throw new Error('The build failed, so the journeys have nothing to visit.');
  const { executablePath, args } = await findChromium();
  console.log(`journeys in ${executablePath}`);
  return { CHROMIUM_PATH: executablePath, CHROMIUM_ARGS: JSON.stringify(args) };
}

/**
 * @param {(typeof speeds)[number]} speed
 * @param {string[]} patterns
 * @param {{ reports: string, long: boolean }} how
 */
async function runSpeed(speed, patterns, { reports, long }) {
  const select = ['--config', config, '--selectProjects', speed.name, '--passWithNoTests'];
  const listed = await node([jestBin, ...select, '--listTests', '--json', '--', ...patterns], {
    capture: true,
    quiet: true,
  });
  if (listed.out.trim() === '[]') return undefined;

  console.log(`\n── ${speed.name} ${'─'.repeat(100 - speed.name.length)}`);
  const env = /** @type {NodeJS.ProcessEnv} */ ({ TEST_LONG: long ? '1' : '', NODE_ENV: 'test' });
  try {
    if (speed.whole) Object.assign(env, await readyForJourneys());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    console.error(why);
    return { passed: 0, failed: 1, why: why.split('\n')[0] };
  }
  const file = join(reports, `${speed.name}.json`);
  const args = [
    jestBin,
    ...select,
    '--maxWorkers',
    String(speed.workers),
    '--json',
    '--outputFile',
    file,
    // A suite that fails may leave connections open; its result is written, and the run shall end.
    '--forceExit',
    '--',
    ...patterns,
  ];
  const { code, late } = await node(args, { env, limit: speed.limit, capture: true });
  if (late) return { passed: 0, failed: 1, why: `not done after ${speed.limit / minutes} minutes` };
  return count(read(file), code);
}

/** @param {string} file */
function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

async function main() {
  const words = process.argv.slice(2).filter((word) => word !== '--');
  const long = words.includes('--long');
  const patterns = words.filter((word) => word !== '--long');
  const reports = mkdtempSync(join(tmpdir(), 'xihuo-tests-'));
  const sum = { passed: 0, failed: 0 };
  const lines = [];
  try {
    for (const speed of speeds.filter((one) => long || !one.onlyLong)) {
      const started = Date.now();
      const result = await runSpeed(speed, patterns, { reports, long });
      if (!result) continue;
      sum.passed += result.passed;
      sum.failed += result.failed;
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      lines.push(
        `${speed.name.padEnd(9)} ${result.passed} passed, ${result.failed} failed in ${seconds} s ${result.why}`.trimEnd(),
      );
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  if (lines.length === 0) console.error(`No test matches ${patterns.join(' ') || 'at all'}.`);
  console.log(`\n${lines.join('\n')}`);
  console.log(`${sum.passed} passed, ${sum.failed} failed`);
  process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) void main();
