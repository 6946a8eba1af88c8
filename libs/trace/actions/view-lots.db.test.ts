import { openShop, type Shop } from '@xihuo/testing';
import { viewLots } from './view-lots';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop?.close());

test('to be shipped from are the lots with something left, the oldest first, of each product as many, however many newer there are', async () => {
  const [pear, plum] = [await shop.offer({ grams: 500n }), await shop.offer({ grams: 500n })];
  const suppliers = [pear.supplierId, plum.supplierId];
  const madeOn = async (offer: typeof pear, days: number, grams = 15_000n) => {
    const id = await shop.lot(offer, grams);
    await shop.rows('update trace.lot set produced_on = produced_on - $2::integer where id = $1', [id, days]);
    return id;
  };
  const oldest = await madeOn(pear, 30);
  const gone = await madeOn(pear, 40);
  await shop.rows('update trace.lot set shipped_grams = received_grams where id = $1', [gone]);
  const recalled = await madeOn(pear, 50);
  await shop.rows(`update trace.lot set state = 'recalled' where id = $1`, [recalled]);
  const later = await madeOn(pear, 20);
  await madeOn(pear, 1);
  const other = await madeOn(plum, 10);
  const atHand = async (...products: string[]) => {
    const { data, nextCursor } = await viewLots(shop.database, suppliers, { atHand: products.join(','), limit: 2 });
    expect(nextCursor).toBeNull();
    return data.map(({ id }) => id);
  };
  expect(await atHand(pear.productId, plum.productId)).toEqual([oldest, later, other]);
  expect(await atHand(plum.productId)).toEqual([other]);
  await expect(viewLots(shop.database, suppliers, { atHand: 'all', limit: 2 })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
  });
  expect(await viewLots(shop.database, [plum.supplierId], { atHand: pear.productId, limit: 2 })).toMatchObject({
    data: [],
  });
});
