import { createHash } from 'node:crypto';
import {
  constants,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/**
 * The data folder of a house that came up, loaded the demonstration data and went down again, kept for the houses of
 * the journeys that follow: loading it takes half a minute, copying it a second. It is known by the programs that made
 * it, and an hour old at most, because what the seed writes lies some hours or days from its own `now`.
 */
const AGE_MS = 3_600_000;
const prefix = 'xihuo-seeded-house-';
const programs = resolve(__dirname, '../../dist/server');

/** Of one run only: neither its programs nor its logs are the copy's. */
const notCopied = new Set(['logs', 'runner.lock', 'processes.json', 'postgres-location']);

/**
 * A new folder with the demonstration data in it.
 *
 * @param fill brings a house up in the folder it is given, and down again; called only when there is nothing to copy
 */
export async function copySeeded(fill: (dataDir: string) => Promise<void>): Promise<string> {
  const kept = await keepSeeded(fill);
  const dataDir = mkdtempSync(join(tmpdir(), 'xihuo-house-'));
  copy(kept, dataDir);
  return dataDir;
}

/** Makes the folder that is copied, unless a fresh one is there; answers where it is. */
export async function keepSeeded(fill: (dataDir: string) => Promise<void>): Promise<string> {
  const kept = join(tmpdir(), `${prefix}${hashOfPrograms()}`);
  if (!isFresh(kept)) await keep(kept, fill);
  return kept;
}

async function keep(kept: string, fill: (dataDir: string) => Promise<void>): Promise<void> {
  const made = mkdtempSync(join(tmpdir(), 'xihuo-house-'));
  await fill(made);
  removeOld();
  if (isFresh(kept)) return rmSync(made, { recursive: true, force: true });
  // Its cluster may lie elsewhere, where a user may read who is not root: the copy has it inside.
  const location = join(made, 'postgres-location');
  if (existsSync(location))
    cpSync(readFileSync(location, 'utf8').trim(), join(made, 'postgres'), { recursive: true, verbatimSymlinks: true });
  renameSync(made, kept);
}

function copy(from: string, to: string): void {
  for (const name of readdirSync(from).filter((name) => !notCopied.has(name)))
    cpSync(join(from, name), join(to, name), {
      recursive: true,
      verbatimSymlinks: true,
      mode: constants.COPYFILE_FICLONE,
    });
}

const isFresh = (folder: string) => existsSync(folder) && Date.now() - statSync(folder).mtimeMs < AGE_MS;

function removeOld(): void {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix)))
    if (!isFresh(join(tmpdir(), name))) rmSync(join(tmpdir(), name), { recursive: true, force: true });
}

/** What was built decides what the seed writes; a web page does not. */
function hashOfPrograms(): string {
  const hash = createHash('sha256');
  const files = readdirSync(programs, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const file of files) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}
