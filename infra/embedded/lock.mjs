// A lock file that names its holder by pid and start time, so that one left by kill -9 is told from a living one.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fingerprint, waitUntil } from './processes.mjs';

/**
 * @typedef {{ pid: number, fingerprint: string | null, note: Record<string, unknown> }} Holder
 *
 * @param {string} path
 * @param {Record<string, unknown>} [note] what others should know about the holder
 * @returns {{ held: true, release: () => void } | { held: false, holder: Holder }}
 */
export function takeLock(path, note = {}) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, fingerprint: fingerprint(process.pid), note }), {
    mode: 0o600,
  });
  try {
    for (;;) {
      try {
        // A hard link appears whole or not at all, and never over an existing file.
        linkSync(mine, path);
        return { held: true, release: () => rmSync(path, { force: true }) };
      } catch (error) {
        if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error;
      }
      const holder = readHolder(path);
      if (holder && isHolderAlive(holder)) return { held: false, holder };
      removeStale(path, holder);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/**
 * Waits for the lock, for work that is short.
 * @template T
 * @param {string} path
 * @param {() => Promise<T>} work
 * @param {number} [patience] milliseconds
 */
export async function withLock(path, work, patience = 120_000) {
  let taken = takeLock(path);
  await waitUntil(() => taken.held || (taken = takeLock(path)).held, patience, 50);
  if (!taken.held) throw new Error(`${path} is held by process ${taken.holder.pid} for more than ${patience / 1000} s`);
  try {
    return await work();
  } finally {
    taken.release();
  }
}

/** @param {Holder} holder */
export function isHolderAlive(holder) {
  const now = fingerprint(holder.pid);
  return now !== null && now === holder.fingerprint;
}

/** @param {string} path @returns {Holder | null} null when the file is gone or was never written whole */
function readHolder(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return null;
  }
}

/** @param {string} path @param {Holder | null} stale */
function removeStale(path, stale) {
  const aside = `${path}.stale-${process.pid}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(aside);
  // Between reading and renaming somebody else may have cleared the stale one and taken the lock: give it back.
  if (moved && stale?.pid !== moved.pid && isHolderAlive(moved)) linkSync(aside, path);
  rmSync(aside, { force: true });
}
