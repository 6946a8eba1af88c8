/**
 * Does one round of a periodic job in a process of its own that a failpoint kills as kill -9 would. For tests beside an action, which
 * need no whole house: url of the database, master key, failpoint, name of the job, and for jobs that ask the provider the sandbox's
 * address and secret of webhooks.
 */
import { disputeParts } from '@xihuo/dispute';
import { must } from '@xihuo/kernel';
import { orderingParts } from '@xihuo/ordering';
import { paymentParts, TILL } from '@xihuo/payment';
import { armFailpoints, createLog, Database, Notices, NOTICES, Vault, VAULT } from '@xihuo/platform';
import { tillOf } from './sandbox-till';

const parts = [paymentParts, orderingParts, disputeParts];

async function main([url, masterKey, failpoint, name, origin, webhookSecret]: string[]): Promise<void> {
  armFailpoints(failpoint!);
  const job = parts.flatMap(({ jobs = [] }) => jobs).find((one) => one.name === name);
  must(job && 'every' in job, 'a periodic job has this name');
  const vault = new Vault(masterKey!);
  const database = await Database.open({ url: url!, pool: 2 });
  const services = new Map<unknown, unknown>([
    [VAULT, vault],
    [NOTICES, new Notices(vault)],
    [TILL, origin ? tillOf(database, origin, webhookSecret!) : undefined],
  ]);
  const kit = { database, log: createLog('silent', 'test'), get: (token: unknown) => services.get(token) };
  await job.run(kit as unknown as Parameters<typeof job.run>[0]);
  await database.close();
}

void main(process.argv.slice(2));
