// What can be known about other processes on this machine, and how to end one of ours properly.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * What our servers are started with. What lives no longer than a request is collected where it was born, in a space that by default
 * grows to three times 16 MB; and what lives on is looked through again after it grew by a third, as the collector does of a heap that
 * may not become large, and not only when it is four times as much. Tables of ten thousand rows left each process at 325 MB, and leave
 * it at 230 with a space of 4 MB, written as quickly. With 8 MB a process is 10 MB larger, and a cart of a hundred lines waits half as
 * long for the collector (2.4 ms of it a request where it was 4.9); with 16 MB it is 33 MB larger, and waits as long as with 8. Of the
 * 320 MB an idle server needs 80.
 */
export const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=8', '--max-old-space-size=320'];

/** @param {number} pid */
export function isAlive(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
  return procStat(pid)?.state !== 'Z';
}

/**
 * A text that no other process ever has: a pid alone is reused, above all after a reboot.
 * @param {number} pid
 * @returns {string | null} null when there is no such process
 */
export function fingerprint(pid) {
  if (!isAlive(pid)) return null;
  const stat = procStat(pid);
  if (stat) return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${stat.startedAt}`;
  return ps(pid, 'lstart') || null;
}

/** @param {number} pid */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').join(' ').trim();
  } catch {
    return ps(pid, 'command');
  }
}

/**
 * Processes whose working folder is `folder`. Empty where the system has no /proc.
 * @param {string} folder
 */
export function processesWorkingIn(folder) {
  return listProc().filter((pid) => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder && isAlive(pid);
    } catch {
      return false;
    }
  });
}

/**
 * The process that listens on a TCP port, in words for a person, or null when that cannot be seen.
 * @param {number} port
 */
export function describeListener(port) {
  const pid = process.platform === 'linux' ? listenerFromProc(port) : listenerFromLsof(port);
  return pid ? `process ${pid} (${commandLine(pid).slice(0, 100)})` : null;
}

/**
 * Sends the signals one after the other, each with its own patience, until the process is gone.
 * @param {number} pid
 * @param {Array<[NodeJS.Signals, number]>} steps signal and milliseconds
 * @returns {Promise<NodeJS.Signals | null>} the signal that ended it; null when it was gone or would not go
 */
export async function endProcess(pid, steps) {
  for (const [signal, patience] of steps) {
    try {
      process.kill(pid, signal);
    } catch {
      return null;
    }
    if (await waitUntil(() => !isAlive(pid), patience)) return signal;
  }
  return null;
}

/**
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} patience milliseconds
 */
export async function waitUntil(condition, patience, step = 20) {
  const deadline = Date.now() + patience;
  while (!(await condition())) {
    if (Date.now() > deadline) return false;
    await pause(step);
  }
  return true;
}

/** @param {number} pid */
function procStat(pid) {
  try {
    // The second field is the program's name in brackets and may itself hold blanks and brackets.
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], startedAt: fields[19] };
  } catch {
    return null;
  }
}

/** @param {number} pid @param {string} column */
function ps(pid, column) {
  try {
    const stdio = /** @type {const} */ (['ignore', 'pipe', 'ignore']);
    return execFileSync('ps', ['-p', String(pid), '-o', `${column}=`], {
      encoding: 'utf8',
      stdio: [...stdio],
    }).trim();
  } catch {
    return '';
  }
}

function listProc() {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

/** @param {number} port */
function listenerFromProc(port) {
  const inode = ['tcp', 'tcp6']
    .flatMap((table) => readLines(`/proc/net/${table}`))
    .map((line) => line.trim().split(/\s+/))
    .find((fields) => fields[3] === '0A' && Number.parseInt(fields[1]?.split(':')[1] ?? '', 16) === port)?.[9];
  if (!inode) return null;
  return listProc().find((pid) => holdsSocket(pid, inode)) ?? null;
}

/** @param {number} pid @param {string} inode */
function holdsSocket(pid, inode) {
  try {
    const folder = `/proc/${pid}/fd`;
    return readdirSync(folder).some((fd) => readlinkSync(`${folder}/${fd}`) === `socket:[${inode}]`);
  } catch {
    return false;
  }
}

/** @param {number} port */
function listenerFromLsof(port) {
  try {
    const out = execFileSync('lsof', ['-nP', `-iTCP:${port}`, '-sTCP:LISTEN', '-t'], { encoding: 'utf8' });
    return Number(out.split('\n')[0]) || null;
  } catch {
    return null;
  }
}

/** @param {string} path */
function readLines(path) {
  try {
    return readFileSync(path, 'utf8').split('\n');
  } catch {
    return [];
  }
}
