/**
 * Does one round of a periodic job in a process of its own that a failpoint kills as kill -9 would. For tests beside an action, which
 * need no whole house: url of the database, master key, failpoint, name of the job.
 */
import { disputeParts } from '@xihuo/dispute';
import { must } from '@xihuo/kernel';
import { orderingParts } from '@xihuo/ordering';
import { armFailpoints, createLog, Database, Notices, NOTICES, Vault, VAULT } from '@xihuo/platform';

const parts = [orderingParts, disputeParts];

async function main([url, masterKey, failpoint, name]: string[]): Promise<void> {
  armFailpoints(failpoint!);
  const job = parts.flatMap(({ jobs = [] }) => jobs).find((one) => one.name === name);
  must(job && 'every' in job, 'a periodic job has this name');
  const vault = new Vault(masterKey!);
  const services = new Map<unknown, unknown>([
    [VAULT, vault],
    [NOTICES, new Notices(vault)],
  ]);
  const database = await Database.open({ url: url!, pool: 2 });
  const kit = { database, log: createLog('silent', 'test'), get: (token: unknown) => services.get(token) };
  await job.run(kit as unknown as Parameters<typeof job.run>[0]);
  await database.close();
}

void main(process.argv.slice(2));
