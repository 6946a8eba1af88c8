import { money } from '@xihuo/kernel';
import type { Kit } from '@xihuo/platform';
import { asTest, holding, openShop, type PlacedOrder, type Shop } from '@xihuo/testing';
import { startTestSandbox, type TestSandbox } from '../../../infra/sandbox/testing';
import { askProvider } from '../jobs/ask-provider.job';
import { StripeProvider } from '../provider/stripe-provider';
import { cancelPayment } from './cancel-payment';
import { startPayment, type Till } from './start-payment';

/** A payment that is come back to later: by its buyer after days, by the poller, or by who gives it up. */

let shop: Shop;
let sandbox: TestSandbox;
let till: Till;

beforeAll(async () => {
  [shop, sandbox] = await Promise.all([openShop(), startTestSandbox()]);
  const settings = { secretKey: 'sk_test_sandbox', webhookSecret: sandbox.webhookSecret, apiBase: sandbox.origin };
  till = { database: shop.database, provider: new StripeProvider(settings), providerName: 'sandbox' };
});
afterAll(async () => {
  await sandbox?.close();
  await holding.closeSound(shop);
});
afterEach(async () => {
  await sandbox.behave();
  await shop.setClock('0');
});

const orderToPay = async () => shop.placedOrder({ offer: await shop.offer({ priceFen: 1_000n }) });

const pay = (order: PlacedOrder, by: Till = till) =>
  startPayment(by, {
    orderId: order.id,
    orderNumber: order.number,
    legs: order.supplierOrders.map((part) => ({
      supplierOrderId: part.id,
      supplierId: part.supplier.id,
      amountFen: money.fromWire(part.amount),
    })),
    returnUrl: 'http://localhost:3000/orders/1',
    ...asTest,
  });

const rowOf = async (order: PlacedOrder) =>
  (
    await shop.rows<{ state: string; ref: string | null }>(
      'select state, provider_payment as ref from payment.payment where order_id = $1 order by attempt desc',
      [order.id],
    )
  )[0]!;

const intentsOf = async (order: PlacedOrder) =>
  (await sandbox.stripe.paymentIntents.list({ limit: 100 })).data.filter(
    (intent) => intent.metadata.order_id === order.id,
  );

const payAtCashier = (ref: string) => sandbox.stripe.paymentIntents.confirm(ref, { payment_method: 'pm_card_visa' });

async function poll(): Promise<void> {
  const log = { warn: () => undefined, info: () => undefined, error: () => undefined };
  await askProvider.run({ database: shop.database, log, get: () => till } as unknown as Kit);
}

/** The same provider with one call answered otherwise. */
function altered<K extends keyof Till['provider']>(call: K, answer: Till['provider'][K]): Till {
  const provider = new Proxy(till.provider, {
    get: (real, name: keyof Till['provider']) => (name === call ? answer : (real[name] as () => unknown).bind(real)),
  });
  return { ...till, provider };
}

test('begun on the first day and paid on the third, after the provider forgot our key, it is the same payment', async () => {
  const order = await orderToPay();
  const first = await pay(order);
  await sandbox.forgetKeys();
  await shop.setClock('3 days');
  expect(await pay(order)).toEqual(first);
  const intents = await intentsOf(order);
  expect(intents.map(({ id }) => id)).toEqual([(await rowOf(order)).ref]);
  // Nor is a lost webhook the end of it.
  await payAtCashier(intents[0]!.id);
  await shop.setClock('3 days 11 minutes');
  await poll();
  expect(await rowOf(order)).toMatchObject({ state: 'captured' });
});

test('made unheard and begun again the next day under a key that is forgotten, it is found before another is made', async () => {
  const order = await orderToPay();
  await sandbox.misbehave({ on: 'payment_intents.create', fault: 'dropResponse', sticky: true });
  await expect(pay(order)).rejects.toMatchObject({ code: 'PAYMENT_PROVIDER_UNKNOWN' });
  await sandbox.behave();
  await sandbox.forgetKeys();
  await shop.setClock('21 hours');
  await pay(order);
  const [made, ...others] = await intentsOf(order);
  expect(others).toEqual([]);
  expect(await rowOf(order)).toEqual({ state: 'awaitingBuyer', ref: made!.id });
});

test('of two at the provider the one that is known is offered, and the other can be paid by nobody', async () => {
  const order = await orderToPay();
  let known: string | null = null;
  const late = altered('createCombined', async (input) => {
    const answer = await till.provider.createCombined(input);
    await sandbox.forgetKeys();
    // A neighbour is faster, under a key that is forgotten.
    await pay(order);
    known = (await rowOf(order)).ref;
    return answer;
  });
  const view = await pay(order, late);
  expect(JSON.stringify(view.action)).toContain(known!);
  const states = Object.fromEntries((await intentsOf(order)).map(({ id, status }) => [id, status]));
  expect(Object.keys(states)).toHaveLength(2);
  expect(states).toMatchObject({ [known!]: 'requires_payment_method' });
  expect(Object.values(states)).toContain('canceled');
});

test('what was asked for a moment ago and is not found yet may still appear: giving it up decides nothing until then', async () => {
  const order = await orderToPay();
  await sandbox.misbehave({ on: 'payment_intents.create', fault: 'dropResponse', sticky: true });
  await expect(pay(order)).rejects.toMatchObject({ code: 'PAYMENT_PROVIDER_UNKNOWN' });
  await sandbox.behave();
  const notYet = altered('query', () => Promise.resolve(null));
  await expect(cancelPayment(notYet, order.id, asTest)).rejects.toMatchObject({ failure: 'unknown' });
  expect((await rowOf(order)).state).toBe('unknown');
  await shop.setClock('3 minutes');
  expect(await cancelPayment(till, order.id, asTest)).toBe('cancelled');
  expect((await intentsOf(order)).map(({ status }) => status)).toEqual(['canceled']);
});

test('given up while it was being made, it is called off at the provider as soon as it is known', async () => {
  const order = await orderToPay();
  const slow = altered('createCombined', async (input) => {
    await shop.setClock('3 minutes');
    expect(await cancelPayment(till, order.id, asTest)).toBe('cancelled');
    return till.provider.createCombined(input);
  });
  expect(await pay(order, slow)).toMatchObject({ state: 'cancelled', action: null });
  expect((await intentsOf(order)).map(({ status }) => status)).toEqual(['canceled']);
});
