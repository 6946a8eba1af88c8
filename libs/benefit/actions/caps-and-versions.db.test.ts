import { time } from '@xihuo/kernel';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import { deliveries } from '@xihuo/trace';
import type { Terms } from '../rules/words';
import { amendAgreement, drawAgreement } from './draw-agreements';
import { offerAgreement } from './offer-agreements';
import { oweConfirmedDeliveries } from './release-held';
import { signBySession } from './sign-agreement';

/** Floors, caps and priorities of several agreements on the same lots, from version to version: what is bought, and at which price. */

type Purchase = Extract<Terms, { kind: 'contractPurchase' }>;

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let offer: Offer;
let householdId: string;
let lotId: string;
/** A day in the middle of a year, on which every test begins; business time is so many days ahead of the clock then. */
let begin: string;
let ahead: number;

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
  const today = await scale.today();
  begin = `${Number(today.slice(0, 4)) + 1}-06-01`;
  ahead = (Date.parse(begin) - Date.parse(today)) / 86_400_000;
});
afterAll(() => shop?.close());
beforeEach(async () => {
  await later(0);
  offer = await shop.offer();
  householdId = await shop.household(offer.supplierId);
  lotId = await scale.openLot(offer);
});
afterEach(async () => {
  expect(await holding.brokenInvariants((sql) => shop.count(sql), holding.invariants)).toEqual({});
});

const later = (days: number) => shop.setClock(`${ahead + days} days`);
const day = (days: number) => time.addDays(begin, days);
const kilos = (grams: number) => grams * 1_000;
const clerk = <View>(work: Parameters<typeof scale.asClerk<View>>[1]) => scale.asClerk(offer.supplierId, work);
const household = <View>(work: Parameters<typeof scale.asHousehold<View>>[1]) => scale.asHousehold(householdId, work);

/** Fen a kilogram; weights in kilograms. */
interface Wanted {
  floor?: number;
  priority?: number;
  contracted?: number;
  aYear?: number;
  aLot?: number;
}
const terms = ({ floor = 500, priority = 1, contracted = 1_000, aYear, aLot }: Wanted): Purchase => ({
  ...{
    kind: 'contractPurchase',
    productId: offer.productId,
    priority,
    contractedGrams: kilos(contracted),
    rebateBp: 0,
  },
  ...{ floorPricePerKg: { amount: String(floor), currency: 'CNY' }, premiumPerKg: { amount: '0', currency: 'CNY' } },
  ...{
    capGramsPerYear: aYear === undefined ? null : kilos(aYear),
    capGramsPerLot: aLot === undefined ? null : kilos(aLot),
  },
});
const stepOf = async (id: string) => {
  const [row] = await shop.rows<{ row_version: number; hash: string }>(
    'select row_version, words_hash as hash from benefit.agreement where id = $1',
    [id],
  );
  return { id, version: row!.row_version, hash: row!.hash };
};
/** Offered, and signed in the household's session. */
async function sign(id: string): Promise<string> {
  const drawn = await stepOf(id);
  await clerk((tx) => offerAgreement(tx, scale.kit, drawn));
  const offered = await stepOf(id);
  await household((tx) => signBySession(tx, scale.kit, offered));
  return id;
}
async function agree(wanted: Wanted): Promise<string> {
  const effectiveFrom = await scale.today();
  const draft = { supplierId: offer.supplierId, householdId, terms: terms(wanted), effectiveFrom, effectiveTo: null };
  return sign(await clerk((tx) => drawAgreement(tx, draft)));
}
/** The next version, signed now and binding from a day on. */
async function amend(old: string, wanted: Wanted, from: number): Promise<string> {
  const step = await stepOf(old);
  const next = { terms: terms(wanted), effectiveFrom: day(from), effectiveTo: null };
  return sign(await clerk((tx) => amendAgreement(tx, step, next)));
}
const told = (...ids: string[]) =>
  shop.does((tx) =>
    oweConfirmedDeliveries(
      tx,
      scale.kit,
      ids.map((deliveryId) => ({ deliveryId })),
    ),
  );
