import { accrueDeliveries, agreements } from '@xihuo/benefit';
import { time } from '@xihuo/kernel';
import { newId, statement, type Tx } from '@xihuo/platform';
import { lots as lotSteps, openLots, recordDeliveries } from '@xihuo/trace';
import { sceneOf } from '../dues';
import { payInCash } from '../paid-in-cash';
import { readCsv } from '../read-csv';
import { lotCode, type FarmerRow } from '../season';
import type { SeedKit, SeedStep } from '../step';

/** Suppliers that bought from households long before this season; what they sell is no part of the year's orders. */
const VILLAGES = ['S002', 'S036'] as const;
const HOUSEHOLDS = 4;
/** Of them the last is paid late where a delivery is. */
const LATE_DAYS = 48;
/** In days before today, and in kilograms for the first household; the next bring more. */
const DELIVERIES = [
  { daysAgo: 505, kg: 120n, late: true },
  { daysAgo: 250, kg: 130n, late: false },
  { daysAgo: 140, kg: 170n, late: true },
] as const;
/** The season's own agreements begin after these have ended. */
const ENDED_DAYS_AGO = 40;

type Village = (typeof VILLAGES)[number];
const rowsOf = (supplier: Village) =>
  readCsv<keyof FarmerRow>('farmers-sample.csv')
    .filter((row) => row.supplier_id === supplier && row.linkage_model === 'contractPurchase')
    .filter((row, _, all) => row.product_id === all.at(-1)!.product_id)
    .slice(0, HOUSEHOLDS);

const productOf = statement<{ id: string }>(
  'seed.product_of_village',
  'select id from catalogue.product_v where reference = $1',
);

async function agree(tx: Tx, kit: SeedKit): Promise<void> {
  const on = time.businessDate(tx.now);
  const until = time.addDays(on, DELIVERIES[0].daysAgo + 1 - ENDED_DAYS_AGO);
  for (const village of VILLAGES) {
    const { clerk, supplierId, household } = await sceneOf(tx, kit, village);
    const rows = rowsOf(village);
    const [product] = await tx.sql(productOf, [rows[0]!.product_id]);
    const drawn = await agreements.drawAll(
      clerk,
      rows.map((row) => ({
        ...{ supplierId, householdId: household(row.id).id, effectiveFrom: on, effectiveTo: until },
        terms: {
          ...{ kind: 'contractPurchase' as const, productId: product!.id, priority: 1, rebateBp: 0 },
          floorPricePerKg: { amount: row.guaranteed_price_fen_per_kg, currency: 'CNY' as const },
          premiumPerKg: { amount: '0', currency: 'CNY' as const },
          ...{ contractedGrams: 4_000_000, capGramsPerYear: null, capGramsPerLot: null },
        },
      })),
    );
    await agreements.offerAll(clerk, drawn);
    await agreements.signAll(tx, drawn, { way: 'session', on });
  }
}

type Delivery = (typeof DELIVERIES)[number];
const paidLate = ({ late }: Delivery, at: number) => late && at === HOUSEHOLDS - 1;

/** A harvest comes in and goes at the county's market; households are paid when they bring it, but for who has to wait. */
async function bring(tx: Tx, kit: SeedKit, delivery: Delivery): Promise<void> {
  const on = time.businessDate(tx.now);
  for (const village of VILLAGES) {
    const scene = await sceneOf(tx, kit, village);
    const { clerk, supplierId, household } = scene;
    const rows = rowsOf(village);
    const [product] = await tx.sql(productOf, [rows[0]!.product_id]);
    const code = lotCode(village, rows[0]!.product_id, on);
    const lot = { code, supplierId, productId: product!.id, producedOn: on, breakdownPublic: true };
    const lotId = (await openLots(tx, [lot])).get(code)!;
    const brought = rows.map(({ id }, at) => {
      const grams = delivery.kg * 1_000n * BigInt(at + 1);
      return { lotId, householdId: household(id).id, grams, yieldGrams: grams, deliveredOn: on };
    });
    await accrueDeliveries(tx, await recordDeliveries(tx, brought, 'seed'));
    await lotSteps.turn(clerk, { id: lotId, version: 1 }, 'close');
    const grams = Number(brought.reduce((sum, one) => sum + one.grams, 0n));
    await lotSteps.noteLoss(clerk, lotId, { id: newId(), grams, on, reason: 'other', note: '当年在县里市场售出' });
    for (const [at, { id }] of rows.entries()) if (!paidLate(delivery, at)) await payInCash(tx, kit, scene, id);
  }
}

async function payLate(tx: Tx, kit: SeedKit, delivery: Delivery): Promise<void> {
  for (const village of VILLAGES) {
    const scene = await sceneOf(tx, kit, village);
    for (const [at, { id }] of rowsOf(village).entries())
      if (paidLate(delivery, at)) await payInCash(tx, kit, scene, id);
  }
}

/** Two years of some households, before the season that the demonstration is about. @param place where it stands among the steps */
export const incomeSteps = (place: number): SeedStep[] => [
  { name: 'year.agreements', daysAgo: DELIVERIES[0].daysAgo + 1, place, run: agree },
  ...DELIVERIES.flatMap((delivery): SeedStep[] => [
    {
      ...{ name: `year.harvest${delivery.daysAgo}`, daysAgo: delivery.daysAgo, place },
      run: (tx, kit) => bring(tx, kit, delivery),
    },
    ...(delivery.late
      ? [
          {
            ...{ name: `year.late${delivery.daysAgo}`, daysAgo: delivery.daysAgo - LATE_DAYS, place },
            run: (tx: Tx, kit: SeedKit) => payLate(tx, kit, delivery),
          },
        ]
      : []),
  ]),
];
