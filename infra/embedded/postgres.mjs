// Brings up the PostgreSQL that came with npm: `startPostgres` answers once it takes connections.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { chooseAccount, commandFor, environmentFor } from './account.mjs';
import { findNativeFolder } from './binaries.mjs';
import { ensureCluster, knownPassword } from './cluster.mjs';
import { openLog, readLog } from './log-file.mjs';
import { portNear } from './ports.mjs';
import { clearRemains, endingSteps, findOrphan, readPidFile } from './postmaster.mjs';
import { endProcess, isAlive, waitUntil } from './processes.mjs';
import { StartError } from './start-error.mjs';

const usualPort = 54329;
const database = 'xihuo';

/**
 * @typedef {object} Postgres
 * @property {string} url of the database `xihuo`, as its superuser
 * @property {number} port
 * @property {number} pid
 * @property {boolean} adopted an earlier run had left it alive
 * @property {Promise<void>} gone settles when the server is no longer there, wanted or not; keeps no process alive
 * @property {() => Promise<void>} stop
 *
 * @typedef {object} Options
 * @property {string} dataDir holds the cluster, its password and its log
 * @property {number} [port] wished; another is taken when it is not free
 * @property {readonly number[]} [promised] ports of servers that do not listen yet: never one of these
 * @property {(line: string) => void} [log]
 * @property {boolean} [durable] false, for tests only: nothing waits for the disk
 * @property {{ namespaces?: boolean, sharedRoot?: string }} [account] see account.mjs
 *
 * @param {Options} options
 * @returns {Promise<Postgres>}
 */
export async function startPostgres(options) {
  const { log = () => {}, durable = true, port: wished = usualPort, promised = [] } = options;
  mkdirSync(options.dataDir, { recursive: true });
  const dataDir = realpathSync(options.dataDir);
  const account = chooseAccount({ dataDir, native: findNativeFolder(), ...options.account });
  const adopted = await adopt(account.cluster, dataDir, log);
  if (adopted) return finish(adopted);
  await clearRemains(account.cluster);
  const { password, created } = ensureCluster({ account, dataDir, durable });
  if (created) log(`made a new database cluster in ${account.cluster} (PostgreSQL runs as ${account.label})`);
  const server = await startServer({ account, dataDir, durable, log, wished, promised });
  return finish({ ...server, password, adopted: false });
}

/**
 * Where the database of a house that runs is, for tools that look into it; null while none runs.
 * @param {string} dataDir
 */
export async function runningDatabase(dataDir) {
  if (!existsSync(dataDir)) return null;
  const folder = realpathSync(dataDir);
  const running = await findOrphan(chooseAccount({ dataDir: folder, native: findNativeFolder() }).cluster);
  const password = knownPassword(folder);
  return running && password ? urlOf(running.port, password, database) : null;
}

/**
 * Takes over a server that an earlier run left alive, or stops it when it cannot be talked to.
 * @param {string} cluster
 * @param {string} dataDir
 * @param {(line: string) => void} log
 */
async function adopt(cluster, dataDir, log) {
  const orphan = await findOrphan(cluster);
  if (!orphan) return null;
  const { pid, port } = orphan;
  const password = knownPassword(dataDir);
  if (password && (await answers(urlOf(port, password, 'postgres')))) {
    log(`took over the PostgreSQL that an earlier run left alive (process ${pid})`);
    return { pid, port, password, adopted: true, gone: goneByPolling(pid) };
  }
  log(`stopping a PostgreSQL that an earlier run left and that does not answer (process ${pid})`);
  await endProcess(pid, endingSteps);
  return null;
}

/**
 * @param {{ pid: number, port: number, password: string, adopted: boolean, gone: Promise<void> }} server
 * @returns {Promise<Postgres>}
 */
