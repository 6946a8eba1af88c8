import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import { deliveries } from '@xihuo/trace';
import { contestLine } from './contest/open-contest';
import { fundObligations, openFundable } from './fund-obligations';
import { confirmPayment } from './outside/answer-payment';
import { settleSilentPayments } from './outside/settle-payments';
import { recordOutsidePayment } from './outside/record-payment';
import { oweConfirmedDeliveries, releaseHeldDeliveries } from './release-held';
import { reverse } from './take-back-rebates';
import { viewEarnings } from './view-earnings';

/** A second rebate that was reckoned follows its delivery when that is put right, as far as it is not paid yet. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let offer: Offer;
let lotId: string;
let householdId: string;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  await shop.setClock('0 days');
  offer = await shop.offer();
  lotId = await scale.openLot(offer);
  householdId = await shop.household(offer.supplierId);
  const { supplierId, productId } = offer;
  const terms = { productId, floorFenPerKg: 1_000n, grams: 20_000n, effectiveFrom: await scale.today() };
  await shop.agreedOnPaper([{ supplierId, householdId, kind: 'contractPurchase', ...terms }]);
  await shop.rows('update benefit.agreement set rebate_bp = 1000 where household_id = $1', [householdId]);
});
afterEach(async () => {
  // Money comes from nowhere here: no order was paid.
  const { 'what lies in clearing is what was captured and not yet settled': _, ...wanted } = holding.invariants;
  expect(await holding.brokenInvariants((sql) => shop.count(sql), wanted)).toEqual({});
});

const told = (deliveryId: string) => shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId }]));
async function brought(grams: number): Promise<string> {
  const id = await scale.brought(offer.supplierId, { lotId, householdId, grams });
  await told(id);
  return id;
}

/** Another weight stands in its place; benefit has not heard of it yet. @returns the row that stands */
async function weighedAgain(id: string, grams: number): Promise<string> {
  await scale.asHousehold(householdId, (tx) =>
    deliveries.contest(tx, scale.kit, { id, version: 2, reason: '重量不对' }),
  );
  const correction = { ...(await scale.weighed({ lotId, householdId, grams })), reason: '看错了磅单' };
  await scale.asClerk(offer.supplierId, (tx) =>
    deliveries.correct(tx, scale.kit, { deciding: { id, version: 3 }, correction }),
  );
  await scale.asHousehold(householdId, (tx) => deliveries.confirm(tx, scale.kit, { id: correction.id, version: 1 }));
  return correction.id;
}
async function putRight(id: string, grams: number): Promise<string> {
  const stands = await weighedAgain(id, grams);
  await told(stands);
  return stands;
}

/** A run in which so much was sold of the lot; `goods` of it paid for goods. */
async function sold(net = 0, goods = net): Promise<void> {
  await shop.does(async (tx) => {
    await openFundable(tx);
    if (net > 0)
      await tx.client.query(
        'insert into fundable (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen) values (gen_random_uuid(), $1, $2, $3, $4, $3)',
        [lotId, offer.supplierId, net, goods],
      );
    await fundObligations(tx, randomUUID(), time.businessDate(tx.now));
  });
}
async function wentBack(fen: number): Promise<void> {
  const rows = await shop.rows<{ id: string }>(
    'update benefit.sale set refunded_fen = $2 where supplier_id = $1 returning id',
    [offer.supplierId, fen],
  );
  await shop.does((tx) =>
    reverse(
      tx,
      rows.map(({ id }) => id),
    ),
  );
}

const rebates = async () => {
  const { data } = await viewEarnings(shop.database, householdId, undefined, 20);
  return data
    .filter(({ kind }) => kind === 'rebate')
    .map(({ due, funded, open, why }) => [...[due, funded, open].map(({ amount }) => Number(amount)), why.zh]);
};
const sums = async () => (await rebates()).map((line) => line.slice(0, 3));

test('put right downwards it is so much less, of that delivery alone, and the sentence says so', async () => {
  const first = await brought(10_000);
  await brought(10_000);
  await sold(20_000);
  expect(await sums()).toEqual([[2_000, 0, 2_000]]);
  const stands = await putRight(first, 4_000);
  expect(await rebates()).toEqual([[1_400, 0, 1_400, expect.stringMatching(/二次返利 10%；已更正 6\.00 元$/)]]);
  // Told once more, and in the next run: no more and no less.
  await told(stands);
  await sold();
  expect(await sums()).toEqual([[1_400, 0, 1_400]]);
});

test('down and up again it is what it was; what stays away in between is owed anew', async () => {
  const first = await brought(10_000);
  await sold(10_000);
  const lower = await putRight(first, 4_000);
  expect(await sums()).toEqual([[400, 0, 400]]);
  await putRight(lower, 30_000);
  await sold();
  expect(await sums()).toEqual([
    [600, 0, 600],
    [400, 0, 400],
  ]);
});

test('what one agreement took in two parts is put right as one', async () => {
  const stands = await putRight(await brought(10_000), 30_000);
  const rows = await shop.rows<{ id: string }>(
    'update benefit.agreement set contracted_grams = 40000 where household_id = $1 returning id',
    [householdId],
  );
  const ids = rows.map(({ id }) => id);
  await shop.does((tx) => releaseHeldDeliveries(tx, ids));
  await sold(30_000);
  expect(await sums()).toEqual([[3_000, 0, 3_000]]);
  await putRight(stands, 15_000);
  expect(await sums()).toEqual([[1_500, 0, 1_500]]);
});

