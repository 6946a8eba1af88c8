import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenInvariants, invariants, whenQuiet } from '../invariants';
import { startHouse, type RunningHouse } from '../journeys/running-house';

/**
 * kill -9 in the middle of an order's way: of the api and the worker at named failpoints, of PostgreSQL between two steps.
 * The house restarts what died, the client repeats its request under the same key, and nothing is lost or done twice.
 */

const STEP_MS = 60_000;
const POINTS = mkdtempSync(join(tmpdir(), 'xihuo-failpoints-'));

let house: RunningHouse;
let basket: { skuId: string; quantity: number }[];

beforeAll(async () => {
  house = await startHouse({ FAILPOINTS: POINTS });
  const rows = await house.rows<{ id: string }>(
    `select distinct on (supplier_id) sku_id as id from catalogue.offer_v where for_sale and stock_state = 'inStock' order by supplier_id, sku_id limit 2`,
  );
  basket = rows.map(({ id }) => ({ skuId: id, quantity: 1 }));
}, 240_000);
afterAll(async () => {
  await house?.stop();
  rmSync(POINTS, { recursive: true, force: true });
}, 90_000);

/** Arms a failpoint for one kill; the process removes the file as it dies. */
const killAt = (point: string) => writeFileSync(join(POINTS, encodeURIComponent(point)), '');
const killsLeft = () => readdirSync(POINTS).length;

/** What a patient client does: repeats the same request until it is answered by anything but "not now". */
async function insist<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const deadline = Date.now() + STEP_MS;
  for (;;) {
    const answer = await fetch(`${house.origin}/api/v1${path}`, init).catch(() => null);
    if (answer && answer.status < 500 && answer.status !== 409) {
      const body = (await answer.json()) as Answer;
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${JSON.stringify(body)}`);
      return body;
    }
    if (Date.now() > deadline) throw new Error(`${path}: ${answer ? answer.status : 'no answer'} for a minute`);
    await house.rows('select pg_sleep(0.1)').catch(() => undefined);
  }
}

const post = (body: unknown, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
  body: JSON.stringify(body),
});

interface Order {
  id: string;
  token: string;
  number: string;
}

function place(): Promise<Order> {
  const delivery = { regionCode: '310101', address: '示例路1号', name: '张示例', phone: '13900000000' };
  return insist<Order>('/orders', post({ lines: basket, delivery }));
}

async function pay(order: Order): Promise<void> {
  const headers = { 'order-token': order.token };
  const { action } = await insist<{ action: { url: string } }>(`/orders/${order.id}/payment`, post({}, headers));
  const cashier = new URL(action.url);
  const fields = {
    choice: 'succeed',
    method: 'card',
    client_secret: cashier.searchParams.get('client_secret')!,
    return_url: cashier.searchParams.get('return_url')!,
  };
  const answer = await fetch(cashier, { method: 'POST', body: new URLSearchParams(fields), redirect: 'manual' });
  expect(answer.status).toBeLessThan(400);
}

async function settled(order: Order): Promise<void> {
  await house.until(1, `select count(*) from ordering.customer_order where id = $1 and state = 'paid'`, [order.id]);
  await house.until(2, `select count(*) from ordering.supplier_order where order_id = $1 and state = 'toShip'`, [
    order.id,
  ]);
  const payments = await house.rows(`select state from payment.payment where order_id = $1`, [order.id]);
  expect(payments).toEqual([{ state: 'captured' }]);
}

/** Each point once in the short run: before and after a commit of the api, around the provider, in the worker. */
const POINTS_OF_KILL = [
  'order.place:beforeCommit',
  'order.place:afterCommit',
  'payment.start:beforeCall',
  'payment.start:afterCall',
  'payment.receiveEvent:beforeCommit',
  'payment.onProviderEvent:beforeCommit',
  'ordering.onPaymentCaptured:afterCommit',
];

test.each(POINTS_OF_KILL)(
  'killed at %s, the order is placed, paid and booked once',
  async (point) => {
    const before = await house.count('select count(*) from ordering.customer_order');
    killAt(point);
    const order = await place();
    await pay(order);
    await settled(order);
    expect(killsLeft()).toBe(0);
    expect(await house.count('select count(*) from ordering.customer_order')).toBe(before + 1);
  },
  2 * STEP_MS,
);

test(
  'PostgreSQL killed between placing and paying: what was answered is there',
  async () => {
    const order = await place();
    process.kill(
      Number(readFileSync(join(house.dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
      'SIGKILL',
    );
    await pay(order);
    await settled(order);
  },
  3 * STEP_MS,
);

test(
  'and the books are whole',
  async () => {
    for (const sql of Object.values(whenQuiet)) await house.until(0, sql);
    expect(await brokenInvariants(house.count, invariants)).toEqual({});
  },
  STEP_MS,
);
