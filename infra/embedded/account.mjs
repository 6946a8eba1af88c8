// Who runs PostgreSQL, and where its cluster lies. PostgreSQL refuses to run as root, so for root there are two ways:
// a user namespace in which root is called nobody (no file changes hands, works inside a 0700 folder), or, where
// namespaces are forbidden, an ordinary user of the machine with the programs and the cluster in a folder it can reach.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { StartError } from './start-error.mjs';

/**
 * @typedef {object} Account
 * @property {string} label
 * @property {string} native folder of the programs
 * @property {string} cluster folder of the cluster
 * @property {{ uid?: number, gid?: number }} ids whom the files must belong to and the process becomes
 * @property {string[]} prefix command put before the program
 */

/**
 * @param {{ dataDir: string, native: string, namespaces?: boolean, sharedRoot?: string }} options
 *   `namespaces: false` acts as a machine that forbids them; `sharedRoot` is where the second way keeps its files
 * @returns {Account}
 */
export function chooseAccount({ dataDir, native, namespaces = true, sharedRoot = '/var/tmp' }) {
  const cluster = clusterFolder(dataDir);
  if (process.getuid?.() !== 0) return { label: 'this user', native, cluster, ids: {}, prefix: [] };
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0;
  if (owner !== 0) return ownedBy(cluster, native, sharedRoot);
  const users = passwdUsers();
  const prefix = namespaces ? namespacePrefix(users) : null;
  const inNamespace = {
    label: 'root, named nobody in a namespace',
    native,
    cluster,
    ids: {},
    prefix: prefix ?? [],
  };
  if (prefix && runs(inNamespace)) return inNamespace;
  return moveToUser({ dataDir, cluster, native, users, sharedRoot });
}

/** @param {Account} account @param {string} program @param {string[]} args @returns {[string, string[]]} */
export function commandFor(account, program, args) {
  const [file, ...rest] = [...account.prefix, join(account.native, 'bin', program), ...args];
  return [/** @type {string} */ (file), rest];
}

/** Only what PostgreSQL needs: neither our secrets nor somebody's PG* variables. */
export function environmentFor() {
  return { PATH: process.env.PATH, LC_ALL: process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8' };
}

/** The cluster once moved for the second way stays there, whatever the machine allows later. @param {string} dataDir */
function clusterFolder(dataDir) {
  const pointer = join(dataDir, 'postgres-location');
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : join(dataDir, 'postgres');
}

/** @param {Account} account */
function runs(account) {
  const [file, args] = commandFor(account, 'postgres', ['--version']);
  return spawnSync(file, args, { ...account.ids, env: environmentFor(), stdio: 'ignore' }).status === 0;
}

/** @param {ReturnType<typeof passwdUsers>} users */
function namespacePrefix(users) {
  const nobody = users.find(({ name }) => name === 'nobody');
  if (process.platform !== 'linux' || !nobody) return null;
  return ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`];
}

/** @param {string} cluster @param {string} native @param {string} sharedRoot @returns {Account} */
function ownedBy(cluster, native, sharedRoot) {
  const { uid, gid } = statSync(cluster);
  const account = { label: `user ${uid}`, native, cluster, ids: { uid, gid }, prefix: [] };
  if (runs(account)) return account;
  const moved = { ...account, native: shareNative(native, sharedFolder(sharedRoot)) };
  if (runs(moved)) return moved;
  throw new StartError(
    `The database in ${cluster} belongs to user ${uid}, and PostgreSQL cannot be run as that user.`,
    'Start as that user, or choose another folder: DATA_DIR=... npm start',
  );
}

/**
 * @param {{ dataDir: string, cluster: string, native: string, users: ReturnType<typeof passwdUsers>, sharedRoot: string }} options
 * @returns {Account}
 */
function moveToUser({ dataDir, cluster, native, users, sharedRoot }) {
  const shared = sharedFolder(sharedRoot);
  const sharedNative = shareNative(native, shared);
  const home = join(shared, createHash('sha256').update(dataDir).digest('hex').slice(0, 12));
  for (const { name, uid, gid } of users.filter(({ name }) => ['postgres', 'nobody'].includes(name))) {
    const account = {
      label: `user ${name}`,
      native: sharedNative,
      cluster: join(home, 'postgres'),
      ids: { uid, gid },
      prefix: [],
    };
    if (!runs(account)) continue;
    mkdirSync(home, { recursive: true, mode: 0o700 });
    chownSync(home, uid, gid);
    // Nothing in dataDir points there, so dataDir was removed to begin anew: set the old cluster aside, not back to work.
    if (existsSync(account.cluster)) renameSync(account.cluster, `${account.cluster}.set-aside-${Date.now()}`);
    if (existsSync(cluster)) copyOwned(cluster, account.cluster, uid, gid);
    writeFileSync(join(dataDir, 'postgres-location'), `${account.cluster}\n`);
    return account;
  }
  throw new StartError(
    'PostgreSQL does not run as root, and this machine offers no way round: user namespaces are forbidden and neither user postgres nor nobody can run programs.',
    'Run npm start as an ordinary user, or use a PostgreSQL 18 of your own: DATABASE_URL=postgresql://... npm start',
  );
}

/** A world-writable parent needs care: somebody else's folder of that name is not ours. @param {string} root */
function sharedFolder(root) {
  const folder = join(root, `xihuo-${process.getuid?.()}`);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new StartError(
      `${folder} exists and belongs to somebody else.`,
      'Remove it, or run npm start as an ordinary user.',
    );
  }
  chmodSync(folder, 0o711);
  return folder;
}

/** @param {string} native @param {string} shared */
function shareNative(native, shared) {
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  const target = join(shared, `native-${version}`);
  if (existsSync(target)) return target;
  const unfinished = `${target}.new-${process.pid}`;
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  walk(unfinished, (path, isLink) => {
    if (!isLink) chmodSync(path, statSync(path).mode | 0o444 | (statSync(path).isDirectory() ? 0o111 : 0));
  });
  renameSync(unfinished, target);
  return target;
}

/** @param {string} from @param {string} to @param {number} uid @param {number} gid */
function copyOwned(from, to, uid, gid) {
  if (existsSync(join(from, 'postmaster.pid'))) {
    throw new StartError(
      `The database in ${from} may still be running (postmaster.pid is there) and cannot be moved now.`,
      `Stop it; if nothing runs any more, remove ${join(from, 'postmaster.pid')}, then start again.`,
    );
  }
  const unfinished = `${to}.new-${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(from, unfinished, { recursive: true, verbatimSymlinks: true });
  walk(unfinished, (path) => lchownSync(path, uid, gid));
  chmodSync(unfinished, 0o700);
  renameSync(unfinished, to);
}

/** @param {string} path @param {(path: string, isLink: boolean) => void} visit */
function walk(path, visit) {
  const found = lstatSync(path);
  visit(path, found.isSymbolicLink());
  if (found.isDirectory()) for (const name of readdirSync(path)) walk(join(path, name), visit);
}

function passwdUsers() {
  try {
    return readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
      .filter(({ uid }) => uid > 0);
  } catch {
    return [];
  }
}
