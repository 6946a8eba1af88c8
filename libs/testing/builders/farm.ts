import { randomUUID } from 'node:crypto';
import { accrueDeliveries, recordWork, signAgreements, type NewAgreement } from '@xihuo/benefit';
import { openLots, recordDeliveries } from '@xihuo/trace';
import type { Offer } from './market';
import type { Shop } from './orders';

export interface HarvestWanted {
  offer: Offer;
  /** Grams each household delivers. */
  grams: bigint[];
  floorFenPerKg?: bigint;
  premiumFenPerKg?: bigint;
}

export interface Harvest {
  lotId: string;
  code: string;
  households: string[];
}

/** The day on which everything here was grown and agreed. */
const DAY = '2026-01-15';

const NOTHING = {
  productId: null,
  floorPriceFenPerKg: null,
  contractedGrams: null,
  dailyWageFen: null,
  workDaysPerYear: null,
  shares: null,
  dividendRateBp: null,
  effectiveFrom: DAY,
} as const;

/** A lot of what households delivered under contract; the supplier owes them from now on. */
export async function harvest(
  shop: Shop,
  { offer, grams, floorFenPerKg = 1_000n, premiumFenPerKg = 0n }: HarvestWanted,
): Promise<Harvest> {
  const { supplierId, productId } = offer;
  const households = await Promise.all(grams.map(() => shop.household(supplierId)));
  const code = `LOT-${randomUUID().slice(0, 13).toUpperCase()}`;
  const agreements = households.map((householdId, index): NewAgreement => ({
    ...NOTHING,
    ...{ supplierId, householdId, kind: 'contractPurchase', productId },
    floorPriceFenPerKg: floorFenPerKg,
    contractedGrams: grams[index]! * 2n,
  }));
  await shop.does((tx) => signAgreements(tx, agreements));
  await shop.rows('update benefit.agreement set premium_fen_per_kg = $2 where household_id = any ($1)', [
    households,
    premiumFenPerKg,
  ]);
  const lotId = await shop.does(async (tx) => {
    const lots = await openLots(tx, [{ code, supplierId, productId, producedOn: DAY, breakdownPublic: true }]);
    const lot = lots.get(code)!;
    const deliveries = households.map((householdId, index) => ({
      ...{ lotId: lot, householdId, deliveredOn: DAY },
      grams: grams[index]!,
      yieldGrams: grams[index]!,
    }));
    await accrueDeliveries(tx, await recordDeliveries(tx, deliveries, 'test'));
    return lot;
  });
  return { lotId, code, households };
}

/** A household of the supplier that has worked so many days at a rate. */
export async function workedDays(shop: Shop, supplierId: string, days: number, dailyWageFen: bigint): Promise<string> {
  const householdId = await shop.household(supplierId);
  const agreement: NewAgreement = {
    ...NOTHING,
    ...{ supplierId, householdId, kind: 'employment', dailyWageFen, workDaysPerYear: 200 },
  };
  await shop.does((tx) => signAgreements(tx, [agreement]));
  const [signed] = await shop.rows<{ id: string }>('select id from benefit.agreement where household_id = $1', [
    householdId,
  ]);
  await shop.does((tx) => recordWork(tx, [{ agreementId: signed!.id, days, workedOn: DAY }], 'test'));
  return householdId;
}
