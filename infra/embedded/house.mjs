// The whole house: what runs, in which order it comes up, and the reverse order in which it goes down.
import { get } from 'node:http';
import { buildAll, buildServer, endTools, isBuilt, runTool } from './build.mjs';
import { childEnvironment, needsSandbox } from './child-environment.mjs';
import { checkDatabase, checkRedis } from './external.mjs';
import { demandPort, portNear } from './ports.mjs';
import { startPostgres } from './postgres.mjs';
import { endLeftovers, ProcessFile } from './process-file.mjs';
import { waitUntil } from './processes.mjs';
import { loadSecrets } from './secrets.mjs';
import { Service } from './service.mjs';
import { StartError } from './start-error.mjs';

const programs = {
  sandbox: 'dist/server/infra/sandbox/main.js',
  api: 'dist/server/apps/api/main.js',
  worker: 'dist/server/apps/worker/main.js',
};

/**
 * @typedef {{ name: string, stop: () => Promise<unknown>, kill?: () => void }} Part
 * @typedef {{ api: number, sandbox: string | null, services: Service[] }} Running
 */

export class House {
  #settings;
  #progress;
  #processes;
  /** In the order they came up. @type {Part[]} */
  #parts = [];
  #stopping = false;
  /** @type {(error: Error) => void} */
  #collapse = () => {};

