import { randomUUID } from 'node:crypto';
import type { Actor } from '@xihuo/platform';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import { deliveries } from '@xihuo/trace';
import type { Terms } from '../rules/words';
import { drawAgreement } from './draw-agreements';
import { offerAgreement } from './offer-agreements';
import { confirmPayment, withdrawPayment } from './outside/answer-payment';
import { recordOutsidePayment } from './outside/record-payment';
import { oweConfirmedDeliveries, releaseOvertakenHolds } from './release-held';
import { signBySession } from './sign-agreement';
import { viewOwnHeld } from './view-agreements';
import { viewEarnings } from './view-earnings';

/** A delivery is put right while no agreement covers it whole: what the household has had for it is not owed again. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let offer: Offer;
let householdId: string;
let lotId: string;
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
  await agree(10_000);
  delivery = await brought(10_000);
});
afterEach(async () => {
  expect(await holding.brokenInvariants((sql) => shop.count(sql), holding.invariants)).toEqual({});
});

const clerk = <View>(work: Parameters<typeof scale.asClerk<View>>[1]) => scale.asClerk(offer.supplierId, work);
const household = <View>(work: Parameters<typeof scale.asHousehold<View>>[1]) => scale.asHousehold(householdId, work);
const told = (deliveryId: string) => shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId }]));

/** Signed by both, from today: 8.00 a kilogram and as much premium as is said. */
async function agree(contractedGrams: number, priority = 1, premium = '0'): Promise<void> {
  await sign(await offered(contractedGrams, priority, premium));
}
async function offered(contractedGrams: number, priority: number, premium = '0'): Promise<string> {
  const terms: Terms = {
    ...{ kind: 'contractPurchase', productId: offer.productId, floorPricePerKg: { amount: '800', currency: 'CNY' } },
    ...{ premiumPerKg: { amount: premium, currency: 'CNY' }, contractedGrams, priority },
    ...{ capGramsPerYear: null, capGramsPerLot: null, rebateBp: 0 },
  };
  const drawn = { supplierId: offer.supplierId, householdId, terms, effectiveFrom: await scale.today() };
  const id = await clerk((tx) => drawAgreement(tx, { ...drawn, effectiveTo: null }));
  await clerk((tx) => offerAgreement(tx, scale.kit, { id, version: 1 }));
  return id;
}
async function sign(id: string): Promise<void> {
  const [page] = await shop.rows<{ hash: string }>('select words_hash as hash from benefit.agreement where id = $1', [
    id,
  ]);
  await household((tx) => signBySession(tx, scale.kit, { id, version: 2, hash: page!.hash }));
}

async function brought(grams: number): Promise<{ id: string; version: number }> {
  const id = await scale.brought(offer.supplierId, { lotId, householdId, grams });
  await told(id);
  return { id, version: 2 };
}

/** The household contests what stands, the clerk writes another weight, the household confirms it; nothing is owed for it yet. */
async function rewritten(grams: number): Promise<() => Promise<void>> {
  const old = delivery;
  await household((tx) => deliveries.contest(tx, scale.kit, { ...old, reason: '重量不对' }));
  const weighed = await scale.weighed({ lotId, householdId, grams });
  const correction = { ...weighed, reason: '看错了磅单' };
  await clerk((tx) =>
    deliveries.correct(tx, scale.kit, { deciding: { id: old.id, version: old.version + 1 }, correction }),
  );
  await household((tx) => deliveries.confirm(tx, scale.kit, { id: weighed.id, version: 1 }));
  delivery = { id: weighed.id, version: 2 };
  return () => told(weighed.id);
}
async function corrected(grams: number): Promise<void> {
  const tell = await rewritten(grams);
  await tell();
}

/** Money the supplier handed over itself; the household has not answered yet. */
async function said(fen: number): Promise<string> {
  const [paper] = await shop.rows<{ file_id: string }>(
    `insert into benefit.paper (file_id, supplier_id, sha256, pages, uploaded_by, uploaded_at)
     values (gen_random_uuid(), $1, sha256(uuidv7()::text::bytea), 1, gen_random_uuid(), now()) returning file_id`,
    [offer.supplierId],
  );
  const id = randomUUID();
  const payment = {
    ...{ id, supplierId: offer.supplierId, householdId, method: 'cash' as const, paperId: paper!.file_id },
    ...{ amount: { amount: String(fen), currency: 'CNY' as const }, paidOn: await scale.today() },
  };
  await clerk((tx) => recordOutsidePayment(tx, scale.kit, payment));
  return id;
}
const confirm = (id: string) => household((tx) => confirmPayment(tx, scale.kit, { id, version: 1 }));
const takeBack = (id: string) => clerk((tx) => withdrawPayment(tx, scale.kit, { id, version: 1, reason: '登记错了' }));
async function paid(fen: number): Promise<void> {
  await confirm(await said(fen));
}

