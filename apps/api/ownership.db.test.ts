import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { routes, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { badInput, type House, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { contexts } from './contexts';

/**
 * Every route that takes an id and is not for everybody, asked by everybody: only whom the thing is for gets it, all
 * others are refused and nothing is written. A route that is added without a row here fails the first test.
 */

interface Caller {
  browser: badInput.Caller;
  headers?: Record<string, string>;
}

/** Who asks; `guest` and `account` own one order each, `supplier` sells what is in them. */
const CALLERS = [
  'guest',
  'otherGuest',
  'account',
  'otherAccount',
  'supplier',
  'otherSupplier',
  'farmer',
  'countyAgriculture',
  'countyElsewhere',
  'auditor',
  'auditorElsewhere',
  'reviewer',
  'operator',
  'finance',
  'mediator',
  'anonymous',
] as const;
type CallerName = (typeof CALLERS)[number];

/** A request for one thing; `make` makes a thing of which the request can be granted. */
interface Row {
  thing: string;
  key: RouteKey;
  make: () => Promise<{ ids: Record<string, string>; body?: object }>;
  allowed: readonly CallerName[];
}

let target: badInput.Target;
let shop: Shop;
let house: House;
let offer: Offer;
let lot: string;
let guestToken = '';
const callers = {} as Record<CallerName, Caller>;

beforeAll(async () => {
  target = await badInput.openTarget(contexts);
  ({ shop, house } = target);
  offer = await shop.offer({ stock: 1_000 });
  lot = await shop.lot(offer, 500_000n);
  await settleOneOrder();
  await letEverybodyIn();
}, 60_000);
afterAll(async () => {
  await target?.close();
});

/** Before anybody comes in: the clock moves on by more than a session lives. */
async function settleOneOrder(): Promise<void> {
  await shop.receivedOrder(new Map([[offer.productId, lot]]), { offer });
  await shop.releaseAfter(8);
  const releasedOn = await shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  await shop.setClock('9 days');
  const finance = await house.signedIn({ role: 'finance' });
  const headers = { 'idempotency-key': randomUUID() };
  const run = await finance.ask('POST', '/settlement/runs', { periodEnd: releasedOn }, headers);
  expect(run.status).toBe(201);
}

async function letEverybodyIn(): Promise<void> {
  const other = await shop.offer();
  const wanted = {
    account: { role: 'consumer' },
    otherAccount: { role: 'consumer' },
    supplier: { role: 'supplier', organisationId: offer.supplierId },
    otherSupplier: { role: 'supplier', organisationId: other.supplierId },
    farmer: { role: 'farmer', householdId: await shop.household(offer.supplierId) },
    countyAgriculture: { role: 'countyAgriculture', regionCode: '610629' },
    countyElsewhere: { role: 'countyAgriculture', regionCode: '610630' },
    auditor: { role: 'auditor', regionCode: '610000' },
    auditorElsewhere: { role: 'auditor', regionCode: '620000' },
    reviewer: { role: 'reviewer' },
    operator: { role: 'operator' },
    finance: { role: 'finance' },
    mediator: { role: 'mediator' },
  } as const;
  for (const [name, person] of Object.entries(wanted))
    callers[name as CallerName] = { browser: await house.signedIn(person) };
  const stranger = await shop.placedOrder({ offer });
  const browser = house.browser('shop');
  callers.anonymous = { browser };
  callers.otherGuest = { browser, headers: { 'order-token': stranger.token } };
  // Theirs is the token of the guest's order made last.
  callers.guest = { browser };
}

async function guestOrder(): Promise<PlacedOrder> {
  const order = await shop.placedOrder({ offer });
  guestToken = order.token;
  return order;
}

async function accountOrder(): Promise<PlacedOrder> {
  const { browser } = callers.account;
  const answer = await browser.ask('POST', '/orders', shop.bodyOf({ offer }), { 'idempotency-key': randomUUID() });
  expect(answer.status).toBe(201);
  return answer.body as unknown as PlacedOrder;
}

const partOf = (order: PlacedOrder) => order.supplierOrders[0]!;

const idOf =
  (make: () => Promise<PlacedOrder>, body?: object): Row['make'] =>
  async () => ({ ids: { id: (await make()).id }, ...(body ? { body } : {}) });

const shippedPart =
  (make: () => Promise<PlacedOrder>): Row['make'] =>
  async () => {
    const order = await make();
    await shop.pay(order);
    await shop.ship(order, new Map([[offer.productId, lot]]));
    return { ids: { id: order.id }, body: { supplierOrderId: partOf(order).id } };
  };

async function partToShip(): ReturnType<Row['make']> {
  const part = partOf(await shop.paidOrder({ offer }));
  const picks = [{ lineId: part.lines[0]!.id, lotId: lot, packs: part.lines[0]!.quantity }];
  return { ids: { id: part.id }, body: { carrier: '示例快递', trackingNumber: 'SL1', picks } };
}

const idFrom =
  (sql: string): Row['make'] =>
  async () => {
    const [row] = await shop.rows<{ id: string }>(sql, [offer.supplierId]);
    return { ids: { id: row!.id } };
  };

/** Another session of the account, as on a second phone. */
async function secondSession(): ReturnType<Row['make']> {
  const [row] = await shop.rows<{ id: string }>(
    `insert into identity.session (person_id, surface, token_hash, created_at, last_seen_at, expires_at)
     select person_id, surface, sha256(gen_random_uuid()::text::bytea), created_at, last_seen_at, expires_at
       from identity.session where token_hash = sha256(convert_to($1, 'UTF8')) returning id`,
    [callers.account.browser.token],
  );
  return { ids: { id: row!.id } };
}

const ROWS: readonly Row[] = [
  { thing: "a guest's order", key: 'GET /orders/{id}', make: idOf(guestOrder), allowed: ['guest'] },
  { thing: "an account's order", key: 'GET /orders/{id}', make: idOf(accountOrder), allowed: ['account'] },
  { thing: "a guest's order", key: 'POST /orders/{id}/cancel', make: idOf(guestOrder, {}), allowed: ['guest'] },
  { thing: "an account's order", key: 'POST /orders/{id}/cancel', make: idOf(accountOrder, {}), allowed: ['account'] },
  { thing: "a guest's order", key: 'POST /orders/{id}/payment', make: idOf(guestOrder, {}), allowed: ['guest'] },
  { thing: "an account's order", key: 'POST /orders/{id}/payment', make: idOf(accountOrder, {}), allowed: ['account'] },
  { thing: "a guest's parcel", key: 'POST /orders/{id}/receipts', make: shippedPart(guestOrder), allowed: ['guest'] },
  {
    thing: "an account's parcel",
    key: 'POST /orders/{id}/receipts',
    make: shippedPart(accountOrder),
    allowed: ['account'],
  },
  { thing: 'a part to ship', key: 'GET /supplier/orders/{id}', make: partToShip, allowed: ['supplier'] },
  { thing: 'a part to ship', key: 'POST /supplier/orders/{id}/shipment', make: partToShip, allowed: ['supplier'] },
  {
    thing: 'a statement',
    key: 'GET /settlement/statements/{id}',
    make: idFrom('select id from settlement.statement where supplier_id = $1'),
    allowed: ['supplier', 'auditor', 'operator', 'finance'],
  },
  {
    thing: 'an application',
    key: 'GET /admission/applications/{id}',
    make: idFrom('select id from admission.application where supplier_id = $1'),
    allowed: ['countyAgriculture', 'auditor', 'reviewer', 'operator'],
  },
  { thing: 'a session', key: 'DELETE /me/sessions/{id}', make: secondSession, allowed: ['account'] },
];

const guarded = (Object.entries(routes) as [RouteKey, RouteDefinition][]).filter(
  ([, { params, access }]) => params && access.kind !== 'public',
);

test('every route that takes an id and is not for everybody stands in the table', () => {
  expect([...new Set(ROWS.map(({ key }) => key))].sort()).toEqual(guarded.map(([key]) => key).sort());
});

test('everybody came in as who they are', async () => {
  for (const name of CALLERS) {
    const signedOut = name === 'anonymous' || name === 'guest' || name === 'otherGuest';
    expect([name, (await callers[name].browser.ask('GET', '/me')).status]).toEqual([name, signedOut ? 401 : 200]);
  }
});

async function ask(name: CallerName, { key, make }: Row, made?: Awaited<ReturnType<Row['make']>>) {
  const { ids, body } = made ?? (await make());
  const [method, path] = key.split(' ') as ['GET' | 'POST' | 'DELETE', string];
  const { browser, headers } = callers[name];
  const { idempotent }: RouteDefinition = routes[key];
  return browser.ask(
    method,
    path.replace(/\{(\w+)\}/g, (_, param: string) => ids[param]!),
    body,
    {
      ...headers,
      ...(name === 'guest' ? { 'order-token': guestToken } : {}),
      ...(idempotent ? { 'idempotency-key': randomUUID() } : {}),
    },
  );
}

describe.each(ROWS.map((row) => [row.key, row.thing, row] as const))('%s of %s', (_key, _thing, row) => {
  const strangers = CALLERS.filter((name) => !row.allowed.includes(name));

  test.each(row.allowed)('is answered to %s', async (name) => {
    const { status } = await ask(name, row);
    expect(status).toBeGreaterThanOrEqual(200);
    expect(status).toBeLessThan(300);
  });

  test(`is refused to ${strangers.join(', ')}`, async () => {
    const made = await row.make();
    const before = await target.content();
    const open = () => shop.count('select count(*) from identity.session where ended_at is null');
    const sessions = await open();
    const answers: Record<string, string> = {};
    for (const name of strangers) {
      const { status, code } = await ask(name, row, made);
      answers[name] = [401, 403, 404].includes(status) ? 'refused' : `${status} ${code}`;
    }
    expect(answers).toEqual(Object.fromEntries(strangers.map((name) => [name, 'refused'])));
    expect(await target.content()).toEqual(before);
    expect(await open()).toBe(sessions);
  });
});
