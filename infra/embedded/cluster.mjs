// Makes the database cluster once, whole or not at all, and knows its password.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { commandFor, environmentFor } from './account.mjs';
import { StartError } from './start-error.mjs';

const majorVersion = '18';
const passwordFileIn = (/** @type {string} */ dataDir) => join(dataDir, 'postgres-password');

/** @param {string} dataDir @returns {string | null} */
export function knownPassword(dataDir) {
  const path = passwordFileIn(dataDir);
  return existsSync(path) ? readFileSync(path, 'utf8').trim() || null : null;
}

/**
 * Call it only while no server runs on the cluster.
 * @param {{ account: import('./account.mjs').Account, dataDir: string, durable: boolean }} options
 * @returns {{ password: string, created: boolean }}
 */
export function ensureCluster({ account, dataDir, durable }) {
  removeHalfFinished(account.cluster);
  const known = knownPassword(dataDir);
  const password = known ?? randomBytes(24).toString('base64url');
  const keep = () => writeFileSync(passwordFileIn(dataDir), `${password}\n`, { mode: 0o600 });
  if (!existsSync(join(account.cluster, 'PG_VERSION'))) {
    keep();
    initialise(account, password, durable);
    return { password, created: true };
  }
  const version = readFileSync(join(account.cluster, 'PG_VERSION'), 'utf8').trim();
  if (version !== majorVersion)
    throw new StartError(
      `The database in ${account.cluster} was made by PostgreSQL ${version}; this is ${majorVersion}.`,
      'Move it with pg_upgrade or a dump, or choose another folder: DATA_DIR=... npm start',
    );
  if (!known) {
    resetPassword(account, password);
    keep();
  }
  return { password, created: false };
}

/** A first start that was killed leaves only such a folder behind: the rename below is the last step. @param {string} cluster */
function removeHalfFinished(cluster) {
  const parent = dirname(cluster);
  if (!existsSync(parent)) return;
  for (const name of readdirSync(parent).filter((name) => name.startsWith(`${basename(cluster)}.new-`))) {
    rmSync(join(parent, name), { recursive: true, force: true });
  }
}

/** @param {import('./account.mjs').Account} account @param {string} password @param {boolean} durable */
function initialise(account, password, durable) {
  if (existsSync(account.cluster)) {
    throw new StartError(
      `${account.cluster} exists but holds no database.`,
      'Move it away if nothing in it is needed, then start again.',
    );
  }
  const unfinished = `${account.cluster}.new-${process.pid}`;
  const passwordFile = `${unfinished}.password`;
  mkdirSync(dirname(unfinished), { recursive: true });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (account.ids.uid !== undefined && account.ids.gid !== undefined)
    chownSync(passwordFile, account.ids.uid, account.ids.gid);
  // lc_ctype must know letters beyond ASCII, or trigram search sees no Chinese; macOS has no C.UTF-8 in older releases.
  const ctype = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  const [file, args] = commandFor(account, 'initdb', [
    `--pgdata=${unfinished}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--lc-collate=C',
    `--lc-ctype=${ctype}`,
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]);
  const result = spawnSync(file, args, {
    ...account.ids,
    cwd: dirname(unfinished),
    env: environmentFor(),
    encoding: 'utf8',
  });
  rmSync(passwordFile, { force: true });
  if (result.status !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new StartError(
      `The database could not be created in ${dirname(account.cluster)}: ${(result.stderr || result.error?.message || '').trim()}`,
      'Choose another folder: DATA_DIR=... npm start',
    );
  }
  renameSync(unfinished, account.cluster);
}

/** The password file was lost, not the data: the owner of the files may set a new one without the server. @param {import('./account.mjs').Account} account @param {string} password */
function resetPassword(account, password) {
  const [file, args] = commandFor(account, 'postgres', ['--single', '-D', account.cluster, 'postgres']);
  const input = `alter role postgres password '${password}'\n`;
  const result = spawnSync(file, args, {
    ...account.ids,
    cwd: account.cluster,
    env: environmentFor(),
    input,
    encoding: 'utf8',
  });
  if (result.status !== 0) {
    throw new StartError(
      `The database's password is lost and could not be set anew: ${result.stderr.trim()}`,
      'Stop every PostgreSQL on this folder and start again.',
    );
  }
}