/** Paid outside, waiting and open, and what the books say the supplier owes; in fen. */
async function dues(): Promise<number[]> {
  const { totals } = await viewEarnings(shop.database, householdId, undefined, 10);
  const debt = await shop.count(
    `select balance_fen from ledger.balance_v join ledger.account on id = account_id
      where code = 'supplierDebt' and owner_id = $1`,
    [offer.supplierId],
  );
  return [...[totals.paidOutside, totals.waiting, totals.open].map(({ amount }) => Number(amount)), debt];
}
const held = () =>
  shop.count('select count(*) from benefit.held_delivery where household_id = $1 and released_at is null', [
    householdId,
  ]);

test('its own that wait, the household reads page by page, the newest first', async () => {
  const waiting: string[] = [];
  for (const grams of [1_000, 2_000, 3_000]) waiting.unshift((await brought(grams)).id);
  const actor: Actor = {
    ...{ kind: 'person', personId: randomUUID() },
    grants: [{ role: 'farmer', organisationId: null, jurisdiction: null, householdId }],
  };
  const first = await viewOwnHeld(shop.database, actor, { household: householdId, limit: 2 });
  const rest = await viewOwnHeld(shop.database, actor, { limit: 2, cursor: first.nextCursor! });
  expect([...first.data, ...rest.data].map(({ id }) => id)).toEqual(waiting);
  expect([first.data.length, rest.nextCursor]).toEqual([2, null]);
});

test('held after a correction, it is owed later only by what the household has not had', async () => {
  await paid(8_000);
  await corrected(12_000);
  expect([await held(), await dues()]).toEqual([1, [8_000, 0, 0, 0]]);
  await agree(2_000, 2);
  // 12 kg are 96.00.
  expect([await held(), await dues()]).toEqual([0, [8_000, 0, 1_600, 1_600]]);
});

test('a correction of a correction, both held: the first is what was paid', async () => {
  await paid(5_000);
  await corrected(12_000);
  await corrected(11_000);
  await agree(2_000, 2);
  expect([await held(), await dues()]).toEqual([1, [5_000, 0, 3_800, 3_800]]);
});

test('held, then put right within the contract: owed at once, but for what was paid', async () => {
  await paid(5_000);
  await corrected(12_000);
  await corrected(9_000);
  expect([await held(), await dues()]).toEqual([1, [5_000, 0, 2_200, 2_200]]);
});

test('what was kept beyond the worth of one correction counts for the next', async () => {
  await paid(8_000);
  await corrected(5_000);
  expect(await dues()).toEqual([8_000, 0, 0, 0]);
  await corrected(10_000);
  expect(await dues()).toEqual([8_000, 0, 0, 0]);
});

test('a payment that waits is set against it, and open again once it is taken back', async () => {
  const id = await said(6_000);
  await corrected(12_000);
  await agree(2_000, 2);
  expect(await dues()).toEqual([0, 6_000, 3_600, 9_600]);
  await takeBack(id);
  expect(await dues()).toEqual([0, 0, 9_600, 9_600]);
});

test('taken back while it is held, nothing of it is owed twice', async () => {
  const id = await said(6_000);
  await corrected(12_000);
  await takeBack(id);
  expect(await dues()).toEqual([0, 0, 8_000, 8_000]);
  await agree(2_000, 2);
  expect(await dues()).toEqual([0, 0, 9_600, 9_600]);
});

test('what a lapsed payment opened again goes with its line when that is put right once more', async () => {
  const id = await said(8_000);
  await corrected(9_000);
  await takeBack(id);
  expect(await dues()).toEqual([0, 0, 7_200, 7_200]);
  await corrected(4_000);
  expect(await dues()).toEqual([0, 0, 3_200, 3_200]);
});

