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

test('a lot is found by a part of its code or of its product, however many newer there are', async () => {
  const offer = await shop.offer({ grams: 500n });
  const old = await shop.lot(offer, 1_000n);
  for (let more = 0; more < 3; more += 1) await shop.lot(offer, 1_000n);
  await shop.rows(`update trace.lot set code = 'OLD-HARVEST-7' where id = $1`, [old]);
  await shop.rows(`update catalogue.product set name_zh = '洛川红富士', name_en = 'Luochuan Fuji' where id = $1`, [
    offer.productId,
  ]);
  const found = async (q: string) =>
    (await viewLots(shop.database, [offer.supplierId], { q, limit: 10 })).data.map(({ id }) => id);
  expect(await found('harvest')).toEqual([old]);
  expect(await found('红富')).toHaveLength(4);
  expect(await found('fuji')).toHaveLength(4);
  expect(await found('pear')).toEqual([]);
  expect((await viewLots(shop.database, [offer.supplierId], { q: '', limit: 2 })).data).toHaveLength(2);
});
