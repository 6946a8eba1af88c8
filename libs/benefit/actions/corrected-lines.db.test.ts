import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import { deliveries } from '@xihuo/trace';
import { answerContest } from './contest/answer-contest';
import { contestLine, escalateContest } from './contest/open-contest';
import { fundObligations, openFundable } from './fund-obligations';
import { oweConfirmedDeliveries, releaseHeldDeliveries } from './release-held';
import { viewEarnings } from './view-earnings';

/** A delivery is put right beside an objection to its line, and beyond what is contracted: owed is what stands, once. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let offer: Offer;
let householdId: string;
let lotId: string;
let agreementId: string;
/** The delivery that stands. */
let delivery: { id: string; version: number };

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  await shop.setClock('0 days');
  offer = await shop.offer();
  householdId = await shop.household(offer.supplierId);
  lotId = await scale.openLot(offer);
  const { supplierId, productId } = offer;
  const terms = { floorFenPerKg: 800n, premiumFenPerKg: 0n, grams: 10_000n, effectiveFrom: await scale.today() };
  [agreementId] = (await shop.agreedOnPaper([
    { supplierId, householdId, kind: 'contractPurchase', productId, ...terms },
  ])) as [string];
  const id = await scale.brought(supplierId, { lotId, householdId, grams: 10_000 });
  await told(id);
  delivery = { id, version: 2 };
});
afterEach(async () => {
  // Money comes from nowhere here: no order was paid.
  const { 'what lies in clearing is what was captured and not yet settled': _, ...wanted } = holding.invariants;
  expect(await holding.brokenInvariants((sql) => shop.count(sql), wanted)).toEqual({});
});

const clerk = <View>(work: Parameters<typeof scale.asClerk<View>>[1]) => scale.asClerk(offer.supplierId, work);
const household = <View>(work: Parameters<typeof scale.asHousehold<View>>[1]) => scale.asHousehold(householdId, work);
const told = (deliveryId: string) => shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId }]));

/** What the household confirms in the place of what stood. */
async function rewritten(grams: number): Promise<string> {
  await household((tx) => deliveries.contest(tx, scale.kit, { ...delivery, reason: '重量不对' }));
  const weighed = await scale.weighed({ lotId, householdId, grams });
  const correction = { ...weighed, reason: '看错了磅单' };
  await clerk((tx) =>
    deliveries.correct(tx, scale.kit, { deciding: { id: delivery.id, version: delivery.version + 1 }, correction }),
  );
  await household((tx) => deliveries.confirm(tx, scale.kit, { id: weighed.id, version: 1 }));
  return weighed.id;
}
async function corrected(grams: number): Promise<void> {
  const id = await rewritten(grams);
  await told(id);
  delivery = { id, version: 2 };
}

const lines = () =>
  shop.rows<{ id: string }>('select id from benefit.obligation where household_id = $1 order by created_at, id', [
    householdId,
  ]);
const object = async (obligationId: string) =>
  (await household((tx) => contestLine(tx, scale.kit, { obligationId, reason: '少算了' }))).id;
const uphold = (id: string, fen: number) =>
  clerk((tx) =>
    answerContest(tx, scale.kit, {
      id,
      version: 1,
      words: '核对后补付',
      add: { amount: String(fen), currency: 'CNY' },
    }),
  );
const stateOf = async (id: string) =>
  (await shop.rows<{ state: string }>('select state from benefit.contest where id = $1', [id]))[0]!.state;

/** Due and open on the household's page, and what the books say the supplier owes; in fen. */
async function dues(): Promise<number[]> {
  const { totals } = await viewEarnings(shop.database, householdId, undefined, 10);
  const debt = await shop.count(
    `select balance_fen from ledger.balance_v join ledger.account on id = account_id
      where code = 'supplierDebt' and owner_id = $1`,
    [offer.supplierId],
  );
  return [Number(totals.due.amount), Number(totals.open.amount), debt];
}
/** Why, line by line, the newest first. */
const sentences = async () =>
  (await viewEarnings(shop.database, householdId, undefined, 10)).data.map(({ why }) => why.zh);
const held = () =>
  shop.count(
    'select coalesce(sum(grams), 0) from benefit.held_delivery where household_id = $1 and released_at is null',
    [householdId],
  );
async function roomFor(grams: number): Promise<void> {
  await shop.rows('update benefit.agreement set contracted_grams = $2 where id = $1', [agreementId, grams]);
  await shop.does((tx) => releaseHeldDeliveries(tx, [agreementId]));
}

test('what was added after an objection goes with its line when the delivery is put right: nothing is owed twice', async () => {
  await roomFor(20_000);
  const [line] = await lines();
  await uphold(await object(line!.id), 1_600);
  expect(await dues()).toEqual([9_600, 9_600, 9_600]);
  await corrected(12_000);
  expect(await dues()).toEqual([9_600, 9_600, 9_600]);
});