test('told a second time, nothing is taken back that stands', async () => {
  const id = await said(8_000);
  await corrected(9_000);
  await takeBack(id);
  await told(delivery.id);
  expect(await dues()).toEqual([0, 0, 7_200, 7_200]);
});

test('a contract that a correction made room in buys what was held for want of it', async () => {
  await brought(3_000);
  expect([await held(), await dues()]).toEqual([1, [0, 0, 8_000, 8_000]]);
  await corrected(7_000);
  expect([await held(), await dues()]).toEqual([0, [0, 0, 8_000, 8_000]]);
});

/** Deliveries are looked at before an agreement is signed, and what was found is kept after. */
const heldWhile = async (sign: () => Promise<void>, ...grams: number[]): Promise<void> => {
  const confirmed: { deliveryId: string }[] = [];
  for (const each of grams) {
    const deliveryId = await scale.brought(offer.supplierId, { lotId, householdId, grams: each });
    confirmed.push({ deliveryId });
  }
  await shop.does(async (tx) => {
    await oweConfirmedDeliveries(tx, scale.kit, confirmed);
    // In a transaction of its own, which ends before this one does.
    await sign();
  });
};
const release = () => shop.does(releaseOvertakenHolds);

test('a delivery that is looked at while its agreement is signed is owed soon after, once', async () => {
  householdId = await shop.household(offer.supplierId);
  const agreementId = await offered(10_000, 1);
  await heldWhile(() => sign(agreementId), 6_000);
  expect([await held(), await dues()]).toEqual([1, [0, 0, 0, 8_000]]);
  expect([await release(), await release()]).toEqual([1, 0]);
  expect([await held(), await dues()]).toEqual([0, [0, 0, 4_800, 12_800]]);
});

test('so is one for which the signed agreements had no room; what is beyond all of them is left', async () => {
  const agreementId = await offered(3_000, 2);
  await heldWhile(() => sign(agreementId), 3_000, 500);
  expect([await held(), await dues()]).toEqual([2, [0, 0, 8_000, 8_000]]);
  expect([await release(), await release()]).toEqual([1, 0]);
  expect([await held(), await dues()]).toEqual([1, [0, 0, 10_400, 10_400]]);
});

test.each([
  ['a cap with room for it as well', 'cap_grams_per_year', 3_000, 10_400],
  ['no more than a cap has room for', 'cap_grams_per_lot', 2_000, 8_400],
])('so is one under an agreement with caps: %s', async (_name, cap, grams, due) => {
  const agreementId = await offered(3_000, 2);
  await shop.rows(`update benefit.agreement set ${cap} = $2 where id = $1`, [agreementId, grams]);
  await heldWhile(() => sign(agreementId), 3_000, 500);
  expect([await held(), await dues()]).toEqual([2, [0, 0, 8_000, 8_000]]);
  expect([await release(), await release()]).toEqual([1, 0]);
  expect([await held(), await dues()]).toEqual([1, [0, 0, due, due]]);
});

test('a correction of a correction that is heard of first takes back what the first row was owed, but for what was paid', async () => {
  await paid(5_000);
  const [first, second] = [await rewritten(9_000), await rewritten(7_500)];
  await second();
  expect(await dues()).toEqual([5_000, 0, 1_000, 1_000]);
  await first();
  expect([await held(), await dues()]).toEqual([0, [5_000, 0, 1_000, 1_000]]);
  // 10 kg were contracted: what was put right left room for 2.5 more.
  await brought(2_500);
  expect([await held(), await dues()]).toEqual([0, [5_000, 0, 3_000, 3_000]]);
});

test('also where the first row is owed at the very same time, and where it is heard of last', async () => {
  householdId = await shop.household(offer.supplierId);
  await agree(10_000);
  const id = await scale.brought(offer.supplierId, { lotId, householdId, grams: 10_000 });
  delivery = { id, version: 2 };
  const hearings: Promise<void>[] = [];
  await shop.does(async (tx) => {
    await oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId: id }]);
    await rewritten(9_000);
    const last = await rewritten(7_500);
    hearings.push(last());
    await shop.untilWaiting(1);
  });
  await Promise.all(hearings);
  expect(await dues()).toEqual([0, 0, 6_000, 14_000]);
  await told(id);
  expect([await held(), await dues()]).toEqual([0, [0, 0, 6_000, 14_000]]);
  await brought(2_500);
  expect([await held(), await dues()]).toEqual([0, [0, 0, 8_000, 16_000]]);
});
