/**
 * `npm test [-- --whole] [--long] [--twice] [pattern ...]`: unit, database, queue and journey tests one after the other, each by
 * Jest with its own closing lines; the very last line is the sum over all of them, alone: `N passed, N failed`.
 *
 * Without a pattern a few journeys run, one of each kind, so that it takes minutes; `--whole`, which the whole check and the long
 * tests ask for too, runs every one of them.
 *
 * With `--twice`, as the whole check asks, a suite that failed runs once more, by itself; what it says then counts, and
 * the closing line names it, so that an unsteady test is seen and mended without one busy second failing thousands.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from './find-chromium.mjs';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const jestBin = join(root, 'node_modules/jest/bin/jest.js');
const config = join(root, 'infra/tidy/jest.config.mjs');
const nx = join(root, 'node_modules/nx/dist/bin/nx.js');
const minutes = 60_000;

/** Two suites at once is what two cores carry, journeys too, which wait most of the time; queues and long ones run alone. */
const speeds = [
  { name: 'unit', workers: Math.min(2, availableParallelism()), limit: 10 * minutes },
  { name: 'db', workers: Math.min(2, availableParallelism()), limit: 60 * minutes },
  { name: 'queue', workers: 1, limit: 10 * minutes },
  { name: 'journeys', workers: Math.min(2, availableParallelism()), limit: 45 * minutes, whole: true },
  { name: 'long', workers: 1, limit: 60 * minutes, whole: true, onlyLong: true },
  { name: 'long-db', workers: Math.min(2, availableParallelism()), limit: 480 * minutes, onlyLong: true },
];

/** Journeys of a short run: from the payment to the household, an applicant judged, what is read afterwards, and one kill of each kind. */
export const SHORT = ['first-yuan', 'desk', 'results', 'kill-nine'].map((name) => `/${name}.journey.test.ts`);

/**
 * Which of a kind's suites run: what was asked for by name, else all, of journeys a few.
 * @param {{ name: string }} speed
 * @param {string[]} patterns
 * @param {boolean} whole
 */
export function chosen({ name }, patterns, whole) {
  return name === 'journeys' && patterns.length === 0 && !whole ? SHORT : patterns;
}

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

/**
 * The suites of a report that did not pass, by path.
 * @param {string | undefined} report
 * @returns {string[]}
 */
export function failedSuites(report) {
  if (!report) return [];
  return JSON.parse(report)
    .testResults.filter((/** @type {{ status: string }} */ { status }) => status === 'failed')
    .map((/** @type {{ name: string }} */ { name }) => name);
}

/**
 * The count of a run whose failed suites ran again: theirs of the second try, everybody else's of the first.
 * @param {string} first
 * @param {string | undefined} second
 * @param {number} code of the second try
 */
export function countAgain(first, second, code) {
  const again = count(second, code);
  const unsteady = failedSuites(first);
  const before = JSON.parse(first)
    .testResults.filter((/** @type {{ name: string }} */ { name }) => unsteady.includes(name))
    .flatMap((/** @type {{ assertionResults: { status: string }[] }} */ { assertionResults }) => assertionResults)
    .filter((/** @type {{ status: string }} */ { status }) => status === 'passed').length;
  const names = unsteady.map((path) => relative(root, path)).join(', ');
  return {
    passed: JSON.parse(first).numPassedTests - before + again.passed,
    failed: again.failed,
    why: [again.why, `(tried twice: ${names})`].filter(Boolean).join(' '),
  };
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
 * @param {string[]} asked
 * @param {{ reports: string, long: boolean, twice: boolean, whole: boolean }} how
 */
async function runSpeed(speed, asked, { reports, long, twice, whole }) {
  const patterns = chosen(speed, asked, whole);
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
  const started = Date.now();
  const jest = async (/** @type {string} */ name, /** @type {string[]} */ which) => {
    const file = join(reports, name);
    const args = [jestBin, ...select, '--maxWorkers', String(speed.workers), '--json', '--outputFile', file];
    // A suite that fails may leave connections open; its result is written, and the run shall end.
    args.push('--forceExit', ...which);
    const left = speed.limit - (Date.now() - started);
    const { code, late } = await node(args, { env, limit: left, capture: true });
    return { code, late, report: read(file) };
  };
  const tooLate = { passed: 0, failed: 1, why: `not done after ${speed.limit / minutes} minutes` };

  const first = await jest(`${speed.name}.json`, ['--', ...patterns]);
  if (first.late) return tooLate;
  const failed = failedSuites(first.report);
  if (!twice || !first.report || failed.length === 0) return count(first.report, first.code);

  console.log(`\nOnce more, by themselves:\n${failed.join('\n')}\n`);
  const second = await jest(`${speed.name}-again.json`, ['--runTestsByPath', ...failed]);
  return second.late ? tooLate : countAgain(first.report, second.report, second.code);
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
  const twice = words.includes('--twice');
  const whole = long || words.includes('--whole');
  const patterns = words.filter((word) => !['--long', '--twice', '--whole'].includes(word));
  const reports = mkdtempSync(join(tmpdir(), 'xihuo-tests-'));
  const sum = { passed: 0, failed: 0 };
  const lines = [];
  try {
    for (const speed of speeds.filter((one) => long || !one.onlyLong)) {
      const started = Date.now();
      const result = await runSpeed(speed, patterns, { reports, long, twice, whole });
      if (!result) continue;
      sum.passed += result.passed;
      sum.failed += result.failed;
      const seconds = ((Date.now() - started) / 1000).toFixed(1);
      const few = chosen(speed, patterns, whole) === SHORT ? '(a few; all: npm test -- --whole)' : '';
      const closing = `${speed.name.padEnd(9)} ${result.passed} passed, ${result.failed} failed in ${seconds} s`;
      lines.push([closing, result.why, few].filter(Boolean).join(' '));
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
