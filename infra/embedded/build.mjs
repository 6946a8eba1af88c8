// Builds what is stale. Nx and its cache decide what that is; the stamp only spares asking them (about 2 s) when no
// source has been touched since they last answered.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { checkout } from './settings.mjs';
import { StartError } from './start-error.mjs';

const stampFile = join(checkout, 'dist', '.built-from');
const outputs = [
  'server/apps/api/main.js',
  'server/apps/worker/main.js',
  'storefront/index.html',
  'storefront-serving/serving.cjs',
  'console/index.html',
];
const PATIENCE_MS = 600_000;
const watched = [
  'apps',
  'libs',
  'infra',
  'nx.json',
  'package.json',
  'tsconfig.base.json',
  '.swcrc',
  'node_modules/.package-lock.json',
];

/** @returns {boolean} whether every output is there and no source changed since */
export function isBuilt() {
  return (
    existsSync(stampFile) &&
    outputs.every((path) => existsSync(join(checkout, 'dist', path))) &&
    readFileSync(stampFile, 'utf8') === stampOfSources()
  );
}

/** One build at a time: a second house of this checkout waits, and starts what the first has built. */
export async function buildAll() {
  mkdirSync(join(checkout, 'dist'), { recursive: true });
  await withLock(join(checkout, 'dist', '.building'), async () => isBuilt() || (await buildStale()), PATIENCE_MS);
}

async function buildStale() {
  // Taken before the build: what is saved while it runs must count as stale the next time.
  const stamp = stampOfSources();
  const nx = join(checkout, 'node_modules/nx/dist/bin/nx.js');
  await runTool([nx, 'run-many', '-t', 'build', '--outputStyle=static'], 'The build failed');
  writeFileSync(stampFile, stamp);
}

/** The server alone, without Nx: for watch mode, where the web is served from source. */
export async function buildServer() {
  await runTool([join(checkout, 'infra/build/server.mjs')], 'The build of the server failed');
}

/**
 * Runs a program of ours to its end and shows what it said only when it fails.
 * @param {string[]} args
 * @param {string} failure
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<string>} what it wrote to stdout
 */
export function runTool(args, failure, env = process.env) {
  return new Promise((resolve, reject) => {
    // Its own process group: Ctrl-C reaches the runner alone, which then ends the step in good order.
    const child = spawn(process.execPath, args, {
      cwd: checkout,
      env,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    runningTools.add(child);
    let said = '';
    let out = '';
    child.stdout.on('data', (chunk) => ((said += chunk), (out += chunk)));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      runningTools.delete(child);
      if (code === 0) return resolve(out.trim());
      reject(
        new StartError(
          `${failure}:\n${said.trim().split('\n').slice(-30).join('\n')}`,
          'Nothing was lost. Mend what it says and start again.',
        ),
      );
    });
  });
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const runningTools = new Set();

/** For a Ctrl-C in the middle of a step. */
export function endTools() {
  for (const { pid } of runningTools) if (pid) process.kill(-pid, 'SIGTERM');
}

function stampOfSources() {
  const hash = createHash('sha256').update(process.version);
  for (const name of watched) addToStamp(hash, name);
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function addToStamp(hash, path) {
  const found = statSync(join(checkout, path), { throwIfNoEntry: false });
  if (!found) return;
  if (!found.isDirectory()) {
    hash.update(`${path}\0${found.size}\0${found.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(join(checkout, path)).sort()) {
    if (!/\.test\.tsx?$|\.md$/.test(name)) addToStamp(hash, `${path}/${name}`);
  }
}
