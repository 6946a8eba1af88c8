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
  const delivered = { step: 'delivered', on: '2026-01-15', until: null, grams: 1_500 };
  expect((await page(code)).journey).toEqual([delivered]);
  await sell(offer, lotId, 2);
  expect((await page(code)).journey).toEqual([delivered, expect.objectContaining({ step: 'shipped', grams: 1_000 })]);
});

test('of a lot made of another the page tells from the first delivery on, and counts its households', async () => {
  const offer = await shop.offer();
  const fresh = await shop.harvest({ offer, grams: tenHouseholds });
  const dried = await shop.lot(offer, 2_000n);
  const [{ code }] = (await shop.rows<{ code: string }>('select code from trace.lot where id = $1', [dried])) as [
    { code: string },
  ];
  await shop.rows(
    `with made as (
       insert into trace.processing (id, supplier_id, kind, performed_on, input_grams, output_grams, lost_grams, recorded_at, recorded_by)
       values (uuidv7(), $1, 'drying', '2026-02-01', 9000, 2000, 7000, now(), 'test') returning id),
     put_in as (insert into trace.processing_input select id, $2, 9000 from made)
     insert into trace.processing_output select id, $3, 2000 from made`,
    [offer.supplierId, fresh.lotId, dried],
  );
  await shop.rows(
    `insert into trace.packing (id, lot_id, sku_id, packs, grams, packed_on, recorded_at, recorded_by)
     values (uuidv7(), $1, $2, 3, 1500, '2026-02-02', now(), 'test')`,
    [dried, offer.skuId],
  );
  await shop.rows(
    `insert into trace.lot_certificate (id, lot_id, number, basis, issued_on, issued_by, covers_grams, recorded_at, recorded_by)
     values (uuidv7(), $1, 'HGZ-7', 'selfTest', '2026-02-02', '示例合作社', 2000, now(), 'test')`,
    [dried],
  );
  await shop.rows(
    `insert into trace.lot_test (id, lot_id, report_number, laboratory, reported_on, passed, items, recorded_at, recorded_by)
     values (uuidv7(), $1, 'R-7', '示例检测', '2026-02-03', true, '[{"item":"铅","limit":"0.2","value":"未检出","passed":true}]', now(), 'test')`,
    [dried],
  );
  expect(await page(code)).toMatchObject({
    households: 10,
    state: 'open',
    recall: null,
    journey: expect.arrayContaining([
      { step: 'delivered', on: '2026-01-15', until: null, grams: 10_000 },
      { step: 'processed', on: '2026-02-01', kind: 'drying', inputGrams: 9_000, grams: 2_000 },
      { step: 'certified', on: '2026-02-02', number: 'HGZ-7' },
      { step: 'packed', on: '2026-02-02', until: null, packs: 3, grams: 1_500, pack: expect.any(String) },
      { step: 'tested', on: '2026-02-03', laboratory: '示例检测', passed: true },
    ]),
    certificates: [
      { number: 'HGZ-7', state: 'valid', issuedOn: '2026-02-02', issuedBy: '示例合作社', basis: 'selfTest' },
    ],
    tests: [{ source: 'supplier', reportNumber: 'R-7', passed: true, items: [{ item: '铅' }] }],
  });
});

test('a recall stands on the page with what to do, and one that was taken back does not', async () => {
  const offer = await shop.offer();
  const { code, lotId } = await shop.harvest({ offer, grams: [1_000n] });
  await shop.rows(
    `with recall as (
       insert into trace.recall (id, supplier_id, class, reason, notice, opened_side, opened_by, opened_at)
       values (uuidv7(), $1, 2, '标签', '请不要食用，联系供应商退款。', 'supplier', 'test', '2026-03-01T04:00:00Z') returning id)
     insert into trace.recall_lot select id, $2, true from recall`,
    [offer.supplierId, lotId],
  );
  expect(await page(code)).toMatchObject({
    recall: { class: 2, notice: '请不要食用，联系供应商退款。', openedOn: '2026-03-01', closedOn: null },
  });
  await shop.rows(
    `update trace.recall set state = 'withdrawn', closed_at = now(), result = '误报' where supplier_id = $1`,
    [offer.supplierId],
  );
  expect(await page(code)).toMatchObject({ recall: null });
});

test('an unknown code is not found', async () => {
  await expect(page('LOT-NOBODY-KNOWS')).rejects.toMatchObject({ code: 'NOT_FOUND' });
});
