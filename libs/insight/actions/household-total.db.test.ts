import { runSettlement } from '@xihuo/settlement';
import { time } from '@xihuo/kernel';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import { countTotal, viewHouseholdTotal } from './household-total';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => holding.closeSound(shop));

async function sellAndSettle(offer: Offer, lotId: string): Promise<void> {
  await shop.receivedOrder(new Map([[offer.productId, lotId]]), { offer });
  await shop.releaseAfter(3);
  await shop.setClock('4 days');
  await shop.does((tx) => runSettlement(tx, time.addDays(time.businessDate(tx.now), -1)));
}

test('what settlements booked to households is told from ten of them on, as it was counted last', async () => {
  expect(await viewHouseholdTotal(shop.database)).toEqual({ total: null });
  const offer = await shop.offer({ priceFen: 10_000n, grams: 1_000n, perishable: true });
  const grams = Array.from({ length: 10 }, () => 100n);
  const { lotId, households } = await shop.harvest({ offer, grams, floorFenPerKg: 600n });
  await sellAndSettle(offer, lotId);
  expect(await viewHouseholdTotal(shop.database)).toEqual({ total: null });
  await shop.does(countTotal);
  const { total } = await viewHouseholdTotal(shop.database);
  const [booked] = await shop.rows<{ fen: bigint }>('select sum(amount_fen)::bigint as fen from benefit.share');
  expect(total).toMatchObject({
    ...{ households: 10, settled: { amount: String(booked!.fen), currency: 'CNY' } },
    paid: { amount: '0', currency: 'CNY' },
  });
  expect(total!.settled.amount).toBe('600');

  // Nine are never told of, and counting anew replaces what was counted.
  await shop.rows('update benefit.obligation set funded_fen = 0 where household_id = $1', [households[0]]);
  await shop.does(countTotal);
  expect(await viewHouseholdTotal(shop.database)).toEqual({ total: null });
  await shop.rows('update benefit.obligation set funded_fen = 60 where household_id = $1', [households[0]]);
});
