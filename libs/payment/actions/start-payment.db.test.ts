import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import type { Kit } from '@xihuo/platform';
import { asTest, holding, openShop, type PlacedOrder, type Shop } from '@xihuo/testing';
import { startTestSandbox, type TestSandbox } from '../../../infra/sandbox/testing';
import { askProvider } from '../jobs/ask-provider.job';
import { StripeProvider } from '../provider/stripe-provider';
import { applyClaims } from './apply-claims';
import { cancelPayment } from './cancel-payment';
import { receiveEvent, workOffEvents } from './receive-event';
import { refunds } from '../refund-door';
import { startPayment, type PaymentRequest, type Till } from './start-payment';

/** The whole way with the real SDK against a running sandbox: our rows on one side, the provider's on the other. */

let shop: Shop;
let sandbox: TestSandbox;
let till: Till;

beforeAll(async () => {
  [shop, sandbox] = await Promise.all([openShop(), startTestSandbox()]);
  const provider = new StripeProvider({
    secretKey: 'sk_test_sandbox',
    webhookSecret: sandbox.webhookSecret,
    apiBase: sandbox.origin,
  });
  till = { database: shop.database, provider, providerName: 'sandbox' };
});
afterAll(async () => {
  await sandbox?.close();
  await holding.closeSound(shop);
});
afterEach(async () => {
  await sandbox.behave();
  await shop.setClock('0');
});

const orderToPay = async () =>
  shop.placedOrder({ offer: await shop.offer({ priceFen: 1_000n }) }, { offer: await shop.offer({ priceFen: 234n }) });

const pay = (order: PlacedOrder, more: Partial<PaymentRequest> = {}) =>
  startPayment(till, {
    orderId: order.id,
    orderNumber: order.number,
    legs: order.supplierOrders.map((part) => ({
      supplierOrderId: part.id,
      supplierId: part.supplier.id,
      amountFen: money.fromWire(part.amount),
    })),
    returnUrl: 'http://localhost:3000/orders/1',
    ...asTest,
    ...more,
  });

interface Row {
  id: string;
  state: string;
  provider_payment: string | null;
}
const rowOf = async (order: PlacedOrder) =>
  (await shop.rows<Row>('select id, state, provider_payment from payment.payment where order_id = $1', [order.id]))[0]!;

const intentsOf = async (order: PlacedOrder) => {
  const { data } = await sandbox.stripe.paymentIntents.list({ limit: 100 });
  return data.filter((intent) => Object.values(intent.metadata).includes(order.id));
};

/** The buyer pays at the cashier. */
const payAtCashier = (ref: string) => sandbox.stripe.paymentIntents.confirm(ref, { payment_method: 'pm_card_visa' });

/** What the worker does every few seconds, once the payment is old enough to be asked about. */
async function poll(): Promise<void> {
  await shop.setClock('25 seconds');
  const log = { warn: () => undefined, info: () => undefined, error: () => undefined };
  await askProvider.run({ database: shop.database, log, get: () => till } as unknown as Kit);
  await shop.setClock('0');
}

const booked = (order: PlacedOrder) =>
  shop.count(`select count(*) from ledger.transfer where source_id = any ($1)`, [
    order.supplierOrders.map((part) => part.id),
  ]);

test('starting twice, or ten times at once, is one payment here and one there', async () => {
  const order = await orderToPay();
  const views = await Promise.all(Array.from({ length: 10 }, () => pay(order)));
  expect(new Set(views.map((view) => JSON.stringify(view)))).toHaveProperty('size', 1);
  expect(views[0]).toMatchObject({ state: 'awaitingBuyer', amount: { amount: '1234' }, action: { kind: 'redirect' } });
  const intents = await intentsOf(order);
  expect(intents.map((intent) => intent.amount)).toEqual([1_234]);
  expect(await rowOf(order)).toMatchObject({ state: 'awaitingBuyer', provider_payment: intents[0]!.id });
});

test('what the provider will not take is refused by name, and the order can be given up', async () => {
  const order = await orderToPay();
  const [first, second] = order.supplierOrders;
  const legOf = (part: typeof first, amountFen: bigint) => ({
    ...{ supplierOrderId: part!.id, supplierId: part!.supplier.id, amountFen: money.fen(amountFen) },
  });
  const legs = [legOf(first, 99_999_999n), legOf(second, 1n)];
  await expect(pay(order, { legs })).rejects.toMatchObject({ code: 'PAYMENT_REFUSED', detail: 'amountOutOfRange' });
  expect(await cancelPayment(till, order.id, asTest)).toBe('cancelled');
});

