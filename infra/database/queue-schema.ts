import { runMigrations } from 'bullmq';
import { Client } from 'pg';

/**
 * The queue library brings its own tables and functions, in a schema of their own and with migrations of its own, which its
 * version decides. Ours adds who owns them (our owner) and who may use them (the application).
 */
export async function migrateQueueSchema(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl, application_name: 'xihuo-migrate' });
  await client.connect();
  try {
    await client.query('set role xihuo_owner');
    await runMigrations(client, 'bullmq');
    // It makes a sequence for each new queue, at run time as the application: those are not the owner's to grant, and
    // `on all sequences` would fail at the second start.
    await client.query(`
      grant usage, create on schema bullmq to xihuo_app;
      grant select, insert, update, delete on all tables in schema bullmq to xihuo_app;
      do $$
      declare made regclass;
      begin
        for made in select oid from pg_class where relkind = 'S' and relnamespace = 'bullmq'::regnamespace
          and relowner = 'xihuo_owner'::regrole
        loop
          execute format('grant usage on sequence %s to xihuo_app', made);
        end loop;
      end $$`);
  } finally {
    await client.end();
  }
}
