import { Client } from 'pg';
import { ensureTemplate, inDatabase } from './template';

export interface CloneOptions {
  /** A clone that holds the demonstration data. The first one after a change loads it: allow `seedMs`. */
  seeded?: boolean;
}

export interface DatabaseClone {
  /** The clone, as the superuser: give it to migrate(), or to Database.open(), which steps down to a role. */
  url: string;
  /** Files that the seed wrote; empty without `seeded`. Shared by all clones: do not write there. */
  dataDir: string;
  drop(): Promise<void>;
}

/** How long a `beforeAll` that may be the first to ask for a seeded clone should allow. */
export const seedMs = 240_000;

export interface TestRun {
  url: string;
  folder: string;
  /** Process that owns the clones: once it is gone, the next run drops them. */
  owner: number;
}

const variable = 'XIHUO_TEST_RUN';
let made = 0;

/** Makes a server ready for this process's run, and tells so to those it starts, which inherit its environment. */
export async function beginRun({ url, folder, runs }: { url: string; folder: string; runs: number[] }): Promise<void> {
  const run: TestRun = { url, folder, owner: process.pid };
  await dropLeftovers(run, runs);
  await ensureTemplate(run, 'empty');
  process.env[variable] = JSON.stringify(run);
}

/** A database of one's own in a few dozen milliseconds, migrated and empty or seeded. */
export async function cloneDatabase({ seeded = false }: CloneOptions = {}): Promise<DatabaseClone> {
  const run = currentRun();
  const template = await ensureTemplate(run, seeded ? 'seeded' : 'empty');
  const database = `clone_${run.owner}_${process.pid}_${++made}`;
  await asAdmin(run, `create database "${database}" template "${template.database}" strategy file_copy`);
  return {
    url: inDatabase(run.url, database),
    dataDir: template.dataDir,
    drop: () => withAdmin(run, (admin) => dropDatabase(admin, database)),
  };
}

/** Drops what killed runs left: their clones, and templates for which there are newer ones. */
export async function dropLeftovers(run: TestRun, livingRuns: number[]): Promise<void> {
  const alone = livingRuns.every((pid) => pid === run.owner);
  await withAdmin(run, async (admin) => {
    const { rows } = await admin.query<{ datname: string }>(
      `select datname from pg_database where datname like 'clone\\_%' or datname like 'xihuo\\_template\\_%' order by oid desc`,
    );
    const templates = rows.filter(({ datname }) => datname.startsWith('xihuo_template_'));
    const old = alone ? [...olderThanThree(templates, 'empty'), ...olderThanThree(templates, 'seeded')] : [];
    const orphans = rows.filter(({ datname }) => isOrphan(datname, livingRuns));
    for (const { datname } of [...orphans, ...old])
      await admin.query(`drop database if exists "${datname}" with (force)`);
  });
}

function isOrphan(name: string, livingRuns: number[]): boolean {
  const owner = /^clone_(\d+)_/.exec(name)?.[1];
  return owner !== undefined && !livingRuns.includes(Number(owner));
}

/** Going back and forth between two branches should not rebuild each time. */
function olderThanThree(templates: { datname: string }[], kind: string) {
  return templates.filter(({ datname }) => datname.startsWith(`xihuo_template_${kind}_`)).slice(3);
}

function currentRun(): TestRun {
  const told = process.env[variable];
  if (!told) throw new Error('No test server: run this test by `npm test`, whose global set-up starts one.');
  return JSON.parse(told);
}

const STILL_IN_USE = '55006';

/**
 * Not by force at once: a pool that was closed a moment ago still says goodbye, and a connection that is cut down in
 * the middle of it tells nobody who could listen. PostgreSQL itself waits up to five seconds for them; who is then
 * still there stays for good and is shown the door.
 */
async function dropDatabase(admin: Client, database: string): Promise<void> {
  try {
    await admin.query(`drop database if exists "${database}"`);
  } catch (error) {
    if ((error as { code?: string }).code !== STILL_IN_USE) throw error;
    await admin.query(`drop database if exists "${database}" with (force)`);
  }
}

function asAdmin(run: TestRun, sql: string): Promise<void> {
  return withAdmin(run, async (admin) => void (await admin.query(sql)));
}

async function withAdmin(run: TestRun, work: (admin: Client) => Promise<void>): Promise<void> {
  const admin = new Client({ connectionString: run.url });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
