/**
 * Enters a funder's money in a process of its own that a failpoint kills as kill -9 would: url of the database, master key, failpoint,
 * and as JSON what came in.
 */
import { armFailpoints, command, Database } from '@xihuo/platform';
import { receiveSubsidy } from '@xihuo/settlement';

async function main([url, , failpoint, json]: string[]): Promise<void> {
  armFailpoints(failpoint!);
  const database = await Database.open({ url: url!, pool: 2 });
  const ask = { name: 'subsidy.enter', actor: { kind: 'system', name: 'test' }, requestId: 'test' } as const;
  const body = JSON.parse(json!) as Parameters<typeof receiveSubsidy>[1];
  await command(database, ask, (tx) =>
    receiveSubsidy(tx, body, { entered: 'person:one', confirmed: 'person:another' }),
  );
  await database.close();
}

void main(process.argv.slice(2));
