import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { checkout } from './test-server';

/** Seals what the seed seals; known to everybody and therefore of no use outside tests. */
export const testMasterKey = Buffer.alloc(32, 'xihuo-test-').toString('base64');

export interface Template {
  database: string;
  /** Files the seed wrote beside the rows. */
  dataDir: string;
}

type Kind = 'empty' | 'seeded';

/** What decides how a template looks: its name carries a hash of these files, so a stale one is never cloned. */
const sources: Record<Kind, { folders: string[]; entry: string }> = {
  empty: { folders: ['infra/database', 'package.json'], entry: 'infra/database/migrate.ts' },
  seeded: { folders: ['infra/database', 'libs', 'package.json'], entry: 'infra/database/seed.ts' },
};

/** Makes the template unless it is there. Parallel callers, in whatever process, wait for the one that makes it. */
export async function ensureTemplate(server: { url: string; folder: string }, kind: Kind): Promise<Template> {
  const hash = hashOf(kind);
  const database = `xihuo_template_${kind}_${hash}`;
  const dataDir = join(server.folder, 'files', database);
  const admin = new Client({ connectionString: server.url });
  await admin.connect();
  try {
    await admin.query('select pg_advisory_lock(hashtext($1))', [database]);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
    if (rowCount === 0) await build(admin, server, { database, dataDir }, kind);
    // Somebody saved a file in between: what was built is neither the old nor the new.
    if (rowCount === 0 && hashOf(kind) !== hash) {
      await admin.query(`drop database "${database}"`);
      return await ensureTemplate(server, kind);
    }
  } finally {
    await admin.end();
  }
  return { database, dataDir };
}

async function build(
  admin: Client,
  server: { url: string; folder: string },
  template: Template,
  kind: Kind,
): Promise<void> {
  const unfinished = `${template.database}_new`;
  const from = kind === 'seeded' ? (await ensureTemplate(server, 'empty')).database : 'template0';
  await admin.query(`drop database if exists "${unfinished}" with (force)`);
  await admin.query(`create database "${unfinished}" template "${from}"`);
  mkdirSync(template.dataDir, { recursive: true });
  await run(sources[kind].entry, {
    DATABASE_URL: inDatabase(server.url, unfinished),
    DATABASE_OWNER_URL: inDatabase(server.url, unfinished),
    MASTER_KEY: testMasterKey,
    DATA_DIR: template.dataDir,
  });
  // Nobody may connect, so that `create database ... template` never finds it in use.
  await admin.query(`alter database "${unfinished}" with allow_connections false`);
  await admin.query(`alter database "${unfinished}" rename to "${template.database}"`);
}

/** Runs a program from its TypeScript source, outside Jest and its module registry. */
function run(entry: string, environment: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-r', '@swc-node/register', entry], {
      cwd: checkout,
      env: { ...process.env, ...environment, SWC_NODE_PROJECT: 'tsconfig.base.json', SWCRC: 'true' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk) => (said += chunk));
    child.stderr.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${entry} failed while making a template database:\n${said.slice(-4000)}`));
    });
  });
}

export function inDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

function hashOf(kind: Kind): string {
  const hash = createHash('sha256');
  const files = sources[kind].folders.flatMap(filesIn);
  for (const file of files.filter((file) => kind === 'seeded' || !isSeed(file)))
    hash.update(file).update(readFileSync(join(checkout, file)));
  return hash.digest('hex').slice(0, 12);
}

const isSeed = (file: string) => /^infra\/database\/(seed|reference)(\.ts$|\/)/.test(file);

function filesIn(folder: string): string[] {
  if (!statSync(join(checkout, folder)).isDirectory()) return [folder];
  return readdirSync(join(checkout, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(checkout.length + 1))
    .filter((file) => !/^libs\/(ui|testing)\//.test(file))
    .sort();
}
