import { randomUUID } from 'node:crypto';
import { ProblemError } from '@xihuo/kernel';
import { asTest, holding, openShop, type Shop } from '@xihuo/testing';
import { finishCancelling, startCancelling } from './cancel-order';

let shop: Shop;
let promotions: Shop['promotions'];

beforeAll(async () => {
  shop = await openShop();
  ({ promotions } = shop);
});
afterAll(async () => {
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
  await shop.close();
});

const outcome = (promise: Promise<unknown>) =>
  promise.then(
    () => 'placed',
    (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
  );
const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' as const });
const placeFor = (personId: string | null, body: ReturnType<Shop['bodyOf']>) =>
  shop.counter.place(body, personId, { name: 'POST /orders', ...asTest });
const cancel = async (orderId: string) => {
  await shop.does((tx) => startCancelling(tx, orderId));
  await shop.does((tx) => finishCancelling(tx, orderId));
};

test('freight is charged by weight, frozen with the template it follows from, and paid in the leg of its supplier', async () => {
  const [apple, tea] = [
    await shop.offer({ priceFen: 1_000n, grams: 700n }),
    await shop.offer({ priceFen: 2_000n, grams: 500n }),
  ];
  const template = await promotions.freight(apple.supplierId, { firstFen: 800n, stepFen: 300n });
  const order = await shop.placedOrder({ offer: apple, quantity: 2 }, { offer: tea });
  expect(order).toMatchObject({ goods: yuan(4_000), discount: yuan(0), freight: yuan(1_100), amount: yuan(5_100) });
  const part = order.supplierOrders.find(({ supplier }) => supplier.id === apple.supplierId)!;
  expect(part).toMatchObject({ amount: yuan(3_100), lines: [{ goods: yuan(2_000), freight: yuan(1_100) }] });
  const [row] = await shop.rows('select freight_rule from ordering.supplier_order where id = $1', [part.id]);
  expect(row).toEqual({
    freight_rule: {
      templateId: template,
      parcels: [{ storage: 'ambient', grams: '1400', region: '000000', fen: '1100', freeFromFen: null }],
    },
  });
  await shop.pay(order);
  expect(await shop.count('select amount_fen from payment.leg_v where supplier_order_id = $1', [part.id])).toBe(3_100);
});

test('where it is not sent to nothing is placed, and the line is named', async () => {
  const offer = await shop.offer();
  await promotions.freight(offer.supplierId, { firstFen: 1n, stepFen: 1n, notTo: ['310000'] });
  await expect(shop.placedOrder({ offer })).rejects.toMatchObject({
    code: 'REGION_NOT_SERVED',
    errors: [{ pointer: '/lines/0/skuId', code: 'REGION_NOT_SERVED' }],
  });
});

test('a sum the buyer was not shown is never charged', async () => {
  const offer = await shop.offer({ priceFen: 10_000n });
  const shown = { ...shop.bodyOf({ offer }), total: yuan(9_000) };
  await expect(shop.place(shown)).rejects.toMatchObject({
    code: 'PRICE_CHANGED',
    status: 409,
    errors: [{ pointer: '/total' }],
    extra: { prices: [], total: { old: yuan(9_000), new: yuan(10_000) } },
  });
  await promotions.running({
    ...{ supplierId: offer.supplierId, kind: 'fullReduction', thresholdFen: 9_000n, reductionFen: 1_000n },
  });
  expect((await shop.place(shown)).amount).toEqual(yuan(9_000));
});

test("a supplier's reduction lowers its leg; the platform's coupon is the suppliers' receivable", async () => {
  const personId = randomUUID();
  const [own, other] = [await shop.offer({ priceFen: 6_000n }), await shop.offer({ priceFen: 3_000n })];
  await promotions.running({
    supplierId: own.supplierId,
    kind: 'fullReduction',
    thresholdFen: 5_000n,
    reductionFen: 600n,
  });
  const coupon = await promotions.coupon(
    await promotions.running({ kind: 'coupon', thresholdFen: 8_400n, reductionFen: 840n }),
    personId,
  );
  const order = await placeFor(personId, { ...shop.bodyOf({ offer: own }, { offer: other }), coupons: [coupon] });
  expect(order).toMatchObject({ goods: yuan(9_000), discount: yuan(1_440), amount: yuan(7_560) });
  const told = await shop.rows(
    `select discount.kind, discount.funder_kind, discount.funder_id, discount.discount_fen::integer as fen
       from ordering.line_discount_v discount where order_id = $1 order by 1, 4`,
    [order.id],
  );
  expect(told).toEqual([
    { kind: 'coupon', funder_kind: 'platform', funder_id: null, fen: 300 },
    { kind: 'coupon', funder_kind: 'platform', funder_id: null, fen: 540 },
    { kind: 'fullReduction', funder_kind: 'supplier', funder_id: own.supplierId, fen: 600 },
  ]);
  expect(await shop.count('select sum(funded_fen) from ordering.order_line_v where order_id = $1', [order.id])).toBe(
    840,
  );
});

test('a coupon is used once, by whoever holds it; two orders at once are one order and one refusal', async () => {
  const personId = randomUUID();
  const offer = await shop.offer({ priceFen: 5_000n });
  const promotion = await promotions.running({
    ...{ supplierId: offer.supplierId, kind: 'coupon', thresholdFen: 1_000n, reductionFen: 500n },
  });
  const coupon = await promotions.coupon(promotion, personId);
  const body = { ...shop.bodyOf({ offer }), coupons: [coupon] };
  expect(await outcome(placeFor(randomUUID(), body))).toBe('COUPON_NOT_USABLE');
  expect(await outcome(placeFor(null, body))).toBe('COUPON_NOT_USABLE');
  const tries = await Promise.allSettled([
    placeFor(personId, body),
    placeFor(personId, body),
    placeFor(personId, body),
  ]);
  const placed = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  expect(placed).toHaveLength(1);
  expect(placed[0]!.amount).toEqual(yuan(4_500));
  await cancel(placed[0]!.id);
  expect(await outcome(placeFor(personId, body))).toBe('placed');
});

test('of ten packs at a flash price exactly ten go at it, however many come; what is not paid for comes back', async () => {
  const offer = await shop.offer({ priceFen: 1_000n, stock: 100 });
  const flash = await promotions.running({
    ...{ supplierId: offer.supplierId, kind: 'flashPrice', prices: [{ skuId: offer.skuId, fen: 600n, most: 10 }] },
  });
  const orders = await Promise.all(Array.from({ length: 25 }, () => shop.placedOrder({ offer })));
  expect(orders.filter(({ amount }) => amount.amount === '600')).toHaveLength(10);
  expect(orders.filter(({ amount }) => amount.amount === '1000')).toHaveLength(15);
  expect(await shop.count('select taken from ordering.promotion_price where promotion_id = $1', [flash])).toBe(10);
  await cancel(orders.find(({ amount }) => amount.amount === '600')!.id);
  expect((await shop.placedOrder({ offer, quantity: 2 })).amount).toEqual(yuan(1_600));
});

test('twenty who were shown the flash price of the last five: five have it, fifteen are told, nobody pays more than shown', async () => {
  const offer = await shop.offer({ priceFen: 1_000n, stock: 100 });
  await promotions.running({
    ...{
      supplierId: offer.supplierId,
      kind: 'flashPrice',
      prices: [{ skuId: offer.skuId, fen: 600n, most: 5, each: 1 }],
    },
  });
  const shown = { ...shop.bodyOf({ offer }), total: yuan(600) };
  // Twenty people: one of them alone may have one.
  const of = (at: number) => ({ ...shown, delivery: { ...shown.delivery, phone: String(13_000_000_000 + at) } });
  const outcomes = await Promise.all(Array.from({ length: 20 }, (_, at) => outcome(shop.place(of(at)))));
  expect(outcomes.filter((one) => one === 'placed')).toHaveLength(5);
  expect(outcomes.filter((one) => one === 'PRICE_CHANGED')).toHaveLength(15);
});

test('one left and fifty buyers: one has it, forty-nine are told it is sold out (F16)', async () => {
  const offer = await shop.offer({ stock: 1 });
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => outcome(shop.placedOrder({ offer }))));
  expect(outcomes.filter((one) => one === 'placed')).toHaveLength(1);
  expect(outcomes.filter((one) => one === 'OUT_OF_STOCK')).toHaveLength(49);
});
