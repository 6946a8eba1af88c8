import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenInvariants, invariants, whenQuiet } from '../invariants';
import { startHouse, type RunningHouse } from '../journeys/running-house';
import { STEP_MS, Trade } from './trade';

/**
 * kill -9 in the middle of an order's way: of the api and the worker at named failpoints, of PostgreSQL between two steps.
 * The house restarts what died, the client repeats its request under the same key, and nothing is lost or done twice.
 */

const POINTS = mkdtempSync(join(tmpdir(), 'xihuo-failpoints-'));

let house: RunningHouse;
let trade: Trade;

beforeAll(async () => {
  house = await startHouse({ FAILPOINTS: POINTS });
  trade = new Trade(house, POINTS);
}, 240_000);
afterAll(async () => {
  await house?.stop();
  rmSync(POINTS, { recursive: true, force: true });
}, 90_000);

/** Each kind once in the short run: before and after a commit of the api, around the provider, in the worker. */
test.each([
  'order.place:beforeCommit',
  'order.place:afterCommit',
  'payment.start:beforeCall',
  'payment.start:afterCall',
  'payment.receiveEvent:beforeCommit',
  'payment.onProviderEvent:beforeCommit',
  'ordering.onPaymentCaptured:afterCommit',
])(
  'killed at %s, the order is placed, paid and booked once',
  async (point) => {
    const before = await house.count('select count(*) from ordering.customer_order');
    trade.killAt(point);
    const order = await trade.place();
    await trade.pay(order);
    await trade.paid(order);
    expect(trade.killsLeft()).toEqual([]);
    expect(await house.count('select count(*) from ordering.customer_order')).toBe(before + 1);
  },
  2 * STEP_MS,
);

test(
  'PostgreSQL killed between placing and paying: what was answered is there',
  async () => {
    const order = await trade.place();
    trade.killPostgres();
    await trade.pay(order);
    await trade.paid(order);
  },
  2 * STEP_MS,
);

test(
  'shipped and settled while the worker dies before it has posted the run',
  async () => {
    const order = await trade.place();
    await trade.pay(order);
    await trade.paid(order);
    await trade.ship(order);
    await trade.receive(order);
    await trade.release(order, 8);
    trade.killAt('settlement.daily:beforeCommit');
    await trade.settle(order, 9);
    expect(trade.killsLeft()).toEqual([]);
  },
  4 * STEP_MS,
);

test(
  "and the books are whole, ours and the provider's",
  async () => {
    for (const sql of Object.values(whenQuiet)) await house.until(0, sql);
    expect(await brokenInvariants(house.count, invariants)).toEqual({});
    const { ours, theirs } = await trade.bothBooks();
    expect(ours).toEqual(theirs);
  },
  STEP_MS,
);
