// Where a bench plays: a PostgreSQL of its own with the demonstration data in a temporary folder, and the processes it
// starts there. `down` ends exactly these, in reverse order, and removes the folder.
import { spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { buildServer, isBuilt } from '../../infra/embedded/build.mjs';
import { portNear } from '../../infra/embedded/ports.mjs';
import { startPostgres } from '../../infra/embedded/postgres.mjs';
import { endProcess, nodeFlags, waitUntil } from '../../infra/embedded/processes.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const pool = 16;

export class Stage {
  #pids = /** @type {Map<string, number>} */ (new Map());
  #stops = /** @type {(() => Promise<unknown>)[]} */ ([]);

  /** @param {string} name */
  constructor(name) {
    this.folder = mkdtempSync(join(realpathSync(tmpdir()), `xihuo-bench-${name}-`));
    this.databaseUrl = '';
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
      process.once(signal, () => void this.down().finally(() => process.exit(1)));
  }

  /** The database as `npm start` makes it: durable, migrated, seeded. */
  async database() {
    await this.emptyDatabase();
    await this.tool('dist/server/infra/database/seed.js');
    // All buyers of a bench come from one address and have one phone.
    const client = new pg.Client({ connectionString: this.databaseUrl });
    await client.connect();
    await client.query(
      `update registry.policy set value = '{"address":null,"account":null,"phone":null}' where key = 'order.unpaidMost'`,
    );
    await client.end();
  }

  /** As `database`, without the demonstration data. */
  async emptyDatabase() {
    if (!isBuilt()) await buildServer();
    const postgres = await startPostgres({ dataDir: this.folder, port: await portNear(0) });
    this.#stops.push(() => postgres.stop());
    this.databaseUrl = postgres.url;
    await this.tool('dist/server/infra/database/migrate.js');
  }

  /**
   * A copy of the database beside it; nobody may be connected meanwhile.
   * @param {string} name
   * @returns {Promise<string>} its address
   */
  async copyDatabase(name) {
    const address = new URL(this.databaseUrl);
    const copied = address.pathname.slice(1);
    address.pathname = '/postgres';
    const client = new pg.Client({ connectionString: address.href });
    await client.connect();
    await client.query(`create database ${name} template ${copied} strategy file_copy`).finally(() => client.end());
    address.pathname = `/${name}`;
    return address.href;
  }

  /** A connection of the bench's own, as the database's owner. */
  async owner() {
    const client = new pg.Client({ connectionString: this.databaseUrl });
    client.on('error', () => {});
    await client.connect();
    this.#stops.push(() => client.end());
    return client;
  }

  /** What our processes are told. @returns {NodeJS.ProcessEnv} */
  get environment() {
    return {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      DATABASE_URL: this.databaseUrl,
      DATABASE_OWNER_URL: this.databaseUrl,
      DATABASE_POOL: String(pool),
      STRIPE_SECRET_KEY: 'sk_test_bench',
      STRIPE_WEBHOOK_SECRET: 'whsec_bench',
      STRIPE_API_BASE: 'http://127.0.0.1:9',
      MASTER_KEY: Buffer.alloc(32, 'xihuo-bench-').toString('base64'),
      DATA_DIR: this.folder,
    };
  }

  /**
   * Runs a program to its end and answers what it printed.
   * @param {string} entry from the root
   * @param {string[]} [args]
   * @param {number} [timeout] milliseconds
   * @returns {Promise<string>}
   */
  tool(entry, args = [], timeout = 300_000) {
    return new Promise((done, fail) => {
      const env = { ...this.environment, NODE_ENV: 'development' };
      const child = spawn(process.execPath, [join(root, entry), ...args], { cwd: root, env, timeout });
      const out = { stdout: '', stderr: '' };
      child.stdout.on('data', (chunk) => (out.stdout += chunk));
      child.stderr.on('data', (chunk) => (out.stderr += chunk));
      child.once('error', fail);
      child.once('close', (code) => {
        if (code === 0) done(out.stdout.trim());
        else fail(new Error(`${entry} ended with ${code}:\n${(out.stderr + out.stdout).trim().slice(-3000)}`));
      });
    });
  }

  /**
   * Starts a program that is talked to: it says a word when it is ready, and at the end of its input what came of it.
   * @param {string} entry from the root
   * @param {string[]} args
   */
  program(entry, args) {
    const child = spawn(process.execPath, [join(root, entry), ...args], {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let out = '';
    let over = false;
    child.stdout.on('data', (chunk) => (out += chunk));
    const ended = new Promise((done) => child.once('close', () => done((over = true))));
    this.#stops.push(async () => void child.kill());
    return {
      /** @param {string} word */
      async said(word) {
        const up = await waitUntil(async () => over || out.includes(word), 120_000, 50);
        if (!up || over) throw new Error(`${entry} did not say ${word}`);
      },
      /** @returns {Promise<string>} its last line */
      async end() {
        child.stdin.end();
        await ended;
        return String(out.trim().split('\n').pop());
      },
    };
  }

  /**
   * Starts a server and waits until it answers.
   * @param {string} name
   * @param {string} entry from the root
   * @param {string} ready path that answers 200 once it may be measured
   * @returns {Promise<number>} its port
   */
  async server(name, entry, ready) {
    const port = await portNear(0);
    const logFile = join(this.folder, `${name}.log`);
    const log = openSync(logFile, 'a');
    const child = spawn(process.execPath, [...nodeFlags, join(root, entry)], {
      cwd: root,
      env: { ...this.environment, PORT: String(port), WORKER_PORT: String(port) },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#pids.set(name, Number(child.pid));
    let over = false;
    child.once('exit', () => (over = true));
    this.#stops.push(() =>
      endProcess(Number(child.pid), [
        ['SIGTERM', 20_000],
        ['SIGKILL', 2_000],
      ]),
    );
    const up = await waitUntil(async () => over || (await statusOf(port, ready)) === 200, 60_000, 100);
    if (!up || over) throw new Error(`${name} did not start:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
    return port;
  }

  /** Of a server started before. @param {string} name */
  pidOf(name) {
    return Number(this.#pids.get(name));
  }

  /**
   * One run of the load generator.
   * @param {import('./load.mjs').Load} load
   * @returns {Promise<import('./measure.mjs').Outcome>}
   */
  async load(load, generator = 'test/bench/load.mjs') {
    return JSON.parse(await this.tool(generator, [JSON.stringify(load)]));
  }

  async down() {
    for (const stop of this.#stops.reverse().splice(0)) await stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

/** @param {number} port @param {string} path @returns {Promise<number>} 0 where nobody answers */
export function statusOf(port, path) {
  return new Promise((done) => {
    const request = get({ host: '127.0.0.1', port, path, timeout: 2_000 }, (response) => {
      response.resume();
      done(response.statusCode ?? 0);
    });
    request.once('error', () => done(0)).once('timeout', () => request.destroy());
  });
}