  /**
   * @param {import('./settings.mjs').Settings} settings
   * @param {ReturnType<typeof import('./progress.mjs').createProgress>} progress
   */
  constructor(settings, progress) {
    this.#settings = settings;
    this.#progress = progress;
    this.#processes = new ProcessFile(settings.dataDir);
    /** Rejects when something is gone that cannot be brought back. @type {Promise<never>} */
    this.collapsed = new Promise((_, reject) => (this.#collapse = reject));
    this.collapsed.catch(() => {});
  }

  /** @returns {Promise<Running | null>} null when it was told to stop before it was up */
  async up() {
    const { port, host, dataDir, redisUrl } = this.#settings;
    await endLeftovers(dataDir);
    await demandPort(port, host);
    await this.#build();
    if (this.#stopping) return null;
    const databaseUrl = await this.#database();
    if (redisUrl) await checkRedis(redisUrl);
    const ports = await this.#ports();
    const secrets = loadSecrets(dataDir);
    const env = childEnvironment({ settings: this.#settings, secrets, databaseUrl, ports });
    await this.#prepareDatabase(env.api);
    if (this.#stopping) return null;
    const services = this.#startServices(env);
    await this.#progress.step('waiting until the shop answers', async () => {
      await this.#untilReady(ports.api, services);
      if (needsSandbox(this.#settings)) await this.#untilOurs(ports.sandbox, secrets.sandboxKey, services);
    });
    if (this.#stopping) return null;
    return {
      api: ports.api,
      sandbox: needsSandbox(this.#settings) ? `http://127.0.0.1:${ports.sandbox}` : null,
      services,
    };
  }

  /** Tells `up` to come to an end early. */
  interrupt() {
    this.#stopping = true;
    endTools();
  }

  async down() {
    this.#stopping = true;
    for (const part of this.#parts.reverse().splice(0)) await part.stop();
    this.#processes.remove();
  }

  /** Adds a part that came up last and goes down first. @param {Part} part */
  add(part) {
    this.#parts.push(part);
  }

  killAll() {
    for (const part of this.#parts) part.kill?.();
  }

  async #build() {
    if (this.#settings.watch) await this.#progress.step('building the server', buildServer);
    else if (!isBuilt()) await this.#progress.step('building what is stale', buildAll);
  }

  async #database() {
    const { databaseUrl, dataDir } = this.#settings;
    if (databaseUrl) {
      await this.#progress.step('checking your PostgreSQL', () => checkDatabase(databaseUrl));
      return databaseUrl;
    }
    const log = this.#progress.note;
    // Nobody listens on the shop's port yet: the api does once there is a database.
    const promised = [this.#settings.port];
    let postgres = await this.#progress.step('starting PostgreSQL', () => startPostgres({ dataDir, promised, log }));
    this.add({ name: 'PostgreSQL', stop: () => postgres.stop() });
    const { port, url } = postgres;
    const keep = async () => {
      this.#processes.add('postgres', postgres.pid);
      await postgres.gone;
      if (this.#stopping) return;
      log('PostgreSQL ended unexpectedly, starting it again');
      postgres = await startPostgres({ dataDir, port, log });
      // The others know the old port only.
      if (postgres.port !== port)
        throw new StartError(`Port ${port} of PostgreSQL was taken by another program.`, 'Start again.');
      await keep();
    };
    keep().catch(this.#collapse);
    return url;
  }

  async #ports() {
    const { port, https, watch } = this.#settings;
    // Something of ours stands in front of the api when it speaks TLS or serves the web from source.
    const api = https || watch ? await portNear(port + 100, [port]) : port;
    const worker = await portNear(port + 1, [port, api]);
    return { api, worker, sandbox: await portNear(sandboxPortBeside(port), [port, api, worker]) };
  }

  /** @param {NodeJS.ProcessEnv} env */
  async #prepareDatabase(env) {
    const run = (/** @type {string} */ name, /** @type {string} */ failure) =>
      runTool([`dist/server/infra/database/${name}.js`], failure, env);
    await this.#progress.step('bringing the database up to date', () =>
      run('migrate', 'The database could not be brought up to date'),
    );
    if (this.#stopping) return;
    // The demonstration stands on the same map, calendar and settings, from the days it tells of.
    if (this.#settings.production)
      await this.#progress.step('loading places, calendar and settings', () =>
        run('reference', 'Places, calendar and settings could not be loaded'),
      );
    else
      await this.#progress.step('loading the demonstration data', () =>
        run('seed', 'The demonstration data could not be loaded'),
      );
  }

  /** @param {ReturnType<typeof childEnvironment>} env */
  #startServices(env) {
    const { dataDir, watch } = this.#settings;
    const names = /** @type {const} */ (['sandbox', 'api', 'worker']);
    return names
      .filter((name) => name !== 'sandbox' || needsSandbox(this.#settings))
      .map((name) => {
        const service = new Service({
          name,
          entry: programs[name],
          env: env[name],
          dataDir,
          log: this.#progress.note,
          onStart: (pid) => this.#processes.add(name, pid),
          toTerminal: watch,
        });
        this.add(service);
        service.start();
        return service;
      });
  }

  /** @param {number} port @param {Service[]} services */
  async #untilReady(port, services) {
    const failures = services.map(({ failed }) => failed);
    const ready = waitUntil(async () => this.#stopping || (await isReady(port)), 120_000, 60);
    if (!(await Promise.race([ready, ...failures])))
      throw new StartError(
        'The api runs, but did not become ready within two minutes.',
        'Its log in the data folder (logs/api.log) says why.',
      );
    for (const service of services) service.markReady();
  }

  /**
   * Another house's sandbox may listen where ours wanted to: it would take our payments, and tell its own house.
   * @param {number} port @param {string} key @param {Service[]} services
   */
  async #untilOurs(port, key, services) {
    const request = { port, path: '/v1/balance', headers: { authorization: `Bearer ${key}` } };
    /** @type {number | undefined} */
    let status;
    const answered = waitUntil(
      async () => this.#stopping || (status = await statusOf(request)) !== undefined,
      30_000,
      60,
    );
    await Promise.race([answered, ...services.map(({ failed }) => failed)]);
    if (this.#stopping || (status !== undefined && status !== 401)) return;
    throw new StartError(
      status === 401
        ? `Port ${port} was free a moment ago and is now another house's payment sandbox.`
        : 'The payment sandbox does not answer.',
      'Start again.',
    );
  }
}

/**
 * Two houses that start in the same moment both see the same port free; so each looks in a place of its own.
 * @param {number} port of the shop; 3000 has 4242, the port people know
 */
export const sandboxPortBeside = (port) => (port + 1_242 < 65_536 ? port + 1_242 : port - 1_242);

/** @param {number} port */
const isReady = async (port) => (await statusOf({ port, path: '/health/ready' })) === 200;

/**
 * @param {{ port: number, path: string, headers?: Record<string, string> }} request
 * @returns {Promise<number | undefined>} undefined when nobody answered
 */
function statusOf(request) {
  return new Promise((resolve) => {
    const sent = get({ host: '127.0.0.1', timeout: 2_000, ...request }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sent.once('error', () => resolve(undefined)).once('timeout', () => sent.destroy());
  });
}
