import type { ProblemError } from '@xihuo/kernel';
import { Notices, Vault } from '@xihuo/platform';
import { holding, openShop, testMasterKey, type PlacedOrder, type Shop } from '@xihuo/testing';
import { extendReceipt, remindSeller } from './about-time';
import { countOrders } from './list-orders';
import { receiveOverdueParts } from './receive-overdue';
import { viewOrder } from './view-order';

const notices = new Notices(new Vault(testMasterKey));
let shop: Shop;

beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => holding.closeSound(shop));

const accessOf = (order: PlacedOrder) => ({ personId: null, token: order.token });
const partOf = (order: PlacedOrder) => order.supplierOrders[0]!.id;
const remind = (order: PlacedOrder) =>
  shop.does((tx) => remindSeller(tx, notices, order.id, partOf(order), accessOf(order)));
const extend = (order: PlacedOrder) => shop.does((tx) => extendReceipt(tx, order.id, partOf(order), accessOf(order)));
const stateOf = async (order: PlacedOrder) =>
  (await viewOrder(shop.database, order.id, accessOf(order))).supplierOrders[0]!.state;

async function shipped(): Promise<PlacedOrder> {
  const offer = await shop.offer();
  const order = await shop.paidOrder({ offer });
  await shop.ship(order, new Map([[offer.productId, await shop.lot(offer, 10_000n)]]));
  return order;
}

