import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { newId } from '@xihuo/platform';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import { deliveries } from '@xihuo/trace';
import { fundObligations, openFundable } from './fund-obligations';
import { oweConfirmedDeliveries, releaseHeldDeliveries } from './release-held';

/** Second rebates follow the goods: from what was sold back to what each household brought, whenever that came to stand. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let offer: Offer;
let raw: string;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  offer = await shop.offer();
  raw = await scale.openLot(offer);
});
afterEach(async () => {
  // Money comes from nowhere here: no order was paid.
  const { 'what lies in clearing is what was captured and not yet settled': _, ...wanted } = holding.invariants;
  expect(await holding.brokenInvariants((sql) => shop.count(sql), wanted)).toEqual({});
});

/** A household bought from at 1.00 a kilogram, whose goods earn it so much of what they sell for. */
async function household(rebateBp = 1_000, contracted = 1_000_000n): Promise<string> {
  const householdId = await shop.household(offer.supplierId);
  const { supplierId, productId } = offer;
  const terms = { productId, floorFenPerKg: 100n, grams: contracted, effectiveFrom: await scale.today() };
  const [id] = await shop.agreedOnPaper([{ supplierId, householdId, kind: 'contractPurchase', ...terms }]);
  await shop.rows('update benefit.agreement set rebate_bp = $2 where id = $1', [id, rebateBp]);
  return householdId;
}

const told = (deliveryId: string) => shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId }]));
async function brought(householdId: string, grams: number, lotId = raw): Promise<string> {
  const id = await scale.brought(offer.supplierId, { lotId, householdId, grams });
  await told(id);
  return id;
}

/** A lot made of others: so many grams of each, and so much lost on the way. */
async function made(inputs: { lotId: string; grams: number }[], lost = 0): Promise<string> {
  const lotId = newId();
  const grams = inputs.reduce((all, input) => all + input.grams, 0) - lost;
  await scale.made(offer, {
    ...{ kind: 'mixing', inputs, outputs: [{ lotId, productId: offer.productId, grams }] },
    losses: lost === 0 ? [] : [{ reason: 'spoilage', grams: lost }],
  });
  return lotId;
}

/** A run in which so many fen's worth of lots was sold. */
async function sold(...sales: [lotId: string, fen: number][]): Promise<string> {
  const runId = randomUUID();
  await shop.does(async (tx) => {
    await openFundable(tx);
    for (const [lotId, fen] of sales) {
      await tx.client.query(
        'insert into fundable (line_id, lot_id, supplier_id, net_fen, goods_fen, paid_fen) values (gen_random_uuid(), $1, $2, $3, $3, $3)',
        [lotId, offer.supplierId, fen],
      );
    }
    await fundObligations(tx, runId, time.businessDate(tx.now));
  });
  return runId;
}

const rebates = async (householdId: string) =>
  (
    await shop.rows<{ fen: number }>(
      `select amount_fen::int as fen from benefit.obligation where household_id = $1 and kind = 'rebate' order by amount_fen desc`,
      [householdId],
    )
  ).map(({ fen }) => fen);
const funded = (householdId: string) =>
  shop.count('select coalesce(sum(funded_fen), 0) from benefit.obligation where household_id = $1', [householdId]);

test('what was made of a lot pays rebate to those who brought it, by weight, losses and all', async () => {
  const [first, second] = [await household(), await household()];
  await brought(first, 30_000);
  await brought(second, 10_000);
  const washed = await made([{ lotId: raw, grams: 20_000 }], 2_000);
  await sold([washed, 40_000]);
  expect([await rebates(first), await rebates(second)]).toEqual([[3_000], [1_000]]);
});

test('over several steps, mixed with other lots and with what came as it was', async () => {
  const [first, second, third] = [await household(), await household(), await household(2_000)];
  await brought(first, 10_000);
  const other = await scale.openLot(offer);
  await brought(second, 10_000, other);
  const mixed = await made([
    { lotId: raw, grams: 6_000 },
    { lotId: other, grams: 3_000 },
  ]);
  const packed = await made([
    { lotId: mixed, grams: 9_000 },
    { lotId: other, grams: 1_000 },
  ]);
  // Six tenths and four tenths of ten kilograms; a third household brings as much again.
  await brought(third, 10_000, packed);
  await sold([packed, 100_000], [raw, 1_000]);
  expect([await rebates(first), await rebates(second), await rebates(third)]).toEqual([
    [3_000, 100],
    [2_000],
    [10_000],
  ]);
});

test('a third of a third, sold to the last gram, is no fen less than the whole', async () => {
  const all = [await household(5_000), await household(5_000), await household(5_000)];
  for (const one of all) await brought(one, 10_000);
  const made1 = await made([{ lotId: raw, grams: 30_000 }], 9_999);
  await sold([made1, 30_000]);
  for (const one of all) expect(await rebates(one)).toEqual([5_000]);
});

test('the households behind a made lot come first for what it sold for, before what else the supplier owes', async () => {
  const [behind, elsewhere] = [await household(0), await household(0)];
  await brought(behind, 20_000);
  const other = await scale.openLot(offer);
  await brought(elsewhere, 20_000, other);
  const washed = await made([{ lotId: raw, grams: 20_000 }]);
  await sold([washed, 1_500]);
  expect([await funded(behind), await funded(elsewhere)]).toEqual([1_500, 0]);
  await sold([washed, 1_000]);
  expect([await funded(behind), await funded(elsewhere)]).toEqual([2_000, 500]);
});

