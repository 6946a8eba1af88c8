// What a data folder says about the server on it, and what to do with one that an earlier run left behind.
import { readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { commandLine, endProcess, isAlive, processesWorkingIn, waitUntil } from './processes.mjs';

/** Fast shutdown first; the later ones cost a recovery at the next start but no committed data. @type {Array<[NodeJS.Signals, number]>} */
export const endingSteps = [
  ['SIGINT', 20_000],
  ['SIGQUIT', 5_000],
  ['SIGKILL', 2_000],
];

/**
 * @param {string} cluster
 * @returns {{ pid: number, port: number, status: string } | null}
 */
export function readPidFile(cluster) {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Number(lines[0]);
    return pid > 0 ? { pid, port: Number(lines[3]), status: (lines[7] ?? '').trim() } : null;
  } catch {
    return null;
  }
}

/**
 * A server an earlier run left alive on this cluster, once it has finished starting or stopping.
 * @param {string} cluster
 */
export async function findOrphan(cluster) {
  const orphan = livePostmaster(cluster);
  if (!orphan) return null;
  await waitUntil(() => ['ready', ''].includes(readPidFile(cluster)?.status ?? '') || !isAlive(orphan.pid), 30_000);
  return livePostmaster(cluster);
}

/**
 * Makes the cluster startable after a kill -9: the last backends are gone, and the pid file names no stranger.
 * @param {string} cluster
 */
export async function clearRemains(cluster) {
  const backends = () => processesWorkingIn(cluster);
  // Backends notice that their postmaster died, but one in a long statement only at its end.
  if (!(await waitUntil(() => backends().length === 0, 3_000))) {
    for (const pid of backends())
      await endProcess(pid, [
        ['SIGTERM', 5_000],
        ['SIGQUIT', 2_000],
        ['SIGKILL', 2_000],
      ]);
  }
  const left = readPidFile(cluster);
  // PostgreSQL itself passes over a dead pid, but refuses for ever when a stranger has got the number since.
  if (left && isAlive(left.pid) && !livePostmaster(cluster)) rmSync(join(cluster, 'postmaster.pid'));
}

/** @param {string} cluster */
function livePostmaster(cluster) {
  const found = readPidFile(cluster);
  return found && isAlive(found.pid) && servesCluster(found.pid, cluster) ? found : null;
}

/** @param {number} pid @param {string} cluster */
function servesCluster(pid, cluster) {
  const command = commandLine(pid);
  if (!command.includes('postgres')) return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return command.includes(cluster);
  }
}
