import { runSettlement } from '@xihuo/settlement';
import { time } from '@xihuo/kernel';
import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { viewLotPage } from './view-lot-page';

let shop: Shop;

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const page = (code: string) => viewLotPage(shop.database, code);

/** Sells one pack from the lot so many times; the goods are received. */
async function sell(offer: Offer, lotId: string, orders: number): Promise<void> {
  const lots = new Map([[offer.productId, lotId]]);
  await Promise.all(Array.from({ length: orders }, () => shop.receivedOrder(lots, { offer })));
}

/** Lets the after-sale windows end, so many days from the real today, and settles. */
async function settle(days: number): Promise<void> {
  await shop.releaseAfter(days);
  await shop.setClock(`${days + 1} days`);
  await shop.does((tx) => runSettlement(tx, time.addDays(time.businessDate(tx.now), -1)));
}

const tenHouseholds = Array.from({ length: 10 }, () => 1_000n);

test('the twentieth order opens the page: who earned what, from the ledger and in percent only', async () => {
  const offer = await shop.offer({ priceFen: 1_000n, grams: 100n, perishable: true });
  const { code, lotId } = await shop.harvest({ offer, grams: tenHouseholds, floorFenPerKg: 600n });
  await sell(offer, lotId, 19);
  await settle(3);
  expect((await page(code)).breakdown).toEqual({
    state: 'tooFew',
    ordersNeeded: 20,
    orders: 19,
    householdsNeeded: 10,
    households: 10,
  });

  await sell(offer, lotId, 1);
  expect((await page(code)).breakdown).toMatchObject({ state: 'tooFew', orders: 19 });
  await settle(8);
  // Sold for 200.00, of which the ten households were owed 60.00.
  expect((await page(code)).breakdown).toMatchObject({
    state: 'shown',
    orders: 20,
    households: 10,
    parts: [
      { payee: 'households', basisPoints: 3_000 },
      { payee: 'supplier', basisPoints: 7_000 },
      { payee: 'platform', basisPoints: 0 },
    ],
  });
  expect(JSON.stringify(await page(code))).not.toMatch(/Fen|amount|CNY/);
});

test('nine households are never shown, however many orders there were', async () => {
  const offer = await shop.offer({ perishable: true });
  const { code, lotId } = await shop.harvest({ offer, grams: tenHouseholds.slice(1) });
  await sell(offer, lotId, 18);
  await shop.setClock('0');
  await settle(13);
  expect(await page(code)).toMatchObject({ households: null, breakdown: { state: 'tooFew', households: null } });
});

test("without the supplier's consent the page says so, and no number", async () => {
  const offer = await shop.offer();
  const { code, lotId } = await shop.harvest({ offer, grams: tenHouseholds });
  await shop.rows('update trace.lot set breakdown_public = false where id = $1', [lotId]);
  expect((await page(code)).breakdown).toEqual({ state: 'notAgreed' });
});

test('a village is named from ten households on; below that the county stands alone', async () => {
  const [large, small] = [await shop.offer(), await shop.offer()];
  const big = await shop.harvest({ offer: large, grams: tenHouseholds });
  await shop.rows(`update registry.household set village = '大村' where id = any ($1)`, [big.households]);
  const few = await shop.harvest({ offer: small, grams: [1_000n] });
  await shop.rows(`update registry.household set village = '小村' where id = any ($1)`, [few.households]);
  expect(await page(big.code)).toMatchObject({
    village: '大村',
    households: 10,
    county: { name: '洛川县', provinceName: '陕西省' },
  });
  expect(await page(few.code)).toMatchObject({ village: null, households: null });
});

test('the journey goes from delivery to shipment', async () => {
  const offer = await shop.offer({ grams: 500n });
  const { code, lotId } = await shop.harvest({ offer, grams: [700n, 800n] });
  expect((await page(code)).journey).toEqual([
    { step: 'delivered', on: '2026-01-15', grams: 1_500 },
    { step: 'packed', on: '2026-01-15', grams: 1_500 },
  ]);
  await sell(offer, lotId, 2);
  expect((await page(code)).journey[2]).toMatchObject({ step: 'shipped', grams: 1_000 });
});

test('an unknown code is not found', async () => {
  await expect(page('LOT-NOBODY-KNOWS')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