/** Weighed on a day and confirmed; in kilograms. */
async function confirmed(weight: number, on?: number, into = lotId): Promise<string> {
  const of = { lotId: into, householdId, grams: kilos(weight), ...(on !== undefined && { deliveredOn: day(on) }) };
  return scale.brought(offer.supplierId, of);
}
async function bring(weight: number, on?: number, into = lotId): Promise<string> {
  const id = await confirmed(weight, on, into);
  await told(id);
  return id;
}
async function putRight(id: string, weight: number, on: number): Promise<void> {
  await household((tx) => deliveries.contest(tx, scale.kit, { id, version: 2, reason: '重量不对' }));
  const weighed = await scale.weighed({ lotId, householdId, grams: kilos(weight), deliveredOn: day(on) });
  const correction = { ...weighed, reason: '看错了磅单' };
  await clerk((tx) => deliveries.correct(tx, scale.kit, { deciding: { id, version: 3 }, correction }));
  await household((tx) => deliveries.confirm(tx, scale.kit, { id: weighed.id, version: 1 }));
  await told(weighed.id);
}

/** What is owed, kilograms at fen a kilogram in the order in which it came to be, and what waits beyond the agreements. */
async function owed(): Promise<string> {
  const lines = await shop.rows<{ kg: number; rate: number; fen: number }>(
    `select (quantity / 1000)::int as kg, rate_fen::int as rate, (amount_fen - reversed_fen)::int as fen
       from benefit.obligation where household_id = $1 and amount_fen > reversed_fen order by id`,
    [householdId],
  );
  for (const { kg, rate, fen } of lines) expect(fen).toBe(kg * rate);
  const waiting = await shop.rows<{ kg: number; why: string }>(
    `select (grams / 1000)::int as kg, why from benefit.held_delivery
      where household_id = $1 and released_at is null order by delivery_id`,
    [householdId],
  );
  for (const { why } of waiting) expect(why).toBe('AGREEMENT_VOLUME_EXCEEDED');
  return [...lines.map(({ kg, rate }) => `${kg} at ${rate}`), ...waiting.map(({ kg }) => `${kg} waits`)].join(', ');
}

test('each day is owed at the floor of its version, and the cap of the year goes on counting', async () => {
  const first = await agree({ floor: 500, aYear: 50 });
  await bring(30);
  await amend(first, { floor: 600, aYear: 50 }, 1);
  await later(1);
  await bring(21);
  expect(await owed()).toBe('30 at 500, 21 waits');
  await bring(20);
  await bring(1);
  expect(await owed()).toBe('30 at 500, 20 at 600, 21 waits, 1 waits');
});

test('a cap of the year begins anew with the year, under the same version and under the next', async () => {
  const first = await agree({ floor: 500, aYear: 50 });
  await bring(50);
  await amend(first, { floor: 600, aYear: 50 }, 300);
  await later(214);
  expect(await scale.today()).toMatch(/-01-01$/);
  await bring(40);
  await later(300);
  await bring(11);
  await bring(10);
  expect(await owed()).toBe('50 at 500, 40 at 500, 10 at 600, 11 waits');
});

test('a cap of a lot goes on counting from version to version; another lot has its own', async () => {
  const first = await agree({ floor: 500, aLot: 30 });
  await bring(20);
  await amend(first, { floor: 600, aLot: 30 }, 1);
  await later(1);
  await bring(11);
  await bring(10);
  await bring(30, undefined, await scale.openLot(offer));
  expect(await owed()).toBe('20 at 500, 10 at 600, 30 at 600, 11 waits');
});