test('suppliers become merchants once', async () => {
  const offer = await shop.offer();
  await Promise.all((await Promise.all([1, 2, 3].map(() => shop.placedOrder({ offer })))).map((order) => pay(order)));
  expect(await shop.count('select count(*) from payment.merchant where supplier_id = $1', [offer.supplierId])).toBe(1);
  const { data } = await sandbox.stripe.accounts.list({ limit: 100 });
  expect(data.filter((account) => JSON.stringify(account).includes(offer.supplierId))).toHaveLength(1);
});

test('webhook, a hundred times over, and poller together book once', async () => {
  const order = await orderToPay();
  await pay(order);
  const { id, provider_payment: ref } = await rowOf(order);
  await payAtCashier(ref!);
  const { body, signature } = await sandbox.receiver.take('payment_intent.succeeded');
  const event = till.provider.parseWebhook(body, signature);
  const deliver = async () => {
    await shop.does((tx) => receiveEvent(tx, 'sandbox', event));
    const kept = await shop.rows<{ id: string }>('select id from payment.inbox where event_id = $1', [event.eventRef]);
    await shop.does((tx) =>
      workOffEvents(
        tx,
        kept.map((row) => row.id),
      ),
    );
  };
  await Promise.all([poll(), ...Array.from({ length: 100 }, deliver)]);
  expect(await shop.count('select count(*) from payment.inbox where event_id = $1', [event.eventRef])).toBe(1);
  expect(await booked(order)).toBe(2);
  expect(await rowOf(order)).toMatchObject({ id, state: 'captured' });
  expect(await pay(order)).toMatchObject({ state: 'captured', action: null });
});

test.each(['dropResponse', 'serverErrorAfter', 'dropRequest'])(
  'an answer that is lost (%s) is not guessed: the poller asks',
  async (fault) => {
    const order = await orderToPay();
    await sandbox.misbehave({ on: 'payment_intents.create', fault, sticky: true });
    await expect(pay(order)).rejects.toMatchObject({ code: 'PAYMENT_PROVIDER_UNKNOWN' });
    expect((await rowOf(order)).state).toBe('unknown');
    await sandbox.behave();
    const [made] = await intentsOf(order);
    if (made) {
      await payAtCashier(made.id);
      await poll();
      expect(await rowOf(order)).toMatchObject({ state: 'captured', provider_payment: made.id });
      expect(await booked(order)).toBe(2);
    }
    // The buyer tries again: never a second payment.
    expect((await pay(order)).state).toBe(made ? 'captured' : 'awaitingBuyer');
    expect(await intentsOf(order)).toHaveLength(1);
  },
);

test('a message of a payment that is not ours changes nothing and is kept as such', async () => {
  const stranger = await sandbox.stripe.paymentIntents.create({
    amount: 500,
    currency: 'cny',
    metadata: { shop: 'another' },
  });
  await payAtCashier(stranger.id);
  const { body, signature } = await sandbox.receiver.take(
    'payment_intent.succeeded',
    sandbox.receiver.received.filter(({ event }) => event.type === 'payment_intent.succeeded').length || 1,
  );
  const event = till.provider.parseWebhook(body, signature);
  await shop.does((tx) => receiveEvent(tx, 'sandbox', event));
  const [kept] = await shop.rows<{ id: string }>('select id from payment.inbox where event_id = $1', [event.eventRef]);
  await shop.does((tx) => workOffEvents(tx, [kept!.id]));
  const outcome = await shop.rows<{ outcome: string }>('select outcome from payment.inbox where id = $1', [kept!.id]);
  expect(['nothingToDo', 'noted']).toContain(outcome[0]!.outcome);
});

test('cancelling reaches the provider: afterwards nobody can pay', async () => {
  const order = await orderToPay();
  await pay(order);
  const { provider_payment: ref } = await rowOf(order);
  expect(await cancelPayment(till, order.id, asTest)).toBe('cancelled');
  await expect(payAtCashier(ref!)).rejects.toMatchObject({ type: 'StripeInvalidRequestError' });
  expect(await rowOf(order)).toMatchObject({ state: 'cancelled' });
});

/** The buyer gives up at the cashier, and we hear of it. */
async function calledOff(order: PlacedOrder): Promise<Row> {
  await pay(order);
  const row = await rowOf(order);
  await sandbox.stripe.paymentIntents.cancel(row.provider_payment!);
  await poll();
  expect(await rowOf(order)).toMatchObject({ state: 'cancelled' });
  return row;
}
const attempts = (order: PlacedOrder) =>
  shop.rows(
    `select attempt, state, refund_due_at is not null as owed from payment.payment where order_id = $1 order by attempt`,
    [order.id],
  );

