import { Notices, Vault } from '@xihuo/platform';
import { holding, openHouse, openShop, testMasterKey, type House, type Shop } from '@xihuo/testing';
import { tellOfHeldLong } from './tell-held-long';

let shop: Shop;
let house: House;
beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop });
});
afterAll(() => holding.closeSound(shop, house));

test('of money that is not settled 150 days after it was paid finance hears, once a day', async () => {
  const finance = await house.person({ role: 'finance' });
  const notices = new Notices(new Vault(testMasterKey));
  const tells = () => shop.does((tx) => tellOfHeldLong(tx, notices));
  const heard = () => shop.count('select count(*) from platform.notice where person_id = $1', [finance.id]);
  const order = await shop.paidOrder({ offer: await shop.offer({ priceFen: 1_000n }) });
  await shop.placedOrder({ offer: await shop.offer() });
  await shop.setClock('149 days');
  expect(await tells()).toBe(0);
  await shop.setClock('151 days');
  expect([await tells(), await tells()]).toEqual([1, 1]);
  expect(await heard()).toBe(1);
  await shop.setClock('152 days');
  await tells();
  expect(await heard()).toBe(2);
  await shop.rows('update ordering.supplier_order set settled_at = platform.business_now() where order_id = $1', [
    order.id,
  ]);
  expect(await tells()).toBe(0);
  await shop.rows('update ordering.supplier_order set settled_at = null where order_id = $1', [order.id]);
});
