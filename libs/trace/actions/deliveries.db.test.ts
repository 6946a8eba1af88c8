import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { certifyLot, packFromLot } from './lot-entries';
import { correctDelivery, recordDelivery } from './record-delivery';
import { deliveriesFile } from './export-deliveries';
import { viewDeliverySums } from './view-deliveries';
import { confirmByHousehold, confirmSilent, contestDelivery, witnessDelivery } from './settle-delivery';

type Scale = ReturnType<Shop['scale']>;
let scale: Scale;
let offer: Offer;
let lotId: string;
let householdId: string;

beforeAll(async () => {
  scale = (await openShop()).scale();
});
afterAll(() => scale?.shop.close());
beforeEach(async () => {
  offer = await scale.shop.offer();
  lotId = await scale.openLot(offer);
  householdId = await scale.shop.household(offer.supplierId);
});

const inLot = () => scale.shop.count('select received_grams from trace.lot where id = $1', [lotId]);
const stateOf = async (id: string) =>
  (
    await scale.shop.rows<{ state: string; counts: boolean; row_version: number }>(
      'select state, counts, row_version from trace.delivery where id = $1',
      [id],
    )
  )[0]!;
const record = async (more: Parameters<Scale['weighed']>[0] | object = {}) => {
  const weighed = await scale.weighed({ lotId, householdId, ...more });
  await scale.asClerk(offer.supplierId, (tx) => recordDelivery(tx, scale.kit, weighed));
  return weighed;
};
const correct = async (old: string, more: object = {}) => {
  const correction = { ...(await scale.weighed({ lotId, householdId, ...more })), reason: '过磅读错' };
  const { row_version: version } = await stateOf(old);
  await scale.asClerk(offer.supplierId, (tx) =>
    correctDelivery(tx, scale.kit, { deciding: { id: old, version }, correction }),
  );
  return correction.id;
};
const confirm = async (id: string) => {
  const { row_version: version } = await stateOf(id);
  await scale.asHousehold(householdId, (tx) => confirmByHousehold(tx, scale.kit, { id, version }));
};
const contest = async (id: string) => {
  const { row_version: version } = await stateOf(id);
  await scale.asHousehold(householdId, (tx) => contestDelivery(tx, scale.kit, { id, version, reason: '斤两不对' }));
};
const sheet = () => scale.sheet(offer.supplierId);
const witness = async (id: string, more: object = {}) => {
  const { row_version: version } = await stateOf(id);
  const by = { name: '示例村干部', role: 'villageOfficer' as const, sheetFileId: await sheet(), ...more };
  await scale.asClerk(offer.supplierId, (tx) => witnessDelivery(tx, scale.kit, { id, version, ...by }));
};
const told = (id: string) =>
  scale.shop.rows<{ payload: { replaces: string | null } }>(
    `select payload from platform.outbox_event where name = 'deliveryConfirmed' and payload ->> 'deliveryId' = $1`,
    [id],
  );

