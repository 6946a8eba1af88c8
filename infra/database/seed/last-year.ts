import { accrueDeliveries, agreements, dues } from '@xihuo/benefit';
import { time } from '@xihuo/kernel';
import { newId, statement, type Tx } from '@xihuo/platform';
import { lots as lotSteps, openLots, recordDeliveries } from '@xihuo/trace';
import { sceneOf } from './dues';
import { payInCash } from './paid-in-cash';
import { lotCode, STORY } from './season';
import { specimen } from './specimen';
import type { SeedKit, SeedStep } from './step';
import { settingsOfBefore } from './year/settings';

/** A year and a day: whatever today is, that was last year. */
const A_YEAR_AGO = 366;
/** Members of the demonstration cooperative, and what they brought then, in kilograms. */
const BROUGHT = { F01430: 900n, F01431: 1_400n, F01432: 640n, F01437: 1_150n, F01439: 480n } as const;
const FLOOR_FEN_PER_KG = '600';

/** In yuan cents: after losses and reserve 42,000.00 are left, of which 64 in 100 go back by volume; the law asks for 60. */
const SURPLUS = { surplus: '5000000', losses: '300000', reserve: '500000', byVolume: '2688000' } as const;

const productOf = statement<{ id: string }>(
  'seed.product_of',
  'select id from catalogue.product_v where reference = $1',
);
const yuan = (amount: string) => ({ amount, currency: 'CNY' as const });

/** Last year's harvest of some members: agreed, brought, and paid in cash when it came in; so no debt of then is open now. */
async function harvest(tx: Tx, kit: SeedKit): Promise<void> {
  const scene = await sceneOf(tx, kit);
  const { clerk, supplierId, household } = scene;
  const on = time.businessDate(tx.now);
  await settingsOfBefore(tx);
  const [product] = await tx.sql(productOf, [STORY.product]);
  const productId = product!.id;
  const members = Object.entries(BROUGHT).map(([reference, kg]) => ({ reference, kg, ...household(reference) }));
  const terms = {
    ...{
      kind: 'contractPurchase' as const,
      productId,
      floorPricePerKg: yuan(FLOOR_FEN_PER_KG),
      premiumPerKg: yuan('0'),
    },
    ...{ contractedGrams: 2_000_000, priority: 1, capGramsPerYear: null, capGramsPerLot: null, rebateBp: 0 },
  };
  const drawn = await agreements.drawAll(
    clerk,
    members.map(({ id }) => ({
      ...{ supplierId, householdId: id, terms, effectiveFrom: on, effectiveTo: `${on.slice(0, 4)}-12-31` },
    })),
  );
  await agreements.offerAll(clerk, drawn);
  await agreements.signAll(tx, drawn, { way: 'session', on });
  const code = lotCode(STORY.supplier, STORY.product, on);
  const lot = { code, supplierId, productId, producedOn: on, breakdownPublic: true };
  const lotId = (await openLots(tx, [lot])).get(code)!;
  const brought = members.map(({ id, kg }) => ({
    ...{ lotId, householdId: id, grams: kg * 1_000n, yieldGrams: kg * 1_000n, deliveredOn: on },
  }));
  await accrueDeliveries(tx, await recordDeliveries(tx, brought, 'seed'));
  await lotSteps.turn(clerk, { id: lotId, version: 1 }, 'close');
  // It went at the county's market that autumn: nothing of it is left that could be sent today.
  const grams = Number(members.reduce((sum, { kg }) => sum + kg, 0n)) * 1_000;
  await lotSteps.noteLoss(clerk, lotId, { id: newId(), grams, on, reason: 'other', note: '当年在县里市场售出' });
  for (const { reference } of members) await payInCash(tx, kit, scene, reference);
}

/** What the members' meeting decided to give back of last year, checked against art. 44 by the action itself. */
async function distribute(tx: Tx, kit: SeedKit): Promise<void> {
  const { clerk, supplierId } = await sceneOf(tx, kit);
  const year = Number(time.businessDate(tx.now).slice(0, 4)) - 1;
  const paper = specimen('Resolution of the members meeting', [
    `Surplus of ${year}: 50,000.00, losses 3,000.00, reserve 5,000.00 yuan`,
    'Of 42,000.00 yuan 26,880.00 go back by transaction volume: 64 in 100',
  ]);
  const paperId = await dues.putPaper(clerk, kit.files, { supplierId, paper });
  const { id } = await dues.drawDistribution(clerk, {
    ...{ supplierId, year, paperId, surplus: yuan(SURPLUS.surplus), losses: yuan(SURPLUS.losses) },
    ...{ reserve: yuan(SURPLUS.reserve), byVolume: yuan(SURPLUS.byVolume) },
  });
  await dues.declareDistribution(clerk, kit, { id, version: 1 });
}

export const lastYearSteps: SeedStep[] = [
  { name: 'lastYear.harvest', daysAgo: A_YEAR_AGO, place: 33, run: harvest },
  { name: 'lastYear.distribution', daysAgo: 0, run: distribute },
];
