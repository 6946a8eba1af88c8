// A few tests of the copy, by Jest, with everything they leave behind kept inside the copy.
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess } from '../../infra/embedded/processes.mjs';

/** For each test that is run: all of them at once, undamaged, take as many times as long. */
const limit = 180_000;

/** @type {import('node:child_process').ChildProcess | undefined} */
let running;

/** For a Ctrl-C in the middle. @returns {Promise<void>} */
export async function endTests() {
  if (running?.pid)
    await endProcess(running.pid, [
      ['SIGINT', 10_000],
      ['SIGKILL', 2_000],
    ]);
}

/**
 * @param {string} folder of the copy
 * @param {string[]} tests paths in it
 * @returns {Promise<{ code: number, passed: number, failed: string[], out: string }>} `failed` names each failed test
 */
export async function runTests(folder, tests) {
  const report = join(folder, 'tmp/report.json');
  rmSync(report, { force: true });
  const { code, out } = await node(
    folder,
    [
      join(folder, 'node_modules/jest/bin/jest.js'),
      ...['--config', 'infra/tidy/jest.config.mjs', '--selectProjects', 'unit', 'db'],
      ...['--cacheDirectory', join(folder, 'tmp/jest'), '--maxWorkers', '2', '--json', '--outputFile', report],
      ...['--runTestsByPath', ...tests],
    ],
    limit * tests.length,
  );
  const { numPassedTests, testResults } = readReport(report);
  const failed = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName }) => `${name.slice(folder.length + 1)}: ${fullName}`),
  );
  return { code, passed: numPassedTests, failed, out };
}

/**
 * @param {string} path
 * @returns {{ numPassedTests: number, testResults: { name: string, assertionResults: { status: string, fullName: string }[] }[] }}
 */
function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return { numPassedTests: 0, testResults: [] };
  }
}

/** @param {string} cwd @param {string[]} args @param {number} timeout @returns {Promise<{ code: number, out: string }>} */
function node(cwd, args, timeout) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd,
      env: { ...process.env, NODE_ENV: 'test', TMPDIR: join(cwd, 'tmp') },
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout,
    });
    running = child;
    let out = '';
    child.stdout.on('data', (chunk) => (out += chunk));
    child.stderr.on('data', (chunk) => (out += chunk));
    child.on('close', (code) => done({ code: code ?? 1, out }));
  });
}
