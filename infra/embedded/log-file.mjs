import { mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const largest = 10_000_000;

/**
 * Opens a program's log for appending; one that has grown large is set aside first, the one before it goes.
 * @param {string} path
 * @returns {{ fd: number, size: number }} size is where the new lines begin
 */
export function openLog(path) {
  mkdirSync(dirname(path), { recursive: true });
  const found = statSync(path, { throwIfNoEntry: false });
  if (found && found.size > largest) renameSync(path, `${path}.1`);
  const fd = openSync(path, 'a', 0o600);
  return { fd, size: statSync(path).size };
}

/** @param {string} path @param {number} from */
export function readLog(path, from) {
  return readFileSync(path).subarray(from).toString('utf8').trim();
}