test('also what was added to what was added; and the volume of the year is that of the delivery that stands', async () => {
  await roomFor(20_000);
  const [line] = await lines();
  await uphold(await object(line!.id), 800);
  const [, added] = await lines();
  await uphold(await object(added!.id), 400);
  expect(await dues()).toEqual([9_200, 9_200, 9_200]);
  expect((await sentences())[0]).toBe('更正补付 4.00 元：针对 交售示例苹果 10 千克，保底价每千克 8.00 元');
  await corrected(11_000);
  expect(await dues()).toEqual([8_800, 8_800, 8_800]);
});

test('an objection to a line that was put right is over, whether it waits for the supplier or the county', async () => {
  const [line] = await lines();
  const id = await object(line!.id);
  await corrected(9_000);
  expect(await stateOf(id)).toBe('overtaken');
  await expect(uphold(id, 100)).rejects.toMatchObject({
    code: expect.stringMatching(/STALE_VERSION|NOT_AT_THIS_STEP/),
  });
  const [, next] = await lines();
  const second = await object(next!.id);
  await clerk((tx) => answerContest(tx, scale.kit, { id: second, version: 1, words: '磅单没有错', add: null }));
  await household((tx) => escalateContest(tx, scale.kit, { id: second, version: 2 }));
  await corrected(8_000);
  expect(await stateOf(second)).toBe('overtaken');
  expect(await dues()).toEqual([6_400, 6_400, 6_400]);
  expect(
    await shop.count(
      `select count(*) from benefit.contest where household_id = $1 and state in ('open', 'escalated', 'explained')`,
      [householdId],
    ),
  ).toBe(0);
});

test('paid more than what stands is worth, the household may still object, and what is added is of what stands', async () => {
  await shop.does(async (tx) => {
    await openFundable(tx);
    await tx.client.query(
      'insert into fundable (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen) values (gen_random_uuid(), $1, $2, 8000, 8000, 8000)',
      [lotId, offer.supplierId],
    );
    await fundObligations(tx, randomUUID(), time.businessDate(tx.now));
  });
  await corrected(9_000);
  // The page shows the 80.00 that were paid; of the 72.00 that stand nothing is left to pay.
  expect(await dues()).toEqual([8_000, 0, 0]);
  expect(await sentences()).toEqual(['交售示例苹果 10 千克，保底价每千克 8.00 元']);
  const [shown] = (await viewEarnings(shop.database, householdId, undefined, 10)).data;
  await uphold(await object(shown!.id), 1_200);
  expect(await dues()).toEqual([9_200, 1_200, 1_200]);
  await corrected(10_000);
  expect(await dues()).toEqual([8_000, 0, 0]);
  await roomFor(20_000);
  await corrected(10_500);
  expect((await sentences())[0]).toBe('交售示例苹果 10.5 千克，保底价每千克 8.00 元；其中 80.00 元已在原记录结算');
});

test('nobody objects to a line that stands no more', async () => {
  const [line] = await lines();
  await corrected(9_000);
  await expect(object(line!.id)).rejects.toMatchObject({ code: 'LINE_OVERTAKEN' });
});

test('an answer and a correction at once: either way nothing is owed twice and no objection stays open', async () => {
  await roomFor(20_000);
  for (let round = 0; round < 4; round += 1) {
    const [line] = await shop.rows<{ id: string }>('select id from benefit.obligation where source_id = $1', [
      delivery.id,
    ]);
    const id = await object(line!.id);
    const next = await rewritten(11_000 + round * 1_000);
    await Promise.allSettled([uphold(id, 500), told(next)]);
    delivery = { id: next, version: 2 };
    const fen = (11_000 + round * 1_000) * 0.8;
    expect(await dues()).toEqual([fen, fen, fen]);
    expect(['upheld', 'overtaken']).toContain(await stateOf(id));
  }
});

test('put right beyond the contract, what is contracted stays owed and only the rest is held', async () => {
  await corrected(12_000);
  expect([await held(), await dues()]).toEqual([2_000, [8_000, 8_000, 8_000]]);
  expect(await shop.count('select delivered_grams from benefit.agreement where id = $1', [agreementId])).toBe(10_000);
});

test('the rest is owed by the same agreement once it has room, and told again nothing is owed again', async () => {
  await corrected(12_000);
  await roomFor(12_000);
  expect([await held(), await dues()]).toEqual([0, [9_600, 9_600, 9_600]]);
  await told(delivery.id);
  await roomFor(12_000);
  expect(await dues()).toEqual([9_600, 9_600, 9_600]);
  await corrected(6_000);
  expect([await held(), await dues()]).toEqual([0, [4_800, 4_800, 4_800]]);
});

test('a correction takes the room it made before another delivery that waits does', async () => {
  const other = await scale.brought(offer.supplierId, { lotId, householdId, grams: 4_000 });
  const next = await rewritten(12_000);
  await shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId: other }, { deliveryId: next }]));
  expect([await held(), await dues()]).toEqual([6_000, [8_000, 8_000, 8_000]]);
});