test('a seller is reminded once in a day, and only of what waits', async () => {
  const order = await shop.paidOrder({ offer: await shop.offer() });
  const { follow } = await viewOrder(shop.database, order.id, accessOf(order));
  expect(follow.parts).toMatchObject([{ may: { remind: true, extend: false }, remindedAt: null, remark: null }]);
  expect(Date.parse(follow.parts[0]!.shipBy!) - Date.parse(follow.paidAt!)).toBe(72 * 3_600_000);

  expect((await remind(order)).parts).toMatchObject([{ may: { remind: false }, remindedAt: expect.any(String) }]);
  await expect(remind(order)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
  await shop.setClock('23 hours');
  const early = (await remind(order).catch((error: unknown) => error)) as ProblemError;
  expect(early.extra).toEqual({ retryAfterSeconds: expect.any(Number) });
  expect(Number(early.extra?.['retryAfterSeconds'])).toBeLessThanOrEqual(3_600);
  await shop.setClock('25 hours');
  await remind(order);
  await expect(remind(await shipped())).rejects.toMatchObject({ code: 'ORDER_STATE' });
});

const promise = (supplierId: string, hours: number) =>
  shop.rows(
    `update admission.application set form = jsonb_build_object('capacity', jsonb_build_object('shipWithinHours', $2::integer))
      where supplier_id = $1`,
    [supplierId, hours],
  );
const hoursOf = async (order: PlacedOrder) => {
  const { follow } = await viewOrder(shop.database, order.id, accessOf(order));
  return (Date.parse(follow.parts[0]!.shipBy!) - Date.parse(follow.paidAt!)) / 3_600_000;
};

test('what a supplier promised when it was ordered holds where it is sooner than the rule, and no later', async () => {
  const offer = await shop.offer();
  await promise(offer.supplierId, 24);
  const sooner = await shop.paidOrder({ offer });
  await promise(offer.supplierId, 240);
  const later = await shop.paidOrder({ offer });
  await promise(offer.supplierId, 12);
  expect([await hoursOf(sooner), await hoursOf(later)]).toEqual([24, 72]);
});

test('of what was ordered before hours were kept, those count that hold now', async () => {
  const offer = await shop.offer();
  const order = await shop.paidOrder({ offer });
  await shop.rows('update ordering.supplier_order set ship_within_hours = null where order_id = $1', [order.id]);
  await promise(offer.supplierId, 12);
  expect(await hoursOf(order)).toBe(12);
});

test('the receipt is put off once by the days of the setting, and then comes by itself', async () => {
  const order = await shipped();
  const before = await viewOrder(shop.database, order.id, accessOf(order));
  const after = await extend(order);
  const until = (view: typeof after) => Date.parse(view.parts[0]!.receiveBy!);
  expect(until(after) - until(before.follow)).toBe(5 * 86_400_000);
  expect(after.parts[0]!.may).toEqual({ remind: false, extend: false });
  await expect(extend(order)).rejects.toMatchObject({ code: 'ORDER_STATE' });

  await shop.setClock('14 days');
  await shop.does(receiveOverdueParts);
  expect(await stateOf(order)).toBe('shipped');
  await shop.setClock('15 days 1 minute');
  await shop.does(receiveOverdueParts);
  expect(await stateOf(order)).toBe('received');
});

test('what was not put off counts as received in its own time', async () => {
  const order = await shipped();
  await shop.setClock('10 days 1 minute');
  await shop.does(receiveOverdueParts);
  expect(await stateOf(order)).toBe('received');
});

test('another’s order is reminded of by nobody, and put off by nobody', async () => {
  const order = await shipped();
  const strange = { personId: null, token: 'another-token-altogether' };
  for (const step of [
    shop.does((tx) => remindSeller(tx, notices, order.id, partOf(order), strange)),
    shop.does((tx) => extendReceipt(tx, order.id, partOf(order), strange)),
  ])
    await expect(step).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('what was asked of a seller stands on its part; what names a seller of nothing in it is left out', async () => {
  const [one, other] = [await shop.offer(), await shop.offer()];
  const body = shop.bodyOf({ offer: one }, { offer: other });
  const order = await shop.place({
    ...body,
    remarks: [
      { supplierId: one.supplierId, words: '请放在门卫处' },
      { supplierId: await shop.supplier(), words: '没有人读' },
    ],
  });
  const { follow } = await viewOrder(shop.database, order.id, accessOf(order));
  const words = new Map(follow.parts.map((part) => [part.supplierOrderId, part.remark]));
  const partOfSeller = (supplierId: string) => order.supplierOrders.find((part) => part.supplier.id === supplierId)!.id;
  expect(words.get(partOfSeller(one.supplierId))).toBe('请放在门卫处');
  expect(words.get(partOfSeller(other.supplierId))).toBeNull();
});

test('discounts of an order are told by name', async () => {
  const offer = await shop.offer({ priceFen: 10_000n });
  await shop.promotions.running({ kind: 'fullReduction', thresholdFen: 10_000n, reductionFen: 1_500n });
  const order = await shop.paidOrder({ offer });
  expect((await viewOrder(shop.database, order.id, accessOf(order))).follow.promotions).toEqual([
    {
      ...{ id: expect.any(String), kind: 'fullReduction', name: { zh: '示例优惠', en: 'Example promotion' } },
      amount: { amount: '1500', currency: 'CNY' },
    },
  ]);
});

test('orders are counted by how they stand; one waits for a review until one of each line is written', async () => {
  const offer = await shop.offer();
  const lots = new Map([[offer.productId, await shop.lot(offer, 10_000n)]]);
  const [person] = await shop.rows<{ id: string }>(
    `insert into identity.person (id, display_name) values (uuidv7(), '示例买家') returning id`,
  );
  const orders = [
    await shop.placedOrder({ offer }),
    await shop.paidOrder({ offer }),
    await shop.receivedOrder(lots, { offer }),
  ];
  await shop.rows('update ordering.customer_order set person_id = $1 where id = any ($2)', [
    person!.id,
    orders.map(({ id }) => id),
  ]);
  const counts = async () =>
    Object.fromEntries((await countOrders(shop.database, person!.id)).data.map((row) => [row.standing, row.orders]));
  const none = { toReceive: 0, cancelled: 0, afterSale: 0 };
  expect(await counts()).toEqual({ ...none, toPay: 1, toShip: 1, toReview: 1, done: 1 });
  await shop.rows('insert into ordering.reviewed_line select id from ordering.order_line where order_id = $1', [
    orders[2]!.id,
  ]);
  expect(await counts()).toEqual({ ...none, toPay: 1, toShip: 1, toReview: 0, done: 1 });
});
