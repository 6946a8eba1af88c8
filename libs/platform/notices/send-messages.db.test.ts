import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cloneDatabase, testMasterKey, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import { loadConfig } from '../config/config';
import type { Kit } from '../context/kit';
import { command } from '../database/command';
import { Database, newId } from '../database/database';
import { createLog } from '../log/log';
import { Vault } from '../seal/vault';
import { Notices } from './notices';
import { sendMessages } from './send-messages.job';

let clone: DatabaseClone;
let database: Database;
let owner: Client;
let carrier: Server;
/** What the carrier was handed, and whether it takes it. */
const handed: unknown[] = [];
let takes = true;

const vault = new Vault(testMasterKey);

beforeAll(async () => {
  clone = await cloneDatabase();
  database = await Database.open({ url: clone.url, pool: 3 });
  owner = new Client({ connectionString: clone.url });
  await owner.connect();
  carrier = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      if (takes) handed.push({ key: request.headers['idempotency-key'], ...(JSON.parse(text) as object) });
      response.writeHead(takes ? 200 : 503).end();
    });
  }).listen(0, '127.0.0.1');
  await once(carrier, 'listening');
});
afterAll(async () => {
  carrier.close();
  await owner.end();
  await database.close();
  await clone.drop();
});

function kit(carrierUrl: string | undefined): Kit {
  const config = loadConfig({
    DATABASE_URL: clone.url,
    STRIPE_SECRET_KEY: 'x',
    STRIPE_WEBHOOK_SECRET: 'x',
    MASTER_KEY: testMasterKey,
    MESSAGE_CARRIER_URL: carrierUrl,
  });
  return { config, database, log: createLog('silent', 'test'), get: () => vault as never };
}

const carrierUrl = () => `http://127.0.0.1:${(carrier.address() as AddressInfo).port}/`;
const states = async () =>
  (await owner.query<{ state: string; attempts: number }>('select state, attempts from platform.outgoing_message'))
    .rows;

test('a message waits without a carrier, waits on while it is refused, and goes out once', async () => {
  await command(database, { name: 'test.sms', actor: { kind: 'guest' }, requestId: newId() }, (tx) =>
    new Notices(vault).sms(tx, { key: 'k', phone: '10012345678', text: '验证码 123456' }),
  );
  await sendMessages.run(kit(undefined));
  expect(await states()).toEqual([{ state: 'waiting', attempts: 0 }]);

  takes = false;
  await sendMessages.run(kit(carrierUrl()));
  expect(await states()).toEqual([{ state: 'waiting', attempts: 1 }]);

  takes = true;
  await sendMessages.run(kit(carrierUrl()));
  expect(handed).toEqual([]);
  await owner.query('update platform.outgoing_message set next_attempt_at = clock_timestamp()');
  await sendMessages.run(kit(carrierUrl()));
  await sendMessages.run(kit(carrierUrl()));
  expect(handed).toEqual([
    { key: expect.any(String), channel: 'sms', to: '10012345678', text: '【西货】验证码 123456' },
  ]);
  expect(await states()).toEqual([{ state: 'sent', attempts: 2 }]);
});
