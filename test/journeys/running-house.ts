import { spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Pool } from 'pg';
import { portNear } from '../../infra/embedded/ports.mjs';
import { startPostgres } from '../../infra/embedded/postgres.mjs';
import { endProcess, waitUntil } from '../../infra/embedded/processes.mjs';
import { copySeeded } from './seeded-folder';

const checkout = realpathSync(resolve(__dirname, '../..'));
const UP_MS = 240_000;
/** Loading the demonstration data beside others takes minutes; whoever waits for it has no other limit. */
const SEEDED_MS = 900_000;

export interface Account {
  role: string;
  login: string;
  password?: string;
  totpSecret?: string;
}

/** Everything that `npm start` brings up, on ports and in a data folder of its own, seeded. */
export interface RunningHouse {
  /** Where the shop answers. */
  origin: string;
  /** Where the payment sandbox and the catcher of messages answer. */
  sandbox: string;
  dataDir: string;
  /** As its owner. */
  databaseUrl: string;
  /** By login, or the first of a role. */
  account(who: string): Account;
  /** As the owner of the database. */
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
  count(sql: string, values?: unknown[]): Promise<number>;
  /** Moves business time, counted from now: '8 days'. */
  setClock(offset: string): Promise<void>;
  /** Lets the worker do a periodic job now instead of in some seconds. */
  wake(job: string): Promise<void>;
  /** Holds a program still while something is done that it would do too; the function it answers lets it go on. */
  hold(name: 'api' | 'worker'): () => void;
  /** Until a count is what is wanted. */
  until(wanted: number, sql: string, values?: unknown[]): Promise<void>;
  /** What its programs have written down. */
  log(name: 'api' | 'worker' | 'sandbox'): string;
  stop(): Promise<void>;
}

/** Brings a house up in an empty folder, which loads the demonstration data, and down again. */
export async function seed(folder: string): Promise<void> {
  const { child } = await start(folder, {}, SEEDED_MS);
  await stop(child);
}

/**
 * Allow UP_MS for it: the first start makes a cluster and loads the demonstration data, the following ones copy both.
 *
 * @param settings beside those that every house of a test has
 */
export async function startHouse(settings: Record<string, string> = {}): Promise<RunningHouse> {
  const dataDir = await copySeeded(seed);
  const { child, port, sandbox } = await start(dataDir, settings);
  // It runs already and is adopted: this only asks for its address.
  const { url } = await startPostgres({ dataDir });
  const owner = new Pool({ connectionString: url, max: 2 });
  // A crash test kills the server under it; the next query takes a new connection.
  owner.on('error', () => undefined);
  const rows: RunningHouse['rows'] = async (sql, values = []) => (await owner.query(sql, values)).rows;
  const count: RunningHouse['count'] = async (sql, values) =>
    Number(Object.values((await rows(sql, values))[0] ?? {})[0]);
  const accounts = JSON.parse(readFileSync(join(dataDir, 'demo-accounts.json'), 'utf8')) as Account[];
  return {
    origin: `http://localhost:${port}`,
    ...{ sandbox, dataDir, databaseUrl: url, rows, count },
    account: (who) => (accounts.find(({ login }) => login === who) ?? accounts.find(({ role }) => role === who))!,
    setClock: async (offset) => void (await rows('select platform.set_clock_offset($1::interval)', [offset])),
    wake: async (job) => void (await rows(`select pg_notify('xihuo_wake', $1)`, [job])),
    hold(name) {
      const { pid } = (
        JSON.parse(readFileSync(join(dataDir, 'processes.json'), 'utf8')) as Record<string, { pid: number }>
      )[name]!;
      process.kill(pid, 'SIGSTOP');
      return () => void process.kill(pid, 'SIGCONT');
    },
    async until(wanted, sql, values) {
      const reached = await waitUntil(async () => (await count(sql, values)) === wanted, 60_000, 50);
      if (!reached) throw new Error(`${sql}: ${await count(sql, values)} instead of ${wanted} after a minute`);
    },
    log: (name) => readFileSync(join(dataDir, 'logs', `${name}.log`), 'utf8'),
    async stop() {
      await owner.end();
      await stop(child);
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function start(dataDir: string, settings: Record<string, string>, patience = UP_MS) {
  const port = await portNear(0);
  const child = spawn(process.execPath, [join(checkout, 'infra/embedded/start.mjs')], {
    cwd: checkout,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings, DATA_DIR: dataDir, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  try {
    return { child, port, sandbox: await addressOfSandbox(child, patience) };
  } catch (error) {
    await stop(child);
    throw error;
  }
}

async function stop({ pid }: ChildProcess): Promise<void> {
  if (pid)
    await endProcess(pid, [
      ['SIGINT', 60_000],
      ['SIGKILL', 5_000],
    ]);
}

function addressOfSandbox(child: ChildProcess, patience: number): Promise<string> {
  let said = '';
  return new Promise((done, failed) => {
    const timer = setTimeout(() => failed(new Error(`The house did not come up:\n${said}`)), patience);
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      const address = /sandbox.*(http:\/\/127\.0\.0\.1:\d+)/.exec(said)?.[1];
      if (!address || !said.includes('Ctrl-C stops everything')) return;
      clearTimeout(timer);
      done(address);
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      failed(new Error(`The house ended with ${code} before it was up:\n${said}`));
    });
  });
}