test('what comes off the scale counts once the household says so, and is told upwards once', async () => {
  const { id } = await record();
  expect([await inLot(), (await told(id)).length]).toEqual([0, 0]);
  await confirm(id);
  expect(await inLot()).toBe(10_000);
  expect((await told(id)).map(({ payload }) => payload.replaces)).toEqual([null]);
  await expect(confirm(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  expect(await inLot()).toBe(10_000);
});

test('a queue sends twice: one delivery; the same id with another weight is an error', async () => {
  const weighed = await record();
  const again = (grams: number) =>
    scale.asClerk(offer.supplierId, (tx) => recordDelivery(tx, scale.kit, { ...weighed, grams }));
  expect(await again(10_000)).toEqual({ id: weighed.id });
  await expect(again(10_001)).rejects.toMatchObject({ code: 'ID_USED' });
  const stranger = await scale.shop.supplier();
  await expect(scale.asClerk(stranger, (tx) => recordDelivery(tx, scale.kit, weighed))).rejects.toMatchObject({
    code: 'ID_USED',
  });
});

test('two that come in at once under one id are one', async () => {
  const weighed = await scale.weighed({ lotId, householdId });
  const send = () => scale.asClerk(offer.supplierId, (tx) => recordDelivery(tx, scale.kit, weighed));
  const answers = await Promise.all([send(), send(), send(), send()]);
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(await scale.shop.count('select count(*) from trace.delivery where lot_id = $1', [lotId])).toBe(1);
});

test('a witnessed one counts at once, waits to be contested, and is confirmed by silence after its days', async () => {
  const { id } = await record();
  await witness(id);
  expect([await inLot(), (await told(id)).length]).toEqual([10_000, 0]);
  expect(await scale.shop.does((tx) => confirmSilent(tx, scale.kit))).toBe(0);
  await scale.shop.setClock('16 days');
  expect(await scale.shop.does((tx) => confirmSilent(tx, scale.kit))).toBe(1);
  await scale.shop.setClock('0 days');
  expect([await stateOf(id), await inLot()]).toMatchObject([{ state: 'confirmed', counts: true }, 10_000]);
  expect(await told(id)).toHaveLength(1);
});

test('nobody confirms, witnesses or contests what has moved on since it was read', async () => {
  const { id } = await record();
  const stale = { id, version: 2 };
  const by = { name: '示例村干部', role: 'villageOfficer' as const, sheetFileId: await sheet() };
  for (const attempt of [
    scale.asHousehold(householdId, (tx) => confirmByHousehold(tx, scale.kit, stale)),
    scale.asHousehold(householdId, (tx) => contestDelivery(tx, scale.kit, { ...stale, reason: '斤两不对' })),
    scale.asClerk(offer.supplierId, (tx) => witnessDelivery(tx, scale.kit, { ...stale, ...by })),
  ])
    await expect(attempt).rejects.toMatchObject({ code: 'STALE_VERSION' });
  expect([await stateOf(id), await inLot()]).toMatchObject([{ state: 'recorded' }, 0]);
});

test('a typing error is corrected at once; both rows stay', async () => {
  const { id } = await record({ grams: 100_000 });
  const better = await correct(id);
  expect([await stateOf(id), await stateOf(better)]).toMatchObject([{ state: 'corrected' }, { state: 'recorded' }]);
  await confirm(better);
  expect(await inLot()).toBe(10_000);
  await expect(confirm(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  expect((await told(better))[0]!.payload.replaces).toBeNull();
});

test('a confirmed one is corrected only where the household contests it, and counts until the new one stands', async () => {
  const { id } = await record();
  await confirm(id);
  await expect(correct(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await contest(id);
  const wrongAgain = await correct(id, { grams: 11_000 });
  expect([await stateOf(id), await inLot()]).toMatchObject([{ state: 'contested', counts: true }, 10_000]);
  await contest(wrongAgain);
  const right = await correct(wrongAgain, { grams: 12_000 });
  await confirm(right);
  expect(await inLot()).toBe(12_000);
  expect([await stateOf(id), await stateOf(wrongAgain)]).toMatchObject([
    { state: 'corrected', counts: false },
    { state: 'corrected', counts: false },
  ]);
  expect((await told(right))[0]!.payload.replaces).toBe(id);
});

test('a correction below what has left the lot is refused whole', async () => {
  const { id } = await record();
  await confirm(id);
  await contest(id);
  const less = await correct(id, { grams: 4_000 });
  await scale.shop.rows('update trace.lot set shipped_grams = 5000 where id = $1', [lotId]);
  await expect(confirm(less)).rejects.toMatchObject({ code: 'LOT_MASS_BALANCE' });
  expect([await inLot(), await stateOf(id), await stateOf(less)]).toMatchObject([
    10_000,
    { state: 'contested' },
    { state: 'recorded' },
  ]);
});

test('it is contested no more once its days are over', async () => {
  const { id } = await record();
  await confirm(id);
  await scale.shop.setClock('31 days');
  await expect(contest(id)).rejects.toMatchObject({ code: 'CONTEST_TOO_LATE' });
  await scale.shop.setClock('0 days');
  await contest(id);
});

test('a correction names the row that was confirmed last, whatever the order of the ids devices gave', async () => {
  const idOf = (digit: number) => `${digit}${randomUUID().slice(1)}`;
  const { id: first } = await record({ id: idOf(9) });
  await confirm(first);
  await contest(first);
  const second = await correct(first, { id: idOf(1), grams: 11_000 });
  await confirm(second);
  await contest(second);
  const third = await correct(second, { id: idOf(5), grams: 12_000 });
  await confirm(third);
  expect((await told(second))[0]!.payload.replaces).toBe(first);
  expect((await told(third))[0]!.payload.replaces).toBe(second);
  expect(await inLot()).toBe(12_000);
});

test('what is contested long after is still put right: the day stays, the household has left, the lot is recalled', async () => {
  const { id, deliveredOn } = await record({ deliveredOn: time.addDays(await today(), -20) });
  await confirm(id);
  await scale.shop.setClock('25 days');
  await contest(id);
  const stranger = await scale.shop.supplier();
  await scale.shop.rows('update registry.household set supplier_id = $2 where id = $1', [householdId, stranger]);
  await scale.shop.rows(`update trace.lot set state = 'recalled' where id = $1`, [lotId]);
  await expect(correct(id, { deliveredOn: time.addDays(deliveredOn, 1) })).rejects.toMatchObject({
    code: 'DELIVERY_DAY',
  });
  await confirm(await correct(id, { grams: 9_000, deliveredOn }));
  await scale.shop.setClock('0 days');
  expect(await inLot()).toBe(9_000);
});

test('a certificate does not cover what comes in the place of goods that were taken back', async () => {
  await scale.shop.rows(`update catalogue.product set category = 'vegetable' where id = $1`, [offer.productId]);
  const { id } = await record();
  await confirm(id);
  const on = await today();
  const certificate = { id: randomUUID(), basis: 'selfTest' as const, issuedOn: on, fileId: null };
  await scale.asClerk(offer.supplierId, (tx) => certifyLot(tx, lotId, certificate));
  await contest(id);
  await confirm(await correct(id, { grams: 6_000 }));
  const pack = () =>
    scale.asClerk(offer.supplierId, (tx) =>
      packFromLot(tx, lotId, { id: randomUUID(), skuId: offer.skuId, packs: 1, packedOn: on }),
    );
  await pack();
  await confirm((await record({ grams: 4_000 })).id);
  await expect(pack()).rejects.toMatchObject({ code: 'CERTIFICATE_MISSING' });
});

const today = () => scale.today();
test.each<[string, () => Promise<object>, string]>([
  ['in the future', async () => ({ deliveredOn: time.addDays(await today(), 1) }), 'DELIVERY_DAY'],
  ['too long ago', async () => ({ deliveredOn: time.addDays(await today(), -31) }), 'DELIVERY_DAY'],
  ['of a grade the category does not know', () => Promise.resolve({ grade: 'third' }), 'DELIVERY_GRADE'],
  [
    'of a household of another supplier',
    async () => ({ householdId: await scale.shop.household(await scale.shop.supplier()) }),
    'DELIVERY_HOUSEHOLD',
  ],
  ["into another supplier's lot", async () => ({ lotId: await scale.openLot(await scale.shop.offer()) }), 'NOT_FOUND'],
  [
    "with another's ticket",
    () => Promise.resolve({ ticketFileId: '00000000-0000-7000-8000-000000000001' }),
    'PAPER_UNKNOWN',
  ],
  ['of no weight at all', () => Promise.resolve({ grams: 0 }), 'refused by the table'],
])('a delivery %s is refused, and nothing is written', async (_, more, code) => {
  const attempt = record(await more());
  await (code === 'refused by the table'
    ? expect(attempt).rejects.toThrow()
    : expect(attempt).rejects.toMatchObject({ code }));
  expect(await scale.shop.count('select count(*) from trace.delivery where supplier_id = $1', [offer.supplierId])).toBe(
    0,
  );
});

test.each(['closed', 'recalled'])('nothing comes into a lot that is %s', async (state) => {
  await scale.shop.rows('update trace.lot set state = $2 where id = $1', [lotId, state]);
  await expect(record()).rejects.toMatchObject({ code: state === 'closed' ? 'LOT_CLOSED' : 'LOT_RECALLED' });
});

test('the sums of a day: by product and grade, rounded a delivery at a time, and what was corrected is counted once', async () => {
  const today = await scale.today();
  const pricePerKg = { amount: '333', currency: 'CNY' as const };
  // 1.5 kg at 3.33 yuan is 4.995 yuan: twice 5.00, never once 9.99.
  await record({ grams: 1_500, pricePerKg });
  const wrong = await record({ grams: 1_500, pricePerKg });
  await record({ grams: 20_000, grade: 'second' });
  await correct(wrong.id, { grams: 1_500, pricePerKg });
  const actor = (grant: string) => ({
    kind: 'person' as const,
    personId: householdId,
    grants: [{ role: 'supplier' as const, organisationId: grant, jurisdiction: null, householdId: null }],
  });
  const sums = await viewDeliverySums(scale.shop.database, actor(offer.supplierId), { from: today, to: today });
  expect(sums.data.map(({ grade, deliveries, grams }) => [grade, deliveries, grams])).toEqual([
    ['first', 2, 3_000],
    ['second', 1, 20_000],
  ]);
  expect(sums.total).toEqual({
    ...{ deliveries: 3, households: 1, grams: 23_000, waiting: 3, unpricedGrams: 20_000 },
    priced: { amount: '1000', currency: 'CNY' },
  });
  const stranger = await scale.shop.supplier();
  const none = await viewDeliverySums(scale.shop.database, actor(stranger), { from: today, to: today });
  expect([none.data, none.total.grams]).toEqual([[], 0]);
});

test("a file of deliveries is the supplier's own list, narrowed in the same way", async () => {
  await confirm((await record({ grams: 51_250 })).id);
  await record({ grams: 20_000 });
  const grants = [
    { role: 'supplier' as const, organisationId: offer.supplierId, jurisdiction: null, householdId: null },
  ];
  const actor = { kind: 'person' as const, personId: randomUUID(), grants };
  const rows = async (more: object) => {
    const { bytes } = await deliveriesFile(scale.shop.database, actor, { format: 'csv', language: 'zh', ...more });
    const chunks: string[] = [];
    for await (const chunk of bytes) chunks.push(String(chunk));
    return chunks.join('').trim().split('\r\n').slice(1);
  };
  expect(await rows({ lot: lotId })).toHaveLength(2);
  const [confirmed, ...others] = await rows({ lot: lotId, state: 'confirmed' });
  expect(others).toEqual([]);
  expect(confirmed).toMatch(/,51\.25,.*,已确认,是$/);
  expect(await rows({ household: randomUUID() })).toEqual([]);
});
