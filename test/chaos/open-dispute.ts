/**
 * Opens a dispute in a process of its own that a failpoint kills as kill -9 would: url of the database, master key, failpoint, and
 * as JSON the order, its token and what is wanted.
 */
import { openDispute } from '@xihuo/dispute';
import { armFailpoints, command, Database, Notices, Vault } from '@xihuo/platform';

type Wanted = Parameters<typeof openDispute>[3] & { orderId: string; token: string };

async function main([url, masterKey, failpoint, json]: string[]): Promise<void> {
  armFailpoints(failpoint!);
  const { orderId, token, ...wanted } = JSON.parse(json!) as Wanted;
  const vault = new Vault(masterKey!);
  const database = await Database.open({ url: url!, pool: 2 });
  const ask = { name: 'test', actor: { kind: 'guest' }, requestId: 'test' } as const;
  const kit = { vault, notices: new Notices(vault) };
  const entrance = { side: 'buyer', orderId, personId: null, token } as const;
  await command(database, ask, (tx) => openDispute(tx, kit, entrance, wanted));
  await database.close();
}

void main(process.argv.slice(2));
