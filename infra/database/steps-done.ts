import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Client } from 'pg';

/** One load at a time, whoever starts it. */
const LOAD_LOCK = 7_302_023;

export interface StepsDone {
  /** As the owner, who holds the lock until it says goodbye. */
  readonly owner: Client;
  readonly done: ReadonlySet<string>;
}

/**
 * Waits until nobody else loads, and says what was loaded before.
 *
 * @param ownerUrl connection of whoever ran the migrations
 * @param name in the database's list of connections
 */
export async function openSteps(ownerUrl: string, name: string): Promise<StepsDone> {
  const owner = new Client({ connectionString: ownerUrl, application_name: name });
  await owner.connect();
  try {
    await owner.query('set role xihuo_owner');
    await owner.query('select pg_advisory_lock($1)', [LOAD_LOCK]);
    await owner.query(
      `create table if not exists platform.seed_step (
         name text primary key,
         done_at timestamptz not null default clock_timestamp()
       )`,
    );
    await owner.query('grant select, insert on platform.seed_step to xihuo_app');
    const { rows } = await owner.query<{ name: string }>('select name from platform.seed_step');
    return { owner, done: new Set(rows.map(({ name: step }) => step)) };
  } catch (error) {
    await owner.end();
    throw error;
  }
}

export async function noteDone(owner: Client, name: string): Promise<void> {
  await owner.query('insert into platform.seed_step (name) values ($1) on conflict do nothing', [name]);
}

/** Changes with any file in the folders beside this one, so that what was added there is looked for. */
export function contentHash(...folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    const files = readdirSync(join(__dirname, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.test\.ts$|\.md$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name));
    for (const file of files.sort()) hash.update(basename(file)).update(readFileSync(file));
  }
  return hash.digest('hex').slice(0, 16);
}

/** @throws where the environment does not name it */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: see the table of settings in README.md`);
  return value;
}