test('called off at the cashier, an order is paid by another payment, once however often and by how many it is begun', async () => {
  const order = await orderToPay();
  const old = await calledOff(order);
  const views = await Promise.all(Array.from({ length: 5 }, () => pay(order)));
  expect(new Set(views.map((view) => JSON.stringify(view)))).toHaveProperty('size', 1);
  expect(views[0]).toMatchObject({ state: 'awaitingBuyer', action: { kind: 'redirect' } });
  expect(await intentsOf(order)).toHaveLength(2);
  const [next] = (await intentsOf(order)).filter((intent) => intent.id !== old.provider_payment);
  await payAtCashier(next!.id);
  await poll();
  expect(await attempts(order)).toEqual([
    { attempt: 1, state: 'cancelled', owed: false },
    { attempt: 2, state: 'captured', owed: false },
  ]);
  expect(await booked(order)).toBe(2);
  expect(await pay(order)).toMatchObject({ state: 'captured', action: null });
  expect(await cancelPayment(till, order.id, asTest)).toBe('captured');
});

test.each(['before', 'after'])(
  'money that comes for the old payment all the same, %s that of the new one: one is kept, the other goes back whole',
  async (when) => {
    const order = await orderToPay();
    const old = await calledOff(order);
    await pay(order);
    const [next] = (await intentsOf(order)).filter((intent) => intent.id !== old.provider_payment);
    await payAtCashier(next!.id);
    const late = async () => {
      const claim = (await till.provider.query({ paymentRef: old.provider_payment! }))!;
      await shop.does((tx) => applyClaims(tx, [{ ...claim, state: 'captured', capturedFen: claim.amountFen }]));
    };
    for (const step of when === 'before' ? [late, poll, late] : [poll, late, late]) await step();
    const [first, second] = when === 'before' ? [false, true] : [true, false];
    expect(await attempts(order)).toEqual([
      { attempt: 1, state: 'captured', owed: first },
      { attempt: 2, state: 'captured', owed: second },
    ]);
    expect(
      await shop.rows(
        `select payment.attempt, sum(refund.amount_fen)::integer as fen
           from payment.refund join payment.payment on payment.id = payment_id where order_id = $1 group by 1`,
        [order.id],
      ),
    ).toEqual([{ attempt: first ? 1 : 2, fen: 1_234 }]);
    // What is claimed of it afterwards comes out of the money that was kept.
    const [part] = order.supplierOrders;
    const [claimed] = await shop.does((tx) =>
      refunds.request(tx, [
        { supplierOrderId: part!.id, amountFen: money.fen(100n), sourceKind: 'afterSale', sourceId: randomUUID() },
      ]),
    );
    const kept = await shop.rows<{ id: string }>(
      'select id from payment.payment where order_id = $1 and refund_due_at is null',
      [order.id],
    );
    expect(kept).toEqual([{ id: claimed!.payment_id }]);
    expect(await holding.brokenInvariants(shop.count)).toEqual({});
  },
);

test('cancelling after the buyer paid finds the money and books it', async () => {
  const order = await orderToPay();
  await pay(order);
  const { provider_payment: ref } = await rowOf(order);
  await payAtCashier(ref!);
  expect(await cancelPayment(till, order.id, asTest)).toBe('captured');
  expect(await rowOf(order)).toMatchObject({ state: 'captured' });
  expect(await booked(order)).toBe(2);
});

test('cancelling what was never sent to the provider', async () => {
  const order = await orderToPay();
  await shop.claimOf(order);
  expect(await cancelPayment(till, order.id, asTest)).toBe('cancelled');
  expect(await rowOf(order)).toMatchObject({ state: 'cancelled' });
  expect(await cancelPayment(till, randomUUID(), asTest)).toBe('cancelled');
});

test('while the provider still works on it, cancelling decides nothing', async () => {
  const order = await orderToPay();
  await pay(order);
  const { provider_payment: ref } = await rowOf(order);
  await sandbox.stripe.paymentIntents.confirm(ref!, { payment_method: 'pm_card_visa' }).catch(() => undefined);
  const provider = Object.create(till.provider, {
    cancel: { value: async () => ({ ...(await till.provider.query({ paymentRef: ref! }))!, state: 'processing' }) },
  }) as Till['provider'];
  await expect(cancelPayment({ ...till, provider }, order.id, asTest)).rejects.toMatchObject({ failure: 'unknown' });
});

test('an order that may no longer be paid is seen as such in the transaction that opens its payment', async () => {
  const order = await orderToPay();
  const recheck = () => Promise.reject(new Error('cancelled meanwhile'));
  await expect(pay(order, { recheck })).rejects.toThrow('cancelled meanwhile');
  expect(await rowOf(order)).toBeUndefined();
});
