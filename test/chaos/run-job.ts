/**
 * Does one round of a periodic job, or of a consumer, in a process of its own that a failpoint kills as kill -9 would. For tests beside
 * an action, which need no whole house: url of the database, master key, failpoint, name, and for jobs that ask the provider the
 * sandbox's address and secret of webhooks.
 */
import { armFailpoints, Database } from '@xihuo/platform';
import { jobRound } from './job-round';

async function main([url, masterKey, failpoint, name, origin, webhookSecret]: string[]): Promise<void> {
  armFailpoints(failpoint!);
  const database = await Database.open({ url: url!, pool: 2 });
  await jobRound({ database, masterKey: masterKey!, origin, webhookSecret }, name!);
  await database.close();
}

void main(process.argv.slice(2));
