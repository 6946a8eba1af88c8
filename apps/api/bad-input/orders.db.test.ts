import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { badInput, type Offer, type PlacedOrder } from '@xihuo/testing';
import { contexts } from '../contexts';

/** Orders that must not be taken: each a problem with a stable code, and nothing written. */

/** A good order loosened, so that a case may spoil any part of it. */
interface Draft {
  [field: string]: unknown;
  lines: Record<string, unknown>[];
  delivery: Record<string, unknown>;
}
const keyed = (more: Record<string, string> = {}) => ({ 'idempotency-key': randomUUID(), ...more });

let at: badInput.Target;
let apple: Offer;
let tea: Offer;
let placed: PlacedOrder;

beforeAll(async () => {
  at = await badInput.openTarget(contexts);
  apple = await at.shop.offer({ priceFen: 1_990n });
  tea = await at.shop.offer({ priceFen: 8_800n, stock: 3 });
  placed = await at.shop.placedOrder({ offer: apple });
});
afterAll(() => at?.close());

const goodOrder = () => structuredClone(at.shop.bodyOf({ offer: apple, quantity: 2 })) as unknown as Draft;

test('a good order is taken, and the look into every table sees it; so do later changes', async () => {
  const before = await at.content();
  const { status, body } = await at.guest.ask('POST', '/orders', goodOrder(), keyed());
  expect(status).toBe(201);
  const after = await at.content();
  const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
  expect(changed).toEqual(
    expect.arrayContaining(['ordering.customer_order', 'ordering.stock', 'platform.idempotency_key']),
  );
  await at.shop.rows(`update ordering.customer_order set number = number || 'x' where id = $1`, [body['id']]);
  expect(await at.content()).not.toEqual(after);
});

type Spoil = (order: Draft) => void;
const quantity =
  (value: unknown): Spoil =>
  ({ lines }) => {
    lines[0]!['quantity'] = value;
  };
const line =
  (field: string, value: unknown): Spoil =>
  ({ lines }) => {
    lines[0]![field] = value;
  };
const delivery =
  (field: string, value: unknown): Spoil =>
  (order) => {
    order.delivery[field] = value;
  };
const fen = (amount: unknown, currency: unknown = 'CNY') => ({ amount, currency });

