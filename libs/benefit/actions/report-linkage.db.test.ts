import { time } from '@xihuo/kernel';
import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { amendAgreement, drawAgreement } from './draw-agreements';
import { endAgreement } from './end-agreement';
import { offerAgreement } from './offer-agreements';
import { signBySession } from './sign-agreement';
import type { Terms } from '../rules/words';

type Scale = ReturnType<Shop['scale']>;
let scale: Scale;
let offer: Offer;
let householdId: string;
let today: string;

beforeAll(async () => {
  scale = (await openShop()).scale();
});
afterAll(() => scale?.shop.close());
beforeEach(async () => {
  offer = await scale.shop.offer();
  householdId = await scale.shop.household(offer.supplierId);
  today = await scale.today();
});

const yuan = (amount: string) => ({ amount: `${amount}00`, currency: 'CNY' as const });
const purchase = (more: object = {}): Terms => ({
  ...{ kind: 'contractPurchase', productId: offer.productId, floorPricePerKg: yuan('5'), premiumPerKg: yuan('1') },
  ...{ contractedGrams: 100_000, priority: 1, capGramsPerYear: null, capGramsPerLot: null, rebateBp: 0, ...more },
});
const clerk = <View>(work: Parameters<typeof scale.asClerk<View>>[1]) => scale.asClerk(offer.supplierId, work);
const household = <View>(work: Parameters<typeof scale.asHousehold<View>>[1]) => scale.asHousehold(householdId, work);
const rowOf = async (id: string) =>
  (
    await scale.shop.rows<{
      state: string;
      row_version: number;
      words_hash: string;
      effective_to: string | null;
      delivered_grams: bigint;
    }>(
      `select state, row_version, words_hash, to_char(effective_to, 'YYYY-MM-DD') as effective_to, delivered_grams
         from benefit.agreement where id = $1`,
      [id],
    )
  )[0]!;
const deciding = async (id: string) => ({ id, version: (await rowOf(id)).row_version });

const drawn = (terms: Terms = purchase(), effectiveFrom = today, effectiveTo: string | null = null) =>
  clerk((tx) => drawAgreement(tx, { supplierId: offer.supplierId, householdId, terms, effectiveFrom, effectiveTo }));
const offered = async (...of: Parameters<typeof drawn>) => {
  const id = await drawn(...of);
  const step = await deciding(id);
  await clerk((tx) => offerAgreement(tx, scale.kit, step));
  return id;
};
const sign = async (id: string) => {
  const [step, { words_hash: hash }] = [await deciding(id), await rowOf(id)];
  await household((tx) => signBySession(tx, scale.kit, { ...step, hash }));
};
const end = async (id: string, lastDay: string) => {
  const step = await deciding(id);
  await household((tx) => endAgreement(tx, scale.kit, { ...step, reason: '搬走了', lastDay, by: 'household' }));
};
const amend = async (id: string, terms: Terms, effectiveFrom: string) => {
  const step = await deciding(id);
  return clerk((tx) => amendAgreement(tx, step, { terms, effectiveFrom, effectiveTo: null }));
};
const tomorrow = (days = 1) => time.addDays(today, days);

test('admission hears which days it binds, once it is signed and again when a last day is set', async () => {
  const reported = async (id: string) =>
    (
      await scale.shop.rows<{ model: string; binds_from: string; last_day: string | null }>(
        `select model, to_char(binds_from, 'YYYY-MM-DD') as binds_from, to_char(last_day, 'YYYY-MM-DD') as last_day
           from admission.reported_linkage where agreement_id = $1 and supplier_id = $2 and household_id = $3`,
        [id, offer.supplierId, householdId],
      )
    )[0];
  const id = await offered();
  expect(await reported(id)).toBeUndefined();
  await sign(id);
  expect(await reported(id)).toEqual({ model: 'contractPurchase', binds_from: today, last_day: null });
  const next = await amend(id, purchase({ floorPricePerKg: yuan('6') }), tomorrow(5));
  const step = await deciding(next);
  await clerk((tx) => offerAgreement(tx, scale.kit, step));
  await sign(next);
  expect(await reported(id)).toMatchObject({ last_day: tomorrow(4) });
  await end(next, tomorrow(9));
  expect(await reported(next)).toEqual({ model: 'contractPurchase', binds_from: tomorrow(5), last_day: tomorrow(9) });
});
