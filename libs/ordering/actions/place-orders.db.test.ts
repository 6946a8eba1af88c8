import { randomUUID } from 'node:crypto';
import { ProblemError } from '@xihuo/kernel';
import { asTest, holding, openShop, type Shop } from '@xihuo/testing';
import { countStock } from './stock/count-stock';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));

/** The code a promise was refused with, or 'placed'. */
const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'placed',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );

/** Rows of everything an order writes. */
const rowsWritten = () =>
  shop.count(
    `select (select count(*) from ordering.customer_order) + (select count(*) from ordering.supplier_order)
          + (select count(*) from ordering.order_line) + (select count(*) from ordering.stock_movement where kind = 'reserve')
          + (select count(*) from platform.outbox_event) + (select count(*) from platform.idempotency_key)
          + (select coalesce(sum(reserved), 0) from ordering.stock)`,
  );

const stockOf = async (skuId: string) =>
  (
    await shop.rows<{ on_hand: number; reserved: number }>(
      'select on_hand, reserved from ordering.stock where sku_id = $1',
      [skuId],
    )
  )[0];

test('an order over two suppliers is split, priced and reserved', async () => {
  const apple = await shop.offer({ priceFen: 1_990n });
  const pear = await shop.offer({ priceFen: 500n, supplierId: apple.supplierId });
  const tea = await shop.offer({ priceFen: 8_800n });
  const order = await shop.placedOrder(
    { offer: apple, quantity: 3 },
    { offer: tea, quantity: 1 },
    { offer: pear, quantity: 2 },
  );

  expect(order).toMatchObject({ state: 'awaitingPayment', amount: { amount: '15770', currency: 'CNY' } });
  expect(order.delivery).toEqual({
    regionName: '上海市黄浦区',
    address: '示例路10***',
    name: '示**',
    phone: '100****5678',
  });
  const parts = new Map(order.supplierOrders.map((part) => [part.supplier.id, part]));
  expect(parts.get(apple.supplierId)).toMatchObject({ state: 'awaitingPayment', amount: { amount: '6970' } });
  expect(parts.get(tea.supplierId)).toMatchObject({
    amount: { amount: '8800' },
    lines: [{ quantity: 1, unitPrice: { amount: '8800' } }],
  });
  // What its supplier finds it by.
  const [{ sought }] = (await shop.rows<{ sought: string }>(
    'select sought from ordering.supplier_order where id = $1',
    [parts.get(apple.supplierId)!.id],
  )) as [{ sought: string }];
  const names = parts.get(apple.supplierId)!.lines.map(({ productName }) => productName.toLowerCase());
  expect(sought).toBe([order.number, ...names].join(' '));
  expect(await stockOf(apple.skuId)).toEqual({ on_hand: 100, reserved: 3 });
  expect(new Date(order.payBy).getTime() - new Date(order.placedAt).getTime()).toBe(30 * 60_000);
});

test('where the goods go is sealed, and the token rests nowhere', async () => {
  const order = await shop.placedOrder({ offer: await shop.offer() });
  const [row] = await shop.rows<{ text: string }>(
    `select customer_order::text || (select string_agg(event::text, '') from platform.outbox_event event) as text
       from ordering.customer_order where id = $1`,
    [order.id],
  );
  expect(row!.text).not.toContain('12345678');
  expect(row!.text).not.toContain('3单元');
  expect(row!.text).not.toContain(order.token);
});

test('what no single payment takes is refused before its goods are held', async () => {
  const offer = await shop.offer({ priceFen: 1_000_000n, stock: 200 });
  const before = await rowsWritten();
  await expect(shop.placedOrder({ offer, quantity: 100 })).rejects.toMatchObject({
    code: 'ORDER_TOO_LARGE',
    errors: [{ pointer: '/lines', code: 'ORDER_TOO_LARGE' }],
  });
  expect(await rowsWritten()).toBe(before);
  expect(await outcome(shop.placedOrder({ offer, quantity: 99 }))).toBe('placed');
});

test('a price is what it was at placement, whatever it becomes', async () => {
  const offer = await shop.offer({ priceFen: 1_000n });
  const order = await shop.placedOrder({ offer });
  await shop.rows('update catalogue.sku set price_fen = 2000 where id = $1', [offer.skuId]);
  expect(await shop.count('select unit_price_fen from ordering.order_line where order_id = $1', [order.id])).toBe(
    1_000,
  );
});

