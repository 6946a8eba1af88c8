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
    // It makes a sequence for each new queue.
    await client.query(`
      grant usage, create on schema bullmq to xihuo_app;
      grant select, insert, update, delete on all tables in schema bullmq to xihuo_app;
      grant usage on all sequences in schema bullmq to xihuo_app`);
  } finally {
    await client.end();
  }
}
