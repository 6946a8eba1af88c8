import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { money, must } from '@xihuo/kernel';
import { markOrdersPaid } from '@xihuo/ordering';
import { applyClaims, startPayment } from '@xihuo/payment';
import { asTest, holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { Client } from 'pg';
import { portNear } from '../../infra/embedded/ports.mjs';
import { startPostgres, type Postgres } from '../../infra/embedded/postgres.mjs';
import { waitUntil } from '../../infra/embedded/processes.mjs';
import { startTestSandbox, type TestSandbox } from '../../infra/sandbox/testing';
import { tillOf } from './sandbox-till';

/**
 * The one PostgreSQL dies with a COMMIT in flight (F11): whoever waits for it is told nothing, and cannot know. What lies on disk is
 * there, what does not is not; who asks again under the same key is answered from it, or it is done once.
 */

jest.setTimeout(900_000);

const dataDir = mkdtempSync(join(tmpdir(), 'xihuo-commit-'));
const sharedRun = process.env['XIHUO_TEST_RUN'];
let postgres: Postgres;
let shop: Shop;
let sandbox: TestSandbox;
let offer: Offer;

beforeAll(async () => {
  // What was given to the disk outlives the process, waited for or not: it is the server that dies, not the machine.
  postgres = await startPostgres({ dataDir, port: await portNear(0), durable: false });
  // A server that is killed is nobody else's.
  process.env['XIHUO_TEST_RUN'] = JSON.stringify({ url: postgres.url, folder: dataDir, owner: process.pid });
  [shop, sandbox] = await Promise.all([openShop(), startTestSandbox()]);
  offer = await shop.offer({ priceFen: 1_000n, stock: 100 });
});
afterAll(async () => {
  await sandbox?.close();
  await holding.closeSound(shop);
  if (sharedRun !== undefined) process.env['XIHUO_TEST_RUN'] = sharedRun;
  await postgres?.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function eventually(what: string, isSo: () => Promise<boolean>): Promise<void> {
  must(await waitUntil(isSo, 60_000, 20), `within a minute: ${what}`);
}
async function connect(): Promise<Client> {
  const client = new Client({ connectionString: shop.url });
  // It dies with the server, which is the point.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** The transaction that writes such rows is held in its COMMIT: before anything of it is on disk, or when all of it is. */
interface Held {
  table: string;
  /** As a condition on `new`. */
  where: string;
  onDisk: boolean;
}

/** Does something, and kills PostgreSQL in its COMMIT; nobody is told how it ended. Then there is a PostgreSQL again. */
async function killedInCommit({ table, where, onDisk }: Held, act: () => Promise<unknown>): Promise<void> {
  const { rows, count } = shop;
  await rows(`create function public.held() returns trigger language plpgsql as $$ begin
    perform ${onDisk ? `set_config('synchronous_commit', 'on', true)` : 'pg_advisory_xact_lock(7311)'}; return null; end $$`);
  await rows(`create constraint trigger held after insert or update on ${table} deferrable initially deferred
                for each row when (${where}) execute function public.held()`);
  const holder = await connect();
  if (onDisk) await missSecondServer(holder);
  else await holder.query('select pg_advisory_lock(7311)');

  // All that came before is on disk.
  await rows('checkpoint');
  const acting = act().then(
    () => 'answered',
    () => 'nobody knows',
  );
  const inCommit = `select count(*) from pg_stat_activity where query ilike 'commit' and wait_event = $1`;
  await eventually('it is in its COMMIT', async () => (await count(inCommit, [onDisk ? 'SyncRep' : 'advisory'])) === 1);
  await rows('alter system reset synchronous_standby_names');
  process.kill(postgres.pid, 'SIGKILL');
  await postgres.gone;
  expect(await acting).toBe('nobody knows');
  await holder.end().catch(() => undefined);
  const { port } = postgres;
  postgres = await startPostgres({ dataDir, port, durable: false });
  must(postgres.port === port, 'it answers where it did');
  await eventually('connections that died are given up', () =>
    count('select 1').then(
      () => true,
      () => false,
    ),
  );
  await rows('drop function public.held cascade');
}

/** From now on whoever wants to be sure of a second server waits for it, with all on disk; nobody else does. */
async function missSecondServer(holder: Client): Promise<void> {
  const { rows, count } = shop;
  await rows(`alter system set synchronous_standby_names = 'nobody'`);
  await rows('select pg_reload_conf()');
  await rows('create table if not exists public.probe ()');
  const { rows: own } = await holder.query<{ pid: number }>('select pg_backend_pid() as pid');
  await holder.query(`set synchronous_commit = 'on'`);
  const waits = `select count(*) from pg_stat_activity where pid = $1 and wait_event = 'SyncRep'`;
  let probing = false;
  await eventually('a COMMIT waits for a second server', async () => {
    if (!probing) {
      probing = true;
      const over = () => (probing = false);
      void holder.query('insert into public.probe default values').then(over, over);
    }
    return (await count(waits, [own[0]!.pid])) === 1;
  });
}

const both = [
  ['is on disk', true],
  ['is not on disk', false],
] as const;

test.each(both)('an order whose COMMIT %s: the same key has one order', async (_, onDisk) => {
  const body = shop.bodyOf({ offer, quantity: 2 });
  const idempotency = { scope: 'guest:1', route: 'POST /orders', key: randomUUID(), body };
  const orders = () => shop.count('select count(*) from ordering.customer_order');
  const [before, reserved] = [await orders(), await shop.count('select reserved from ordering.stock')];
  await killedInCommit({ table: 'ordering.customer_order', where: 'true', onDisk }, () =>
    shop.place(body, { idempotency }),
  );
  expect(await orders()).toBe(before + Number(onDisk));
  const order = await shop.place(body, { idempotency });
  expect(await shop.place(body, { idempotency })).toEqual(order);
  expect([await orders(), await shop.count('select reserved from ordering.stock')]).toEqual([before + 1, reserved + 2]);
});

const start = (order: PlacedOrder) =>
  startPayment(tillOf(shop.database, sandbox.origin, sandbox.webhookSecret), {
    ...{ orderId: order.id, orderNumber: order.number, returnUrl: 'http://localhost:3000/orders/1' },
    legs: order.supplierOrders.map((part) => ({
      ...{ supplierOrderId: part.id, supplierId: part.supplier.id, amountFen: money.fromWire(part.amount) },
    })),
    ...asTest,
  });

test.each(both)(
  'a payment that is begun, whose COMMIT %s: there is one, here and at the provider',
  async (_, onDisk) => {
    const order = await shop.placedOrder({ offer });
    const payments = () => shop.count('select count(*) from payment.payment where order_id = $1', [order.id]);
    await killedInCommit({ table: 'payment.payment', where: 'true', onDisk }, () => start(order));
    expect(await payments()).toBe(Number(onDisk));
    await start(order);
    await start(order);
    expect(await payments()).toBe(1);
    const query = `metadata['order_id']:'${order.id}'`;
    expect((await sandbox.stripe.paymentIntents.search({ query })).data).toHaveLength(1);
  },
);

test.each(both)('a captured payment whose COMMIT %s: heard again, it is booked once', async (_, onDisk) => {
  const order = await shop.placedOrder({ offer });
  const claim = await shop.claimOf(order);
  const hear = () =>
    shop.does(async (tx) => {
      await applyClaims(tx, [claim]);
      await markOrdersPaid(tx, [order.id]);
    });
  const booked = () =>
    shop.count(
      `select count(*) from ledger.transfer join ordering.supplier_order part on part.id = source_id
        where part.order_id = $1 and code = 'payment.capture'`,
      [order.id],
    );
  await killedInCommit({ table: 'payment.payment', where: `new.state = 'captured'`, onDisk }, hear);
  expect(await booked()).toBe(Number(onDisk));
  await hear();
  await hear();
  expect(await booked()).toBe(1);
  expect(await shop.rows('select state from ordering.customer_order where id = $1', [order.id])).toEqual([
    { state: 'paid' },
  ]);
});
