import { applyClaims, type Claim } from '@xihuo/payment';
import { holding, openShop, type PlacedOrder, type Shop } from '@xihuo/testing';
import { viewOrder } from './view-order';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));

const view = (order: PlacedOrder) => viewOrder(shop.database, order.id, { personId: null, token: order.token });
const says = (claim: Claim, state: Claim['state']) => shop.does((tx) => applyClaims(tx, [{ ...claim, state }]));

test('an order says how its payment stands: none, begun, refused, and paid after all', async () => {
  const order = await shop.placedOrder({ offer: await shop.offer() });
  expect(order.paymentState).toBeNull();
  expect(await view(order)).toMatchObject({ state: 'awaitingPayment', paymentState: null });

  const claim = await shop.claimOf(order);
  expect(await view(order)).toMatchObject({ paymentState: 'created' });
  await says(claim, 'failed');
  expect(await view(order)).toMatchObject({ state: 'awaitingPayment', paymentState: 'failed' });

  await shop.pay(order);
  expect(await view(order)).toMatchObject({ state: 'paid', paymentState: 'captured' });
});

test('a region is named down from its province, the city between included, at once and ever after', async () => {
  const body = shop.bodyOf({ offer: await shop.offer() });
  const order = await shop.place({ ...body, delivery: { ...body.delivery, regionCode: '610629' } });
  expect(order.delivery.regionName).toBe('陕西省延安市洛川县');
  expect((await view(order)).delivery).toEqual(order.delivery);
});
