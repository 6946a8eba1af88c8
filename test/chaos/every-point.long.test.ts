import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenInvariants, invariants, whenQuiet } from '../invariants';
import { startHouse, type RunningHouse } from '../journeys/running-house';
import { STEP_MS, Trade, type Order } from './trade';

/** Every place at which the way of an order can be cut, before and after each commit, one kill -9 at a time. */

const POINTS = mkdtempSync(join(tmpdir(), 'xihuo-failpoints-'));

let house: RunningHouse;
let trade: Trade;
/** Days by which business time has gone on. */
let day = 0;

beforeAll(async () => {
  house = await startHouse({ FAILPOINTS: POINTS });
  trade = new Trade(house, POINTS);
}, 240_000);
afterAll(async () => {
  await house?.stop();
  rmSync(POINTS, { recursive: true, force: true });
}, 90_000);

const aroundCommit = (...commands: string[]) =>
  commands.flatMap((name) => [`${name}:beforeCommit`, `${name}:afterCommit`]);

/** Whatever was killed: it died, everything goes quiet, and both books agree to the fen. */
async function expectWhole(): Promise<void> {
  for (const [what, sql] of Object.entries(whenQuiet))
    await trade.patiently(what, async () => (await house.count(sql)) === 0);
  await trade.patiently('the killed one has died', () => Promise.resolve(trade.killsLeft().length === 0));
  expect(await brokenInvariants(house.count, invariants)).toEqual({});
  const { ours, theirs } = await trade.bothBooks();
  expect(ours).toEqual(theirs);
}

async function paidOrder(): Promise<Order> {
  const order = await trade.place();
  await trade.pay(order);
  await trade.paid(order);
  return order;
}

test.each([
  ...aroundCommit(
    'order.place',
    'payment.look',
    'POST /orders/{id}/payment',
    'payment.keepMerchants',
    'payment.open',
    'payment.offered',
    'payment.receiveEvent',
    'payment.onProviderEvent',
    'ordering.onPaymentCaptured',
  ),
  'payment.start:beforeCall',
  'payment.start:afterCall',
])(
  'paying, killed at %s',
  async (point) => {
    const before = await house.count('select count(*) from ordering.customer_order');
    trade.killAt(point);
    await paidOrder();
    expect(await house.count('select count(*) from ordering.customer_order')).toBe(before + 1);
    await expectWhole();
  },
  3 * STEP_MS,
);

test.each(aroundCommit('payment.takeStale', 'payment.applyAnswers'))(
  "the provider's word lost and then asked for, killed at %s",
  async (point) => {
    const fault = { on: 'payment_intent.succeeded', fault: 'dropWebhook' };
    await fetch(`${house.sandbox}/_sandbox/behaviour`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
    trade.killAt(point);
    await paidOrder();
    await expectWhole();
  },
  3 * STEP_MS,
);

test.each(aroundCommit('order.startCancelling', 'payment.cancelled', 'order.finishCancelling'))(
  'giving up, killed at %s',
  async (point) => {
    const order = await trade.place();
    await trade.startPayment(order);
    trade.killAt(point);
    await trade.cancel(order);
    await expectWhole();
  },
  3 * STEP_MS,
);

test.each(aroundCommit('POST /supplier/orders/{id}/shipment', 'POST /orders/{id}/receipts'))(
  'shipping and receiving, killed at %s',
  async (point) => {
    const order = await paidOrder();
    trade.killAt(point);
    await trade.ship(order);
    await trade.receive(order);
    await expectWhole();
  },
  4 * STEP_MS,
);

test.each(aroundCommit('ordering.release', 'settlement.daily'))(
  'releasing and settling, killed at %s',
  async (point) => {
    const order = await paidOrder();
    await trade.ship(order);
    await trade.receive(order);
    // Releases run again and again with nothing to release; the one that matters is the one after this.
    await house.setClock(`${day + 8} days`);
    trade.killAt(point);
    await trade.release(order, day + 8);
    await trade.settle(order, day + 9);
    day += 9;
    await expectWhole();
  },
  5 * STEP_MS,
);

test(
  'PostgreSQL killed after each step',
  async () => {
    const order = await trade.place();
    trade.killPostgres();
    await trade.pay(order);
    trade.killPostgres();
    await trade.paid(order);
    await trade.ship(order);
    trade.killPostgres();
    await trade.patiently('the database is back', async () => (await house.count('select 1')) === 1);
    await trade.receive(order);
    await expectWhole();
  },
  5 * STEP_MS,
);
