import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { migrateQueueSchema } from './queue-schema';
import { workspaceRoot } from './workspace-root';

/** The oldest server that has uuidv7() and virtual generated columns. */
const OLDEST_SERVER = 180_000;
/** One migration run at a time, whoever starts it. */
const MIGRATION_LOCK = 7_302_022;

export const MIGRATIONS_FOLDER = join(workspaceRoot(), 'infra', 'database', 'migrations');

/** TypeORM orders migrations by the number at the end of the class name, which it takes for a timestamp. */
function migrationOf(file: string): new () => MigrationInterface {
  const body = readFileSync(join(MIGRATIONS_FOLDER, file), 'utf8');
  const check = readFileSync(join(MIGRATIONS_FOLDER, file.replace(/\.sql$/, '.check.sql')), 'utf8');
  const [, number, name] = /^(\d{4})_(\w+)\.sql$/.exec(file)!;
  const className = `${name}_${createHash('sha256').update(body).digest('hex').slice(0, 8)}_${1_700_000_000_000 + Number(number)}`;
  const migration = {
    [className]: class implements MigrationInterface {
      name = className;

      async up(runner: QueryRunner): Promise<void> {
        // The first one creates the roles; from then on objects belong to the owner, whoever runs the migration.
        if (number !== '0001') await runner.query('set local role xihuo_owner');
        await runner.query(body);
        await runner.query(check);
        await runner.query('reset role');
      }

      async down(): Promise<void> {
        throw new Error('migrations only go forward: write a new one');
      }
    },
  };
  return migration[className]!;
}

export function migrationFiles(): string[] {
  const files = readdirSync(MIGRATIONS_FOLDER)
    .filter((file) => file.endsWith('.sql') && !file.endsWith('.check.sql'))
    .sort();
  // Two of one number have no order: that happens where two people take the next one.
  const twice = files.find((file, at) => file.slice(0, 4) === files[at - 1]?.slice(0, 4));
  if (twice !== undefined) throw new Error(`another migration has the number of ${twice}`);
  return files;
}

/**
 * Brings a database up to date: every migration in its own transaction, its check run in the same one, so a failed check
 * leaves the database as it was. A migration whose file was edited after it ran is refused.
 *
 * @param ownerUrl connection of a role that may create roles and schemas
 */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: migrationFiles().map(migrationOf),
    migrationsTableName: 'xihuo_migration',
    migrationsTransactionMode: 'each',
    applicationName: 'xihuo-migrate',
    extra: { max: 2 },
  });
  await source.initialize();
  const guard = source.createQueryRunner();
  try {
    const [{ server_version_num: version }] = await guard.query('show server_version_num');
    if (Number(version) < OLDEST_SERVER) {
      throw new Error(
        `PostgreSQL 18 or newer is needed; this server says ${version}. Point DATABASE_URL at a newer one.`,
      );
    }
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await refuseEdited(guard, source);
    const done = await source.runMigrations();
    await migrateQueueSchema(ownerUrl);
    return done.map((migration) => migration.name);
  } finally {
    await guard.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await guard.release();
    await source.destroy();
  }
}

async function refuseEdited(runner: QueryRunner, source: DataSource): Promise<void> {
  const [{ there }] = await runner.query("select to_regclass('public.xihuo_migration') is not null as there");
  if (!there) return;
  const known = new Set(source.migrations.map((migration) => migration.name));
  const rows: { name: string }[] = await runner.query('select name from public.xihuo_migration order by id');
  const strange = rows.filter((row) => !known.has(row.name)).map((row) => row.name);
  if (strange.length > 0) {
    throw new Error(
      `This database was migrated by files that are not here or were edited since: ${strange.join(', ')}`,
    );
  }
}

if (require.main === module) {
  const url = process.env['DATABASE_OWNER_URL'] || process.env['DATABASE_URL'];
  if (!url) throw new Error('DATABASE_URL is not set');
  migrate(url).then(
    (names) => console.log(names.length === 0 ? 'database up to date' : `migrated: ${names.length} steps`),
    (error: Error) => {
      console.error(error.message);
      process.exitCode = 1;
    },
  );
}
