import { runSettlement } from '@xihuo/settlement';
import { time } from '@xihuo/kernel';
import { openShop, type Shop } from '@xihuo/testing';
import { viewOutlook } from './view-outlook';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop?.close());

test('from unsold over the after-sale window to settled: each time the household reads when money can come', async () => {
  const offer = await shop.offer({ priceFen: 10_000n, grams: 1_000n, perishable: true });
  const { lotId, households } = await shop.harvest({ offer, grams: [5_000n], floorFenPerKg: 600n });
  const household = households[0]!;
  const read = () => viewOutlook(shop.database, household);
  const yuan = (amount: string) => ({ amount, currency: 'CNY' });

  const first = await read();
  expect(first.coming).toEqual([
    { supplier: expect.objectContaining({ id: offer.supplierId }), open: yuan('3000'), state: 'unsold', on: null },
  ]);
  expect(first.years).toEqual([
    {
      ...{ year: 2026, due: yuan('3000'), settled: yuan('0'), paidOutside: yuan('0'), lines: 1 },
      kinds: [{ kind: 'floorPrice', due: yuan('3000') }],
    },
  ]);

  await shop.receivedOrder(new Map([[offer.productId, lotId]]), { offer });
  const waiting = (await read()).coming[0]!;
  expect(waiting.state).toBe('afterSale');
  expect(waiting.on! > first.today).toBe(true);

  await shop.releaseAfter(3);
  const final = await read();
  expect(final.coming[0]).toMatchObject({ state: 'settling', on: time.addDays(final.today, 1) });

  await shop.setClock('4 days');
  await shop.does((tx) => runSettlement(tx, time.addDays(time.businessDate(tx.now), -1)));
  expect((await read()).coming).toEqual([]);
  expect((await read()).years[0]).toMatchObject({ settled: yuan('3000') });
});