test('a version with a smaller cap takes nothing back and nothing more; one with a larger cap takes the difference', async () => {
  const first = await agree({ floor: 500, aYear: 50 });
  await bring(40);
  const second = await amend(first, { floor: 600, aYear: 30 }, 1);
  await later(1);
  await bring(1);
  await amend(second, { floor: 700, aYear: 60 }, 2);
  await later(2);
  await bring(21);
  await bring(20);
  expect(await owed()).toBe('40 at 500, 20 at 700, 1 waits, 21 waits');
});

test('what a version contracts is bought beside what the version before has bought', async () => {
  const first = await agree({ floor: 500, contracted: 30 });
  await bring(30);
  await amend(first, { floor: 600, contracted: 20 }, 1);
  await later(1);
  await bring(20);
  await bring(1);
  expect(await owed()).toBe('30 at 500, 20 at 600, 1 waits');
});

test('of several on one lot the smaller priority is filled up to its cap, at its floor; the next takes what is left', async () => {
  await agree({ floor: 700, priority: 2 });
  await agree({ floor: 900, priority: 1, aLot: 20 });
  await bring(50);
  await bring(5);
  const other = await scale.openLot(offer);
  await bring(25, undefined, other);
  expect(await owed()).toBe('20 at 900, 30 at 700, 5 at 700, 20 at 900, 5 at 700');
});

test('where all of them together are too little nothing is bought, and nothing of a cap is used up', async () => {
  await agree({ floor: 900, priority: 1, aLot: 20 });
  await agree({ floor: 700, priority: 2, aYear: 10 });
  await bring(31);
  expect(await owed()).toBe('31 waits');
  await bring(30);
  expect(await owed()).toBe('20 at 900, 10 at 700, 31 waits');
});

test('a version may come behind another agreement that the one before it came before; days before go by the order of their day', async () => {
  const high = await agree({ floor: 900, priority: 2, aYear: 30 });
  await agree({ floor: 700, priority: 3 });
  await agree({ floor: 800, priority: 1, contracted: 10 });
  await bring(15);
  await amend(high, { floor: 950, priority: 9, aYear: 30 }, 1);
  await later(1);
  await bring(40);
  // Weighed yesterday, confirmed only today.
  await bring(5, 0);
  expect(await owed()).toBe('10 at 800, 5 at 900, 40 at 700, 5 at 900');
});

test('confirmed late, a delivery counts against the caps of its day, which the next version finds used', async () => {
  const first = await agree({ floor: 500, aYear: 50 });
  await bring(10);
  await amend(first, { floor: 600, aYear: 50 }, 1);
  await later(2);
  await bring(25);
  await told(await confirmed(16, 0), await confirmed(15, 0), await confirmed(1));
  expect(await owed()).toBe('10 at 500, 25 at 600, 15 at 500, 16 waits, 1 waits');
});

test('put right under the old version, it makes room in the cap for what waits under the new one', async () => {
  const first = await agree({ floor: 500, aYear: 50 });
  const id = await bring(50);
  await amend(first, { floor: 600, aYear: 50 }, 1);
  await later(1);
  await bring(8);
  expect(await owed()).toBe('50 at 500, 8 waits');
  await putRight(id, 42, 0);
  expect(await owed()).toBe('42 at 500, 8 at 600');
});

test.each([
  ['of the year', { aYear: 50 }],
  ['of a lot', { aLot: 50 }],
])('two that are owed at once under two versions never go beyond the cap %s', async (_, cap) => {
  const first = await agree({ floor: 500, ...cap });
  await amend(first, { floor: 600, ...cap }, 1);
  await later(1);
  const [old, young] = [await confirmed(30, 0), await confirmed(30)];
  const letGo = await shop.hold(`select from benefit.agreement where household_id = '${householdId}' for update`);
  const both = [told(old), told(young)];
  await shop.untilWaiting(2);
  await letGo();
  await Promise.all(both);
  expect(await owed()).toMatch(/^30 at [56]00, 30 waits$/);
});
