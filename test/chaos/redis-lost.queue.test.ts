import 'reflect-metadata';
import { money } from '@xihuo/kernel';
import { startPayment } from '@xihuo/payment';
import { createApi, createLog, loadConfig, openServices, startWorker, type Services } from '@xihuo/platform';
import {
  asTest,
  holding,
  openShop,
  startRedis,
  testMasterKey,
  type Offer,
  type PlacedOrder,
  type Shop,
} from '@xihuo/testing';
import { Redis } from 'ioredis';
import { contexts } from '../../apps/api/contexts';
import { waitUntil } from '../../infra/embedded/processes.mjs';
import { startTestSandbox, type TestSandbox } from '../../infra/sandbox/testing';
import { tillOf } from './sandbox-till';

/** Redis is lost (F12): it holds no money and no key of it; orders and payments go on, and what it was to do is done once. */

jest.setTimeout(300_000);

let redis: Awaited<ReturnType<typeof startRedis>>;
let shop: Shop;
let sandbox: TestSandbox;
let offer: Offer;
let services: Services;
let api: Awaited<ReturnType<typeof createApi>>;
let worker: Awaited<ReturnType<typeof startWorker>>;

beforeAll(async () => {
  redis = await startRedis();
  if (!redis) return;
  [shop, sandbox] = await Promise.all([openShop(), startTestSandbox()]);
  offer = await shop.offer({ priceFen: 1_000n });
  const config = loadConfig({
    ...{ NODE_ENV: 'test', DATABASE_URL: shop.url, REDIS_URL: redis.url, MASTER_KEY: testMasterKey },
    ...{ STRIPE_SECRET_KEY: 'sk_test_sandbox', STRIPE_WEBHOOK_SECRET: sandbox.webhookSecret },
    ...{ STRIPE_PUBLISHABLE_KEY: 'pk_test', STRIPE_API_BASE: sandbox.origin, CASHIER_ORIGIN: sandbox.origin },
  });
  services = await openServices(config, createLog('silent', 'test'), contexts, 'test', { backoffMs: 20 });
  api = await createApi(services, contexts);
  worker = await startWorker(services, contexts, { pollMs: 100, lostAfterMs: 500 });
});
afterAll(async () => {
  await worker?.stop();
  await api?.app.close();
  await services?.close();
  await sandbox?.close();
  await holding.closeSound(shop);
  await redis?.stop();
});

/** An order whose money the provider has, and has told us of; with the message. */
async function paidThere(): Promise<{ order: PlacedOrder; told: () => Promise<number> }> {
  const order = await shop.placedOrder({ offer });
  const legs = order.supplierOrders.map((part) => ({
    ...{ supplierOrderId: part.id, supplierId: part.supplier.id, amountFen: money.fromWire(part.amount) },
  }));
  const till = tillOf(shop.database, sandbox.origin, sandbox.webhookSecret);
  const returnUrl = 'http://localhost:3000/orders/1';
  await startPayment(till, { orderId: order.id, orderNumber: order.number, legs, returnUrl, ...asTest });
  const [row] = await shop.rows<{ ref: string }>(
    'select provider_payment as ref from payment.payment where order_id = $1',
    [order.id],
  );
  await sandbox.stripe.paymentIntents.confirm(row!.ref, { payment_method: 'pm_card_visa' });
  const { receiver } = sandbox;
  const isOfRef = ({ event }: (typeof receiver.received)[number]) =>
    event.type === 'payment_intent.succeeded' && (event.data.object as { id: string }).id === row!.ref;
  for (let nth = 1; !isOfRef(await receiver.take('payment_intent.succeeded', nth)); nth += 1);
  const { body, signature } = receiver.received.find(isOfRef)!;
  const headers = { 'content-type': 'application/json', 'stripe-signature': signature };
  const told = async () =>
    (await api.server.inject({ method: 'POST', url: '/api/v1/webhooks/stripe', headers, payload: body })).statusCode;
  return { order, told };
}

/** Bought, its money booked once, and nothing of it waits or was given up. */
async function isBought({ id }: PlacedOrder): Promise<void> {
  await eventually(
    async () =>
      (await shop.count(`select count(*) from ordering.customer_order where id = $1 and state = 'paid'`, [id])) === 1,
  );
  await eventually(
    async () => (await shop.count('select count(*) from platform.outbox_event where done_at is null')) === 0,
  );
  const booked = `select count(*) from ledger.transfer join ordering.supplier_order part on part.id = source_id
                   where part.order_id = $1 and code = 'payment.capture'`;
  expect(await shop.count(booked, [id])).toBe(1);
  expect(await shop.count('select count(*) from platform.dead_letter')).toBe(0);
  expect(await shop.count('select sum(reserved) from ordering.stock')).toBe(
    await shop.count(`select count(*) from ordering.customer_order`),
  );
}
async function eventually(isSo: () => Promise<boolean>): Promise<void> {
  if (!(await waitUntil(isSo, 120_000, 50))) throw new Error('did not come to pass within two minutes');
}

testWithRedis(
  'Redis killed before the provider tells of a payment: it is heard, and once there is a Redis again the order is paid once',
  async () => {
    const before = await paidThere();
    await redis!.kill();
    expect(await before.told()).toBe(200);
    const meanwhile = await paidThere();
    expect([await meanwhile.told(), await before.told()]).toEqual([200, 200]);
    redis = await redis!.again();
    await isBought(before.order);
    await isBought(meanwhile.order);
  },
);

testWithRedis(
  'Redis emptied while the worker works on a payment: it is paid once, and nothing is forgotten',
  async () => {
    const [one, other] = [await paidThere(), await paidThere()];
    const letGo = await shop.hold(`select from payment.payment where order_id = '${one.order.id}' for update`);
    expect(await one.told()).toBe(200);
    await shop.untilWaiting(1);
    expect(await other.told()).toBe(200);
    const client = new Redis(redis!.url);
    await client.flushall();
    client.disconnect();
    await letGo();
    await isBought(one.order);
    await isBought(other.order);
  },
);

/** Redis is not everywhere; where it is missing, that is said. */
function testWithRedis(name: string, body: () => Promise<void>): void {
  test(name, async () => {
    if (redis) await body();
    else console.warn('redis-server is not installed: not run');
  });
}