async function finish({ pid, port, password, adopted, gone }) {
  const stop = async () => void (await endProcess(pid, endingSteps));
  const makeDatabase = withClient(urlOf(port, password, 'postgres'), async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${database}`);
  });
  await makeDatabase.catch(async (error) => {
    await stop();
    throw error;
  });
  return { url: urlOf(port, password, database), port, pid, adopted, gone, stop };
}

/**
 * @typedef {{ account: import('./account.mjs').Account, dataDir: string, durable: boolean, log: (line: string) => void, wished: number, promised: readonly number[] }} Launch
 * @param {Launch} launch
 */
async function startServer(launch) {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const port = await portNear(launch.wished, launch.promised);
    if (port !== launch.wished) launch.log(`port ${launch.wished} is taken, PostgreSQL listens on ${port}`);
    const outcome = await launchOnce(launch, port);
    if ('pid' in outcome) return outcome;
    // The port went to somebody else in between, or the last process of a killed server still holds its memory.
    const passing = /could not bind|already exists|still in use/.test(outcome.output);
    if (!passing || Date.now() > deadline) throw refusal(outcome.output, launch.dataDir);
    await waitUntil(() => false, 300);
  }
}

/** @param {Launch} launch @param {number} port */
async function launchOnce({ account, dataDir, durable }, port) {
  const logFile = join(dataDir, 'logs', 'postgres.log');
  const { fd: output, size } = openLog(logFile);
  const [file, args] = commandFor(account, 'postgres', [
    '-D',
    account.cluster,
    '-p',
    String(port),
    ...settings(durable),
  ]);
  // Detached, or Ctrl-C in a terminal would stop the database before those who use it. Output goes to a file, so
  // that the server outlives a killed runner without writing into a broken pipe.
  const child = spawn(file, args, {
    ...account.ids,
    cwd: account.cluster,
    env: environmentFor(),
    detached: true,
    stdio: ['ignore', output, output],
  });
  child.unref();
  closeSync(output);
  let over = false;
  /** @type {Promise<void>} */
  const gone = new Promise((resolve) => {
    const end = () => {
      over = true;
      resolve();
    };
    child.once('exit', end).once('error', end);
  });
  const ready = () => {
    const found = readPidFile(account.cluster);
    return found?.pid === child.pid && found?.status === 'ready';
  };
  // Recovery after a crash may take long and is reported by the server in the same file.
  await waitUntil(() => over || ready(), 300_000, 10);
  if (!over && ready() && child.pid) return { pid: child.pid, port, gone };
  if (child.pid && !over) await endProcess(child.pid, endingSteps);
  return { output: readLog(logFile, size) };
}

/** @param {boolean} durable */
function settings(durable) {
  const values = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    shared_buffers: '256MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    jit: 'off',
    random_page_cost: 1.1,
    // A new database's tables are tiny and unmeasured, and foreign key checks keep the plan they then made: reading whole
    // tables. Only the first autoanalyze ends that, so it shall not take a minute to come by.
    autovacuum_naptime: '10s',
    log_line_prefix: '%m [%p] ',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '4GB' }),
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** @param {string} output @param {string} dataDir */
function refusal(output, dataDir) {
  const lines = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|HINT|DETAIL|error/i.test(line))
    .slice(-4)
    .join('\n  ');
  return new StartError(
    `PostgreSQL did not start:\n  ${lines || output.trim().slice(-400) || 'it ended without a word'}`,
    `The whole log: ${join(dataDir, 'logs', 'postgres.log')}`,
  );
}

/** @param {number} pid @returns {Promise<void>} */
function goneByPolling(pid) {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (isAlive(pid)) return;
      clearInterval(timer);
      resolve();
    }, 200);
    timer.unref();
  });
}

/** @param {number} port @param {string} password @param {string} name */
const urlOf = (port, password, name) => `postgresql://postgres:${password}@127.0.0.1:${port}/${name}`;

/** @param {string} url */
async function answers(url) {
  return withClient(url, (client) => client.query('select 1')).then(
    () => true,
    () => false,
  );
}

/** @template T @param {string} url @param {(client: pg.Client) => Promise<T>} use */
async function withClient(url, use) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}