test('what was paid of it stays, and is carried over to what is owed again', async () => {
  const first = await brought(10_000);
  await sold(10_000);
  await sold(1_000, 0);
  expect(await sums()).toEqual([[1_000, 1_000, 0]]);
  const lower = await putRight(first, 4_000);
  expect(await sums()).toEqual([[1_000, 1_000, 0]]);
  await putRight(lower, 9_000);
  await sold();
  await sold();
  expect(await sums()).toEqual([[1_000, 1_000, 0]]);
});

test('of what went back to buyers, and of what was put right, each takes its part of what the other leaves', async () => {
  const first = await brought(10_000);
  await sold(10_000);
  await wentBack(2_500);
  await putRight(first, 8_000);
  const both = [
    [600, 0, 600, expect.stringMatching(/卖得 100\.00 元（其中退给买家 20\.00 元），二次返利 10%；已更正 2\.00 元$/)],
  ];
  expect(await rebates()).toEqual(both);
  await wentBack(5_000);
  expect(await sums()).toEqual([[400, 0, 400]]);
});

/** The supplier says that it paid so much of the household's only rebate. @returns the payment */
async function saidToBePaid(fen: number): Promise<string> {
  const [line] = await shop.rows<{ id: string }>(
    `select id from benefit.obligation where household_id = $1 and kind = 'rebate'`,
    [householdId],
  );
  const { supplierId } = offer;
  const [paper] = await shop.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256(uuidv7()::text::bytea), 1, gen_random_uuid(), now()) returning file_id`,
    [supplierId],
  );
  const payment = {
    ...{ id: randomUUID(), supplierId, householdId, method: 'cash' as const, paperId: paper!.file_id },
    ...{ paidOn: await scale.today(), amount: { amount: String(fen), currency: 'CNY' as const } },
    obligationIds: [line!.id],
  };
  await scale.asClerk(supplierId, (tx) => recordOutsidePayment(tx, scale.kit, payment));
  return payment.id;
}
async function nobodyAnswers(): Promise<void> {
  await shop.setClock('31 days');
  await shop.does((tx) => settleSilentPayments(tx, scale.kit));
}

test('what a payment of the supplier holds is put right once that comes to nothing', async () => {
  const first = await brought(10_000);
  await sold(10_000);
  await saidToBePaid(900);
  await putRight(first, 4_000);
  expect(await sums()).toEqual([[900, 0, 0]]);
  await nobodyAnswers();
  expect(await sums()).toEqual([[400, 0, 400]]);
});

/** Of 1,000 that were reckoned 900 are said to be paid; then the delivery is put right to 4 kg and to 9 kg, and a run goes by. */
async function downAndUpWhileItWaits(): Promise<string> {
  const first = await brought(10_000);
  await sold(10_000);
  const payment = await saidToBePaid(900);
  await putRight(await putRight(first, 4_000), 9_000);
  await sold(1_000, 0);
  expect(await sums()).toEqual([[900, 0, 0]]);
  return payment;
}

test('down and up again while a payment waits: once it is confirmed nothing is owed a second time', async () => {
  const id = await downAndUpWhileItWaits();
  await scale.asHousehold(householdId, (tx) => confirmPayment(tx, scale.kit, { id, version: 1 }));
  await sold(1_000, 0);
  expect(await sums()).toEqual([[900, 0, 0]]);
});

test('down and up again while a payment waits: once it comes to nothing all is owed that stands', async () => {
  await downAndUpWhileItWaits();
  await nobodyAnswers();
  await sold();
  expect((await sums()).reduce((all, [, , open]) => all + (open as number), 0)).toBe(900);
});

test('of a rebate of which nothing is left an objection is over', async () => {
  const first = await brought(10_000);
  await sold(10_000);
  const [line] = await shop.rows<{ id: string }>(
    `select id from benefit.obligation where household_id = $1 and kind = 'rebate'`,
    [householdId],
  );
  const { id } = await scale.asHousehold(householdId, (tx) =>
    contestLine(tx, scale.kit, { obligationId: line!.id, reason: '少算了' }),
  );
  // What stands was brought before the agreement binds: no agreement takes it.
  const stands = await weighedAgain(first, 10_000);
  await shop.rows('update benefit.agreement set effective_from = effective_from + 1 where household_id = $1', [
    householdId,
  ]);
  await told(stands);
  expect(await rebates()).toEqual([]);
  expect(await shop.rows('select state from benefit.contest where id = $1', [id])).toEqual([{ state: 'overtaken' }]);
});

test('a run that reckons the rebate while the delivery is put right owes no more than what stands', async () => {
  const first = await brought(10_000);
  const stands = await weighedAgain(first, 4_000);
  await Promise.all([sold(10_000), told(stands), sold(), sold(2_000)]);
  await told(stands);
  await sold();
  const due = (await sums()).reduce((all, [fen]) => all + (fen as number), 0);
  expect(due).toBe(1_200);
});
