// One of the house's own programs, kept running: when it dies unexpectedly, that is said and it is started again.
import { spawn } from 'node:child_process';
import { closeSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openLog, readLog } from './log-file.mjs';
import { endProcess, nodeFlags } from './processes.mjs';
import { checkout } from './settings.mjs';
import { StartError } from './start-error.mjs';

const followParent = join(dirname(fileURLToPath(import.meta.url)), 'follow-parent.cjs');
const longestPause = 30_000;
const healthyAfter = 60_000;
const triesBeforeReady = 3;

/**
 * @typedef {object} ServiceOptions
 * @property {string} name
 * @property {string} entry from the checkout
 * @property {NodeJS.ProcessEnv} env
 * @property {string} dataDir
 * @property {(line: string) => void} log
 * @property {(pid: number) => void} [onStart]
 * @property {boolean} [toTerminal] show its output instead of keeping it in a file
 */
export class Service {
  #options;
  #logFile;
  /** @type {import('node:child_process').ChildProcess | null} */
  #child = null;
  /** @type {NodeJS.Timeout | undefined} */
  #pending;
  #wanted = false;
  #ready = false;
  #deaths = 0;
  /** @type {(error: Error) => void} */
  #giveUp = () => {};

  /** @param {ServiceOptions} options */
  constructor(options) {
    this.name = options.name;
    this.#options = options;
    this.#logFile = join(options.dataDir, 'logs', `${options.name}.log`);
    /** Rejects when the program dies again and again before it was ever ready. @type {Promise<never>} */
    this.failed = new Promise((_, reject) => (this.#giveUp = reject));
    this.failed.catch(() => {});
  }

  get pid() {
    return this.#child?.pid;
  }

  start() {
    this.#wanted = true;
    this.#deaths = 0;
    this.#launch();
  }

  async stop() {
    this.#wanted = false;
    clearTimeout(this.#pending);
    const { pid } = this;
    if (!pid) return;
    const signal = await endProcess(pid, [
      ['SIGTERM', 30_000],
      ['SIGKILL', 2_000],
    ]);
    if (signal === 'SIGKILL') this.#options.log(`${this.name} did not stop in 30 s and was killed`);
  }

  async restart() {
    await this.stop();
    this.start();
  }

  markReady() {
    this.#ready = true;
  }

  kill() {
    this.#child?.kill('SIGKILL');
  }

  #launch() {
    const { entry, env, toTerminal = false, onStart } = this.#options;
    const startedAt = Date.now();
    const log = toTerminal ? null : openLog(this.#logFile);
    const output = log?.fd ?? 'inherit';
    // Detached: Ctrl-C in a terminal reaches the runner alone, which stops the parts in good order.
    const child = spawn(process.execPath, [...nodeFlags, '-r', followParent, resolve(checkout, entry)], {
      cwd: checkout,
      env,
      detached: true,
      stdio: ['ignore', output, output, 'ipc'],
    });
    if (log) closeSync(log.fd);
    this.#child = child;
    if (child.pid) onStart?.(child.pid);
    child.once('exit', (code, signal) => {
      // After restart() another child may already have taken this one's place.
      if (this.#child === child) this.#child = null;
      else return;
      const lastWords = log ? lastLines(this.#logFile, log.size) : '';
      if (this.#wanted) this.#died(signal ?? `exit code ${code}`, lastWords, Date.now() - startedAt);
    });
  }

  /** @param {string} how @param {string} lastWords @param {number} lived milliseconds */
  #died(how, lastWords, lived) {
    this.#deaths = lived > healthyAfter ? 1 : this.#deaths + 1;
    if (!this.#ready && this.#deaths >= triesBeforeReady) {
      this.#wanted = false;
      this.#giveUp(
        new StartError(
          `${this.name} does not start (${how}):\n${lastWords}`,
          this.#options.toTerminal ? 'Why is written above.' : `The whole log: ${this.#logFile}`,
        ),
      );
      return;
    }
    const pause = Math.min(500 * 2 ** (this.#deaths - 1), longestPause);
    const why = lastWords && `:\n${lastWords}`;
    this.#options.log(`${this.name} ended unexpectedly (${how}), starting it again in ${pause / 1000} s${why}`);
    this.#pending = setTimeout(() => this.#launch(), pause);
  }
}

/** @param {string} path @param {number} from */
function lastLines(path, from) {
  const lines = readLog(path, from).split('\n').slice(-12);
  return lines
    .map((line) => `    ${line.slice(0, 400)}`)
    .join('\n')
    .trimEnd();
}