test('a price the buyer has not seen is answered with the old and the new one', async () => {
  const offer = await shop.offer({ priceFen: 1_200n });
  const body = shop.bodyOf({ offer });
  body.lines[0]!.unitPrice = { amount: '1000', currency: 'CNY' };
  const before = await rowsWritten();
  await expect(shop.place(body)).rejects.toMatchObject({
    code: 'PRICE_CHANGED',
    status: 409,
    errors: [{ pointer: '/lines/0/unitPrice', code: 'PRICE_CHANGED' }],
    extra: {
      prices: [
        { skuId: offer.skuId, old: { amount: '1000', currency: 'CNY' }, new: { amount: '1200', currency: 'CNY' } },
      ],
    },
  });
  expect(await rowsWritten()).toBe(before);
  body.lines[0]!.unitPrice = { amount: '1200', currency: 'CNY' };
  expect(await outcome(shop.place(body))).toBe('placed');
});

test('one left and twenty buyers: exactly one has it', async () => {
  const offer = await shop.offer({ stock: 1 });
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => outcome(shop.placedOrder({ offer }))));
  expect(outcomes.sort()).toEqual([...Array.from({ length: 19 }, () => 'OUT_OF_STOCK'), 'placed']);
  expect(await stockOf(offer.skuId)).toEqual({ on_hand: 1, reserved: 1 });
  expect(await shop.count('select count(*) from ordering.order_line where sku_id = $1', [offer.skuId])).toBe(1);
});

test('orders over the same goods in opposite order do not dead-lock', async () => {
  const [one, two] = [await shop.offer(), await shop.offer()];
  const outcomes = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      outcome(
        index % 2 ? shop.placedOrder({ offer: one }, { offer: two }) : shop.placedOrder({ offer: two }, { offer: one }),
      ),
    ),
  );
  expect(new Set(outcomes)).toEqual(new Set(['placed']));
  expect(await stockOf(one.skuId)).toMatchObject({ reserved: 20 });
});

test('one line that cannot be had refuses the whole order and takes nothing', async () => {
  const [full, empty] = [await shop.offer(), await shop.offer({ stock: 2 })];
  const before = await rowsWritten();
  await expect(shop.placedOrder({ offer: full }, { offer: empty, quantity: 3 })).rejects.toMatchObject({
    code: 'OUT_OF_STOCK',
    errors: [{ pointer: '/lines/1/quantity', code: 'OUT_OF_STOCK' }],
  });
  expect(await rowsWritten()).toBe(before);
});

test('an unknown SKU is named, and is what is said first', async () => {
  const offer = await shop.offer({ stock: 0 });
  const unknown = { ...offer, skuId: randomUUID() };
  await expect(shop.placedOrder({ offer }, { offer: unknown })).rejects.toMatchObject({
    code: 'SKU_UNKNOWN',
    errors: [
      { pointer: '/lines/0/quantity', code: 'OUT_OF_STOCK' },
      { pointer: '/lines/1/skuId', code: 'SKU_UNKNOWN' },
    ],
  });
});

test.each(['suspension', 'exit'] as const)('after %s of the supplier the very next order is refused', async (kind) => {
  const offer = await shop.offer();
  await shop.placedOrder({ offer });
  await shop.impose(offer.supplierId, kind);
  expect(await outcome(shop.placedOrder({ offer }))).toBe('SKU_NOT_FOR_SALE');
});

test('delisting one product leaves its neighbours on the shelf; a warning changes nothing', async () => {
  const [one, two] = [await shop.offer(), await shop.offer()];
  await shop.impose(one.supplierId, 'productDelisting', one.productId);
  await shop.impose(two.supplierId, 'warning');
  expect(await outcome(shop.placedOrder({ offer: one }))).toBe('SKU_NOT_FOR_SALE');
  expect(await outcome(shop.placedOrder({ offer: two }))).toBe('placed');
});

test.each([
  ['on its last day a certification sells', 0, 'placed'],
  ['the day after it sells nothing', -1, 'SKU_NOT_FOR_SALE'],
])('%s', async (_name, days, expected) => {
  const offer = await shop.offer();
  await shop.rows(
    `update admission.certification set valid_until = (platform.business_now() at time zone 'Asia/Shanghai')::date + $2::integer
      where supplier_id = $1`,
    [offer.supplierId, days],
  );
  expect(await outcome(shop.placedOrder({ offer }))).toBe(expected);
});

