import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

export interface SeedOptions {
  /** Connection of whoever ran the migrations. */
  ownerUrl: string;
  /** Key of keys for sealed columns: 32 bytes, base64. */
  masterKey: string;
  dataDir: string;
  log: (line: string) => void;
  /** Names of places where a crash test wants the process killed. */
  failpoints?: string;
}

/** One load at a time, whoever starts it. */
const SEED_LOCK = 7_302_023;

/**
 * Brings the demonstration data in, or what of it is missing. A finished load answers before any of the contexts' code is
 * read in: it is asked at every start.
 */
export async function seed({ ownerUrl, masterKey, dataDir, log, failpoints = '' }: SeedOptions): Promise<void> {
  const owner = new Client({ connectionString: ownerUrl, application_name: 'xihuo-seed-owner' });
  await owner.connect();
  try {
    await owner.query('set role xihuo_owner');
    await owner.query('select pg_advisory_lock($1)', [SEED_LOCK]);
    await owner.query(
      `create table if not exists platform.seed_step (
         name text primary key,
         done_at timestamptz not null default clock_timestamp()
       )`,
    );
    await owner.query('grant select, insert on platform.seed_step to xihuo_app');
    const { rows } = await owner.query<{ name: string }>('select name from platform.seed_step');
    const done = new Set(rows.map(({ name }) => name));
    const complete = `complete ${contentHash()}`;
    if (done.has(complete) && existsSync(join(dataDir, 'demo-accounts.json'))) return;

    mkdirSync(dataDir, { recursive: true });
    const { load } = await import('./seed/load');
    await owner.query('update platform.instance set demo = true');
    await load(done, { owner, ownerUrl, masterKey, dataDir, log, failpoints });
    await owner.query('insert into platform.seed_step (name) values ($1) on conflict do nothing', [complete]);
  } finally {
    await owner.end();
  }
}

/** Changes with any file that the seed is made of, so that a step which was added is looked for. */
function contentHash(): string {
  const folder = join(__dirname, 'seed');
  const hash = createHash('sha256');
  const files = readdirSync(folder).filter((file) => !/\.test\.ts$|\.md$/.test(file));
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: see the table of settings in README.md`);
  return value;
}

async function main(): Promise<void> {
  await seed({
    ownerUrl: process.env.DATABASE_OWNER_URL || setting('DATABASE_URL'),
    masterKey: setting('MASTER_KEY'),
    dataDir: process.env.DATA_DIR || '.data',
    failpoints: process.env.FAILPOINTS,
    log: (line) => console.log(`seed: ${line}`),
  });
}

if (require.main === module) {
  main().catch((error: Error) => {
    console.error(`The demonstration data could not be loaded: ${error.message}`);
    process.exitCode = 1;
  });
}
