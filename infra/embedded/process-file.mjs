// Which programs of the house run under which process id, for the start after a kill -9, and for people who look.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isHolderAlive } from './lock.mjs';
import { endProcess, fingerprint } from './processes.mjs';

const nameIn = (/** @type {string} */ dataDir) => join(dataDir, 'processes.json');

export class ProcessFile {
  #path;
  /** @type {Record<string, { pid: number, fingerprint: string | null }>} */
  #entries = {};

  /** @param {string} dataDir */
  constructor(dataDir) {
    this.#path = nameIn(dataDir);
  }

  /** @param {string} name @param {number} pid */
  add(name, pid) {
    this.#entries[name] = { pid, fingerprint: fingerprint(pid) };
    writeFileSync(`${this.#path}.new`, `${JSON.stringify(this.#entries, null, 2)}\n`);
    renameSync(`${this.#path}.new`, this.#path);
  }

  remove() {
    rmSync(this.#path, { force: true });
  }
}

/**
 * Programs of a run that was killed stop by themselves; this waits for them, and ends one that hangs. PostgreSQL is
 * left alone: it is taken over.
 * @param {string} dataDir
 */
export async function endLeftovers(dataDir) {
  const left = Object.entries(readEntries(dataDir))
    .filter(([name, entry]) => name !== 'postgres' && isHolderAlive(entry))
    .map(([, { pid }]) => pid);
  await Promise.all(
    left.map((pid) =>
      endProcess(pid, [
        ['SIGTERM', 20_000],
        ['SIGKILL', 2_000],
      ]),
    ),
  );
}

/** @param {string} dataDir @returns {Record<string, { pid: number, fingerprint: string | null }>} */
function readEntries(dataDir) {
  try {
    return JSON.parse(readFileSync(nameIn(dataDir), 'utf8'));
  } catch {
    return {};
  }
}