describe('an order with', () => {
  test.each<[string, string, Spoil]>([
    ['a field nobody asked for', '/amount', (order) => (order['amount'] = fen('1'))],
    ['a field nobody asked for in a line', '/lines/0/amount', line('amount', fen('1'))],
    ['a field nobody asked for in a price', '/lines/0/unitPrice/fen', line('unitPrice', { ...fen('1990'), fen: 1 })],
    ['a field nobody asked for in the delivery', '/delivery/isAdmin', delivery('isAdmin', true)],
    ['a constructor', '/constructor', (order) => Object.assign(order, { constructor: { prototype: {} } })],
    ['no lines', '/lines', (order) => (order.lines = [])],
    ['no field lines', '/lines', (order) => delete (order as Record<string, unknown>)['lines']],
    ['lines that are an object', '/lines', (order) => Object.assign(order, { lines: { 0: order.lines[0] } })],
    ['a line that is null', '/lines/0', (order) => Object.assign(order, { lines: [null] })],
    ['a hundred and one lines', '/lines', (order) => (order.lines = Array(101).fill(order.lines[0]))],
    ['a SKU twice', '/lines', ({ lines }) => lines.push(lines[0]!)],
    ['a quantity of 0', '/lines/0/quantity', quantity(0)],
    ['a quantity below 0', '/lines/0/quantity', quantity(-1)],
    ['half a pack', '/lines/0/quantity', quantity(1.5)],
    ['ten thousand packs', '/lines/0/quantity', quantity(10_000)],
    ['a quantity beyond 32 bits', '/lines/0/quantity', quantity(2 ** 31)],
    ['a quantity beyond 53 bits', '/lines/0/quantity', quantity(2 ** 53)],
    ['an astronomic quantity', '/lines/0/quantity', quantity(1e300)],
    ['a quantity as text', '/lines/0/quantity', quantity('1')],
    ['a quantity that is true', '/lines/0/quantity', quantity(true)],
    ['a quantity that is null', '/lines/0/quantity', quantity(null)],
    ['a quantity in a list', '/lines/0/quantity', quantity([1])],
    ['a SKU that is a number', '/lines/0/skuId', line('skuId', 1)],
    ['a SKU that is SQL', '/lines/0/skuId', line('skuId', "' or 1=1; drop table ordering.stock --")],
    ['a price as a number', '/lines/0/unitPrice/amount', line('unitPrice', fen(1_990))],
    ['a price below 0', '/lines/0/unitPrice/amount', line('unitPrice', fen('-1990'))],
    ['a price with a point', '/lines/0/unitPrice/amount', line('unitPrice', fen('19.90'))],
    ['a price beyond 64 bits', '/lines/0/unitPrice/amount', line('unitPrice', fen('9'.repeat(40)))],
    ['a price in dollars', '/lines/0/unitPrice/currency', line('unitPrice', fen('1990', 'USD'))],
    ['an id that is no id', '/id', (order) => (order['id'] = 'my-order')],
    ['a region that is no code', '/delivery/regionCode', delivery('regionCode', '上海')],
    ['a phone with full-width digits', '/delivery/phone', delivery('phone', '１３８００００００００')],
    ['a phone with a line feed', '/delivery/phone', delivery('phone', '10012345678\n')],
    ['a blank name', '/delivery/name', delivery('name', ' \t\u3000')],
    ['a name of direction marks', '/delivery/name', delivery('name', '\u202e\u2066\u200f\u061c')],
    ['a name of control characters', '/delivery/name', delivery('name', '\u0000\u0007')],
    ['a name with half a character', '/delivery/name', delivery('name', '张\ud83d')],
    ['a name with the other half', '/delivery/name', delivery('name', '\ude00三')],
    ['a name of 41 characters', '/delivery/name', delivery('name', '长'.repeat(41))],
    ['an address of a megabyte, nearly', '/delivery/address', delivery('address', 'x'.repeat(1_000_000))],
  ])('%s', async (_name, pointer, spoil) => {
    const body = goodOrder();
    spoil(body);
    const answer = await at.refused({ path: '/orders', body, headers: keyed() }, 422, 'INVALID_INPUT');
    expect(answer.body['errors']).toContainEqual(expect.objectContaining({ pointer }));
  });

  test.each<[string, number, string, Spoil]>([
    ['a SKU nobody knows', 422, 'SKU_UNKNOWN', line('skuId', '01a20ac8-9028-7e96-9c1e-db2cbb4e55a4')],
    ['a price of yesterday', 409, 'PRICE_CHANGED', line('unitPrice', fen('1000'))],
    ['more packs than there are', 409, 'OUT_OF_STOCK', quantity(9_999)],
    ['a province to deliver to', 422, 'REGION_NOT_DELIVERABLE', delivery('regionCode', '310000')],
    ['a place beyond the mainland', 422, 'REGION_NOT_DELIVERABLE', delivery('regionCode', '710000')],
    ['a place that is not there', 422, 'REGION_NOT_DELIVERABLE', delivery('regionCode', '999999')],
    ['the id of another order', 422, 'INVALID_INPUT', (order) => (order['id'] = placed.id)],
  ])('%s', async (_name, status, code, spoil) => {
    const body = goodOrder();
    spoil(body);
    await at.refused({ path: '/orders', body, headers: keyed() }, status, code);
  });

  test.each(['710000', '999999'])('a cart that is to go to %s is kept as it was', async (place) => {
    const body = { changes: [{ skuId: apple.skuId, quantity: 1 }] };
    await at.refused(
      { method: 'PUT', path: `/cart/lines?region=${place}`, body, headers: keyed() },
      422,
      'REGION_NOT_DELIVERABLE',
    );
  });

  test('one line that cannot be had takes nothing of the other', async () => {
    const body = at.shop.bodyOf({ offer: apple }, { offer: tea, quantity: 4 });
    await at.refused({ path: '/orders', body, headers: keyed() }, 409, 'OUT_OF_STOCK');
  });
});

test('direction marks inside a name do not survive', async () => {
  const body = goodOrder();
  body.delivery['name'] = '\u061c\u202e张三\u2069';
  const answer = await at.guest.ask('POST', '/orders', body, keyed());
  expect(answer).toMatchObject({ status: 201, body: { delivery: { name: '张**' } } });
});

describe('an idempotency key', () => {
  test.each([
    ['missing', {}],
    ['empty', { 'idempotency-key': '' }],
    ['of 256 characters', { 'idempotency-key': 'k'.repeat(256) }],
  ])('%s', (_name, headers) =>
    at.refused(
      { path: '/orders', body: goodOrder(), headers: headers as Record<string, string> },
      400,
      'IDEMPOTENCY_KEY_MISSING',
    ),
  );

  test('replayed is the same order once more, and nothing is written', async () => {
    const [headers, body] = [keyed(), goodOrder()];
    const first = await at.guest.ask('POST', '/orders', body, headers);
    const before = await at.content();
    const again = await at.guest.ask('POST', '/orders', body, headers);
    expect([again.status, again.body]).toEqual([201, first.body]);
    expect([first, again].map((answer) => answer.header('idempotent-replayed'))).toEqual([undefined, 'true']);
    expect(await at.content()).toEqual(before);
  });

  test.each<[string, Spoil]>([
    ['another quantity', quantity(1)],
    ['another receiver', delivery('name', '别人')],
    ['a price beside it', line('unitPrice', fen('1990'))],
  ])('used again with %s', async (_name, spoil) => {
    const [headers, body] = [keyed(), goodOrder()];
    expect((await at.guest.ask('POST', '/orders', body, headers)).status).toBe(201);
    spoil(body);
    await at.refused({ path: '/orders', body, headers }, 422, 'IDEMPOTENCY_KEY_REUSED');
  });
});
