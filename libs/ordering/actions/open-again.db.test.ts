import { applyClaims, type Claim } from '@xihuo/payment';
import { holding, openShop, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { countStock } from './stock/count-stock';
import { finishCancelling, startCancelling } from './cancel-order';
import { markOrdersPaid } from './mark-orders-paid';
import { dueToExpire } from '../store/order-steps.sql';

/** F20: money that comes once an order has run out of time. */

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));
beforeEach(() => shop.setClock('0'));

const AFTER = '2 days';

/** Ran out of time while its buyer was at the cashier. */
async function ranOut(order: PlacedOrder): Promise<Claim> {
  const claim = await shop.claimOf(order);
  await shop.setClock(AFTER);
  await shop.does((tx) => tx.sql(dueToExpire, [tx.now, 1_000]));
  expect(await shop.does((tx) => finishCancelling(tx, order.id))).toBe(true);
  return claim;
}

/** The provider says that the money came, as often as it likes. */
async function comes(claim: Claim): Promise<void> {
  await shop.does((tx) => applyClaims(tx, [claim]));
  for (let again = 0; again < 2; again += 1) await shop.does((tx) => markOrdersPaid(tx, [claim.orderId]));
}

const standing = async ({ id }: PlacedOrder) => {
  const [row] = await shop.rows<{ state: string; parts: string[]; owed: boolean }>(
    `select state, (select array_agg(distinct part.state) from ordering.supplier_order part where part.order_id = bought.id) as parts,
            exists (select from payment.payment where order_id = bought.id and refund_due_at is not null) as owed
       from ordering.customer_order bought where id = $1`,
    [id],
  );
  return row;
};
const told = ({ id }: PlacedOrder) =>
  shop.rows<{ end: string }>(
    `select payload ->> 'end' as end from platform.outbox_event where name = 'orderPaidLate' and payload ->> 'orderId' = $1`,
    [id],
  );
const reserved = async ({ skuId }: Offer) =>
  (await shop.rows<{ reserved: number }>('select reserved from ordering.stock where sku_id = $1', [skuId]))[0]!
    .reserved;

const PAID = { state: 'paid', parts: ['toShip'], owed: false };
const BACK = { state: 'cancelled', parts: ['cancelled'], owed: true };

test('where its goods are still there it stands again, once, at the price it was placed at', async () => {
  const offers = [await shop.offer({ stock: 5 }), await shop.offer({ stock: 5 })];
  const order = await shop.placedOrder({ offer: offers[0]!, quantity: 3 }, { offer: offers[1]! });
  const claim = await ranOut(order);
  expect(await Promise.all(offers.map(reserved))).toEqual([0, 0]);
  await comes(claim);
  expect(await standing(order)).toEqual(PAID);
  expect(await Promise.all(offers.map(reserved))).toEqual([3, 1]);
  expect(await told(order)).toEqual([{ end: 'openedAgain' }]);
  const lots = new Map(
    await Promise.all(offers.map(async (one) => [one.productId, await shop.lot(one, 10_000n)] as const)),
  );
  await shop.ship(order, lots);
  expect(await Promise.all(offers.map(reserved))).toEqual([0, 0]);
});

test('where one of its goods is gone nothing of it is taken, and the money goes back', async () => {
  const [there, gone] = [await shop.offer({ stock: 5 }), await shop.offer({ stock: 2 })];
  const order = await shop.placedOrder({ offer: there, quantity: 2 }, { offer: gone, quantity: 2 });
  const claim = await ranOut(order);
  await shop.placedOrder({ offer: gone });
  await comes(claim);
  expect(await standing(order)).toEqual(BACK);
  expect([await reserved(there), await reserved(gone)]).toEqual([0, 1]);
  expect(await told(order)).toEqual([{ end: 'paidTooLate' }]);
  // Goods that come in later bring back no order whose money is on its way.
  await shop.does((tx) => countStock(tx, [{ skuId: gone.skuId, onHand: 50 }]));
  await shop.does((tx) => markOrdersPaid(tx, [order.id]));
  expect(await standing(order)).toEqual(BACK);
});

test('of two whose goods are there once, one stands again', async () => {
  const offer = await shop.offer({ stock: 4 });
  const orders = [await shop.placedOrder({ offer, quantity: 2 }), await shop.placedOrder({ offer, quantity: 2 })];
  const claims = [await shop.claimOf(orders[0]!), await shop.claimOf(orders[1]!)];
  await shop.setClock(AFTER);
  await shop.does((tx) => tx.sql(dueToExpire, [tx.now, 1_000]));
  for (const order of orders) await shop.does((tx) => finishCancelling(tx, order.id));
  await shop.placedOrder({ offer, quantity: 2 });
  await shop.does((tx) => applyClaims(tx, claims));
  await shop.does((tx) =>
    markOrdersPaid(
      tx,
      orders.map(({ id }) => id),
    ),
  );
  expect(await Promise.all(orders.map(standing))).toEqual([PAID, BACK]);
  expect(await reserved(offer)).toBe(4);
});

test('what its buyer called off stays called off', async () => {
  const offer = await shop.offer({ stock: 5 });
  const order = await shop.placedOrder({ offer });
  const claim = await shop.claimOf(order);
  await shop.does((tx) => startCancelling(tx, order.id));
  await shop.does((tx) => finishCancelling(tx, order.id));
  await comes(claim);
  expect(await standing(order)).toEqual(BACK);
  expect(await reserved(offer)).toBe(0);
});

test.each([
  ['goods that may not be sold any more', 'notForSale'],
  ['money that comes a week later', 'late'],
])('%s do not stand again', async (_, why) => {
  const offer = await shop.offer({ stock: 5 });
  const order = await shop.placedOrder({ offer });
  const claim = await ranOut(order);
  if (why === 'late') await shop.setClock('9 days');
  else await shop.impose(offer.supplierId, 'suspension');
  await comes(claim);
  expect(await standing(order)).toEqual(BACK);
});