test.each([
  ['a province', '310000'],
  ['a prefecture with counties below it', '610600'],
  ['nowhere', '999999'],
  ['beyond the mainland', '710000'],
])('nothing is delivered to %s', async (_name, regionCode) => {
  const body = shop.bodyOf({ offer: await shop.offer() });
  body.delivery.regionCode = regionCode;
  await expect(shop.place(body)).rejects.toMatchObject({
    code: 'REGION_NOT_DELIVERABLE',
    errors: [{ pointer: '/delivery/regionCode', code: 'REGION_NOT_DELIVERABLE' }],
  });
});

describe('idempotency key', () => {
  const keyed = (body: object, key: string, scope = 'guest') => ({
    ...asTest,
    idempotency: { scope, route: 'POST /orders' as const, key, body },
  });

  test('the same request again is the same order with the same token', async () => {
    const body = shop.bodyOf({ offer: await shop.offer() });
    const ask = keyed(body, randomUUID());
    const first = await shop.place(body, ask);
    const before = await rowsWritten();
    expect(await shop.place(body, ask)).toEqual(first);
    expect(await rowsWritten()).toBe(before);
  });

  test('another body under the same key is refused', async () => {
    const body = shop.bodyOf({ offer: await shop.offer() });
    const key = randomUUID();
    await shop.place(body, keyed(body, key));
    const other = shop.bodyOf({ offer: await shop.offer() });
    expect(await outcome(shop.place(other, keyed(other, key)))).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('the same key of somebody else is another key', async () => {
    const body = shop.bodyOf({ offer: await shop.offer() });
    const key = randomUUID();
    const first = await shop.place(body, keyed(body, key, 'person-1'));
    expect((await shop.place(body, keyed(body, key, 'person-2'))).id).not.toBe(first.id);
  });

  test('while the first is still running the second is told so', async () => {
    const offer = await shop.offer();
    const body = shop.bodyOf({ offer });
    const ask = keyed(body, randomUUID());
    const letGo = await shop.hold(`select from ordering.stock where sku_id = '${offer.skuId}' for update`);
    const first = shop.place(body, ask);
    await shop.untilWaiting(1);
    expect(await outcome(shop.placeElsewhere(body, ask))).toBe('IDEMPOTENCY_KEY_RUNNING');
    const again = shop.place(body, ask);
    await letGo();
    expect((await again).id).toBe((await first).id);
  });

  test('a refused order leaves its key free for another try', async () => {
    const offer = await shop.offer({ stock: 0 });
    const body = shop.bodyOf({ offer });
    const ask = keyed(body, randomUUID());
    expect(await outcome(shop.place(body, ask))).toBe('OUT_OF_STOCK');
    await shop.does((tx) => countStock(tx, [{ skuId: offer.skuId, onHand: 1 }]));
    expect(await outcome(shop.place(body, ask))).toBe('placed');
  });
});

test('the id a client made is the id of its order; a second order under it is refused', async () => {
  const offer = await shop.offer();
  const id = randomUUID();
  const body = { ...shop.bodyOf({ offer }), id };
  expect((await shop.place(body)).id).toBe(id);
  await expect(shop.place(body)).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    errors: [{ pointer: '/id', code: 'ID_TAKEN' }],
  });
  expect(await stockOf(offer.skuId)).toMatchObject({ reserved: 1 });
});

test('an order number that is taken is drawn anew', async () => {
  const offer = await shop.offer();
  const { number } = await shop.placedOrder({ offer });
  await shop.rows(
    `create sequence draws;
     create function unlucky() returns trigger language plpgsql security definer as $$ begin
       if nextval('public.draws') = 1 then new.number := '${number}'; end if;
       return new;
     end $$;
     create trigger unlucky before insert on ordering.customer_order for each row execute function unlucky()`,
  );
  expect((await shop.placedOrder({ offer })).number).not.toBe(number);
  expect(await shop.count('select last_value from draws')).toBe(2);
  await shop.rows('drop trigger unlucky on ordering.customer_order');
});

test('while orders are paused nobody places one, whoever came with whom, and nothing is written', async () => {
  const offer = await shop.offer();
  const pause = (paused: boolean) =>
    shop.rows(`update platform.switch set paused = $1, reason = '示例' where name = 'orders'`, [paused]);
  await pause(true);
  const before = await rowsWritten();
  const places = [1, 2, 3].map(() => outcome(shop.place(shop.bodyOf({ offer }))));
  expect(await Promise.all(places)).toEqual(['ORDERS_PAUSED', 'ORDERS_PAUSED', 'ORDERS_PAUSED']);
  expect(await rowsWritten()).toBe(before);
  await pause(false);
  expect(await outcome(shop.place(shop.bodyOf({ offer })))).toBe('placed');
});
