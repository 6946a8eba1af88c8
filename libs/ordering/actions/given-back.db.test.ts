import { randomUUID } from 'node:crypto';
import { asTest, holding, openShop, type PlacedOrder, type Shop } from '@xihuo/testing';
import { claimAfterSale } from './claim-after-sale';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop?.close());
afterEach(async () => expect(await holding.brokenInvariants(shop.count)).toEqual({}));

const placeFor = (personId: string, body: ReturnType<Shop['bodyOf']>) =>
  shop.counter.place(body, personId, { name: 'POST /orders', ...asTest });
type Part = PlacedOrder['supplierOrders'][number];

function cancel(order: PlacedOrder, part: Part, packs: number): Promise<string> {
  const lines = [{ lineId: part.lines[0]!.id, packs }];
  const body = { supplierOrderId: part.id, kind: 'cancel', reason: 'changedMind', words: '', photoIds: [] } as const;
  return shop.does((tx) =>
    claimAfterSale(tx, order.id, { ...body, lines, photoIds: [] }, { personId: null, token: order.token }),
  );
}
const free = (coupon: string) =>
  shop.count('select count(*) from ordering.coupon where id = $1 and order_id is null and used_at is null', [coupon]);
const taken = (promotion: string) =>
  shop.count('select taken from ordering.promotion_price where promotion_id = $1', [promotion]);

test('packs of a paid order that are cancelled go back to the price they had; those the buyer keeps had it first', async () => {
  const offer = await shop.offer({ priceFen: 1_000n });
  const flash = await shop.promotions.running({
    ...{ supplierId: offer.supplierId, kind: 'flashPrice' },
    prices: [{ skuId: offer.skuId, fen: 600n, most: 10, each: 3 }],
  });
  const order = await shop.paidOrder({ offer, quantity: 5 });
  const [part] = order.supplierOrders;
  expect([order.amount.amount, await taken(flash)]).toEqual(['3800', 3]);
  for (const [packs, left] of [
    [1, 3],
    [2, 2],
    [2, 0],
  ] as const) {
    await cancel(order, part!, packs);
    expect(await taken(flash)).toBe(left);
  }
});

test("a supplier's coupon is free again once its part is cancelled, the platform's once every part is", async () => {
  const [one, two] = [await shop.offer({ priceFen: 5_000n }), await shop.offer({ priceFen: 5_000n })];
  const personId = randomUUID();
  const couponOf = async (supplierId: string | null) =>
    shop.promotions.coupon(
      await shop.promotions.running({ supplierId, kind: 'coupon', thresholdFen: 1_000n, reductionFen: 100n }),
      personId,
    );
  const [own, all] = [await couponOf(one.supplierId), await couponOf(null)];
  const order = await placeFor(personId, { ...shop.bodyOf({ offer: one }, { offer: two }), coupons: [own, all] });
  await shop.pay(order);
  await shop.rows('update ordering.customer_order set person_id = null where id = $1', [order.id]);
  const partOf = ({ supplierId }: typeof one) => order.supplierOrders.find((part) => part.supplier.id === supplierId)!;
  await cancel(order, partOf(one), 1);
  expect([await free(own), await free(all)]).toEqual([1, 0]);
  await cancel(order, partOf(two), 1);
  expect(await free(all)).toBe(1);
});

test('two parts cancelled at the same time: one of them was the last', async () => {
  const [one, two] = [await shop.offer({ priceFen: 5_000n }), await shop.offer({ priceFen: 5_000n })];
  const personId = randomUUID();
  const promotion = await shop.promotions.running({ kind: 'coupon', thresholdFen: 1_000n, reductionFen: 100n });
  const coupon = await shop.promotions.coupon(promotion, personId);
  const order = await placeFor(personId, { ...shop.bodyOf({ offer: one }, { offer: two }), coupons: [coupon] });
  await shop.pay(order);
  await shop.rows('update ordering.customer_order set person_id = null where id = $1', [order.id]);
  const letGo = await shop.hold(`select from ordering.customer_order where id = '${order.id}' for update`);
  const ends = Promise.all(order.supplierOrders.map((part) => cancel(order, part, 1)));
  await shop.untilWaiting(2);
  await letGo();
  await ends;
  expect(await free(coupon)).toBe(1);
});