test('witnessed on the day of the run, it has its rebate in the run after it stands, once', async () => {
  const [first, second] = [await household(), await household()];
  await brought(first, 10_000);
  const weighed = await scale.weighed({ lotId: raw, householdId: second, grams: 10_000 });
  await scale.asClerk(offer.supplierId, (tx) => deliveries.record(tx, scale.kit, weighed));
  const [paper] = await shop.rows<{ file_id: string }>(
    `insert into trace.lot_paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256('x'), 1, gen_random_uuid(), now()) returning file_id`,
    [offer.supplierId],
  );
  const witness = {
    id: weighed.id,
    version: 1,
    name: '示例村干部',
    role: 'villageOfficer' as const,
    sheetFileId: paper!.file_id,
  };
  await scale.asClerk(offer.supplierId, (tx) => deliveries.witness(tx, scale.kit, witness));
  await sold([raw, 20_000]);
  expect([await rebates(first), await rebates(second)]).toEqual([[1_000], []]);
  await scale.asHousehold(second, (tx) => deliveries.confirm(tx, scale.kit, { id: weighed.id, version: 2 }));
  await told(weighed.id);
  await sold([raw, 2_000]);
  expect([await rebates(first), await rebates(second)]).toEqual([
    [1_000, 100],
    [1_000, 100],
  ]);
  await sold();
  expect((await rebates(second)).length).toBe(2);
});

test('held for want of a contract, it has its rebate once one covers it', async () => {
  const one = await household(1_000, 10_000n);
  await brought(one, 10_000);
  await brought(one, 10_000);
  await sold([raw, 20_000]);
  expect(await rebates(one)).toEqual([1_000]);
  const rows = await shop.rows<{ id: string }>(
    'update benefit.agreement set contracted_grams = 20000 where household_id = $1 returning id',
    [one],
  );
  await shop.does((tx) =>
    releaseHeldDeliveries(
      tx,
      rows.map(({ id }) => id),
    ),
  );
  await sold();
  await sold();
  expect(await rebates(one)).toEqual([1_000, 1_000]);
});

test('put right between weighing and run: what stands has its part of the sale, once, and the old row none', async () => {
  const [first, second] = [await household(), await household()];
  await brought(first, 10_000);
  const old = await scale.brought(offer.supplierId, { lotId: raw, householdId: second, grams: 10_000 });
  await told(old);
  await scale.asHousehold(second, (tx) =>
    deliveries.contest(tx, scale.kit, { id: old, version: 2, reason: '重量不对' }),
  );
  const correction = {
    ...(await scale.weighed({ lotId: raw, householdId: second, grams: 30_000 })),
    reason: '看错了磅单',
  };
  await scale.asClerk(offer.supplierId, (tx) =>
    deliveries.correct(tx, scale.kit, { deciding: { id: old, version: 3 }, correction }),
  );
  await scale.asHousehold(second, (tx) => deliveries.confirm(tx, scale.kit, { id: correction.id, version: 1 }));
  // It stands, and benefit has not heard of it yet.
  await sold([raw, 40_000]);
  expect([await rebates(first), await rebates(second)]).toEqual([[1_000], []]);
  await told(correction.id);
  await sold();
  await sold();
  expect(await rebates(second)).toEqual([3_000]);
});

test.each([
  ['downwards it has so much less', 4_000, [400]],
  ['upwards no more than its part', 30_000, [1_000]],
])('put right after the run %s', async (_name, grams, expected) => {
  const [first, second] = [await household(), await household(1_000, 10_000n)];
  await brought(first, 10_000);
  await brought(second, 10_000);
  // More than is contracted: it waits, and has no part in the rebates yet.
  const old = await brought(second, 10_000);
  await sold([raw, 30_000]);
  expect([await rebates(first), await rebates(second)]).toEqual([[1_000], [1_000]]);
  await scale.asHousehold(second, (tx) =>
    deliveries.contest(tx, scale.kit, { id: old, version: 2, reason: '重量不对' }),
  );
  const correction = { ...(await scale.weighed({ lotId: raw, householdId: second, grams })), reason: '看错了磅单' };
  await scale.asClerk(offer.supplierId, (tx) =>
    deliveries.correct(tx, scale.kit, { deciding: { id: old, version: 3 }, correction }),
  );
  await scale.asHousehold(second, (tx) => deliveries.confirm(tx, scale.kit, { id: correction.id, version: 1 }));
  await told(correction.id);
  const rows = await shop.rows<{ id: string }>(
    'update benefit.agreement set contracted_grams = 100000 where household_id = $1 returning id',
    [second],
  );
  await shop.does((tx) =>
    releaseHeldDeliveries(
      tx,
      rows.map(({ id }) => id),
    ),
  );
  await sold();
  await sold();
  expect(await rebates(second)).toEqual([1_000, ...expected]);
});

test('two runs at once give every part of a sale its rebate once', async () => {
  const one = await household(1_000, 10_000n);
  await brought(one, 10_000);
  await brought(one, 10_000);
  await sold([raw, 20_000]);
  const rows = await shop.rows<{ id: string }>(
    'update benefit.agreement set contracted_grams = 20000 where household_id = $1 returning id',
    [one],
  );
  await shop.does((tx) =>
    releaseHeldDeliveries(
      tx,
      rows.map(({ id }) => id),
    ),
  );
  await Promise.all([sold(), sold([raw, 2_000]), sold([raw, 1_000])]);
  expect((await rebates(one)).reduce((all, fen) => all + fen, 0)).toBe(2_300);
});
