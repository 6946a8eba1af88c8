import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { deliveries } from '@xihuo/trace';
import type { Terms } from '../rules/words';
import { membersByVolume } from '../store/distribution.sql';
import { drawAgreement } from './draw-agreements';
import { endAgreement } from './end-agreement';
import { offerAgreement } from './offer-agreements';
import { oweConfirmedDeliveries } from './release-held';
import { signBySession } from './sign-agreement';
import { viewEarnings } from './view-earnings';

/** The price that both sides confirmed at the scale is owed, and none below the floor is written down. */

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let offer: Offer;
let householdId: string;
let lotId: string;

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
});

const clerk = <View>(work: Parameters<typeof scale.asClerk<View>>[1]) => scale.asClerk(offer.supplierId, work);
const household = <View>(work: Parameters<typeof scale.asHousehold<View>>[1]) => scale.asHousehold(householdId, work);
const yuan = (fen: number) => ({ amount: String(fen), currency: 'CNY' as const });

async function agree(
  floor: number,
  more: { premium?: number; priority?: number; grams?: number } = {},
): Promise<string> {
  const { premium = 0, priority = 1, grams = 100_000 } = more;
  const terms: Terms = {
    ...{
      kind: 'contractPurchase',
      productId: offer.productId,
      floorPricePerKg: yuan(floor),
      premiumPerKg: yuan(premium),
    },
    ...{ contractedGrams: grams, priority, capGramsPerYear: null, capGramsPerLot: null, rebateBp: 0 },
  };
  const drawn = {
    supplierId: offer.supplierId,
    householdId,
    terms,
    effectiveFrom: await scale.today(),
    effectiveTo: null,
  };
  const id = await clerk((tx) => drawAgreement(tx, drawn));
  await clerk((tx) => offerAgreement(tx, scale.kit, { id, version: 1 }));
  const [page] = await shop.rows<{ hash: string }>('select words_hash as hash from benefit.agreement where id = $1', [
    id,
  ]);
  await household((tx) => signBySession(tx, scale.kit, { id, version: 2, hash: page!.hash }));
  return id;
}

/** Weighed at a price, confirmed, and heard of. */
async function brought(grams: number, fenPerKg: number | null): Promise<string> {
  const id = await scale.brought(offer.supplierId, {
    ...{ lotId, householdId, grams, pricePerKg: fenPerKg === null ? null : yuan(fenPerKg) },
  });
  await shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId: id }]));
  return id;
}
const lines = async () =>
  (await viewEarnings(shop.database, householdId, undefined, 10)).data
    .map(({ kind, due, why }) => [kind, Number(due.amount), why.zh] as const)
    .sort((a, b) => b[1] - a[1]);
const refused = (grams: number, fenPerKg: number, day?: string) =>
  expect(
    (async () => {
      const weighed = await scale.weighed({ lotId, householdId, grams, pricePerKg: yuan(fenPerKg) });
      await clerk((tx) => deliveries.record(tx, scale.kit, { ...weighed, ...(day && { deliveredOn: day }) }));
    })(),
  ).rejects.toMatchObject({ code: 'DELIVERY_BELOW_FLOOR', extra: { floorPricePerKg: yuan(800) } });

test('a price above the floor is owed as it was shown, the premium on top, and the sentence says so', async () => {
  await agree(800, { premium: 50 });
  // 1.234 kg at 9.99 are 12.32766, and at 0.50 0.617.
  await brought(1_234, 999);
  const [price, premium] = await lines();
  expect(price!.slice(0, 2)).toEqual(['floorPrice', 1_233]);
  expect(price![2]).toMatch(/ 1\.234 千克，过秤时确认每千克 9\.99 元（保底价 8\.00 元）$/);
  expect(premium!.slice(0, 2)).toEqual(['premium', 62]);
});

test('where only the agreement says a price, the floor is owed', async () => {
  await agree(800);
  await brought(10_000, null);
  expect((await lines()).map((line) => line.slice(0, 2))).toEqual([['floorPrice', 8_000]]);
});

test('a delivery under two agreements comes to what was shown, to the fen', async () => {
  await agree(800, { grams: 5_000 });
  await agree(700, { priority: 2 });
  // Each half is 49.995 and would be rounded up by itself.
  await brought(10_010, 999);
  expect((await lines()).reduce((all, [, fen]) => all + fen, 0)).toBe(10_000);
});

test('a price below the floor is refused, with the floor; so is a correction to one', async () => {
  await agree(800);
  await refused(10_000, 799);
  expect(await shop.count('select count(*) from trace.delivery where household_id = $1', [householdId])).toBe(0);
  const id = await brought(10_000, 800);
  await household((tx) => deliveries.contest(tx, scale.kit, { id, version: 2, reason: '重量不对' }));
  const weighed = await scale.weighed({ lotId, householdId, grams: 9_000, pricePerKg: yuan(799) });
  await expect(
    clerk((tx) =>
      deliveries.correct(tx, scale.kit, { deciding: { id, version: 3 }, correction: { ...weighed, reason: '看错了' } }),
    ),
  ).rejects.toMatchObject({ code: 'DELIVERY_BELOW_FLOOR' });
});

test('of several floors the least is refused below; goods that come under a higher one are paid that', async () => {
  await agree(900, { grams: 4_000 });
  await agree(800, { priority: 2 });
  await refused(10_000, 799);
  await brought(10_000, 850);
  // 4 kg at 9.00, 6 kg at 8.50.
  expect((await lines()).map(([, fen]) => fen)).toEqual([5_100, 3_600]);
});

test('an agreement that was ended guarantees nothing after its last day', async () => {
  const id = await agree(800);
  const today = await scale.today();
  await clerk((tx) =>
    endAgreement(tx, scale.kit, { id, version: 3, reason: '不再合作', lastDay: today, by: 'supplier' }),
  );
  await refused(10_000, 500, today);
  await shop.setClock('2 days');
  const weighed = await scale.weighed({ lotId, householdId, grams: 1_000, pricePerKg: yuan(500) });
  await clerk((tx) => deliveries.record(tx, scale.kit, weighed));
});

test('signed after it was weighed, the floor is owed all the same', async () => {
  const weighed = await scale.weighed({ lotId, householdId, grams: 10_000, pricePerKg: yuan(500) });
  await clerk((tx) => deliveries.record(tx, scale.kit, weighed));
  await agree(800);
  await household((tx) => deliveries.confirm(tx, scale.kit, { id: weighed.id, version: 1 }));
  await shop.does((tx) => oweConfirmedDeliveries(tx, scale.kit, [{ deliveryId: weighed.id }]));
  expect((await lines()).map(([, fen]) => fen)).toEqual([8_000]);
});

test('the volume of the year is what was confirmed', async () => {
  await agree(800, { premium: 50 });
  await brought(10_000, 900);
  const year = Number((await scale.today()).slice(0, 4));
  const rows = await shop.database.read(membersByVolume, [offer.supplierId, year, 1_000n]);
  expect(rows.map((row) => row.volume_fen)).toEqual([9_500n]);
});
