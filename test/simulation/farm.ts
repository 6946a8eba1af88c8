import { accrueDeliveries, work } from '@xihuo/benefit';
import { time } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { openLots, recordDeliveries, recordOwnOutput } from '@xihuo/trace';
import { count, type Season } from './season';
import type { Seller } from './seller';

/** Days from one harvest of a supplier to its next. */
const EVERY = 7;

/** What is brought in, done and made today, and what households are owed for it by their own pages. */
export async function farm(season: Season): Promise<void> {
  const due = season.village.sellers.filter(
    ({ hasLeft, name }) => !hasLeft && (season.day === 0 || (season.day + Number(name.slice(1))) % EVERY === 0),
  );
  season.step = 'harvest';
  for (const seller of due) await (seller.growers.length > 0 ? harvest(season, seller) : pick(season, seller));
  season.step = 'work';
  for (const seller of due.filter(({ workers }) => workers.length > 0)) await labour(season, seller);
  season.step = 'mixing';
  if (season.day % 5 === 4) await mix(season);
}

/** Some households bring theirs to the scale. */
async function harvest(season: Season, seller: Seller): Promise<void> {
  const { chance, village, auditor } = season;
  const { supplierId, floorFenPerKg: floor, premiumFenPerKg: premium } = seller;
  const brought = chance
    .some(seller.growers, season.day === 0 ? seller.growers.length : chance.between(3, 6))
    .map((householdId) => ({ householdId, grams: BigInt(chance.between(60, 190)) * 100n + BigInt(chance.below(10)) }));
  const { lotId, deliveries } = await village.shop.does(async (tx) => {
    const on = time.businessDate(tx.now);
    const lot = await openLot(tx, seller, on);
    const given = brought.map(({ householdId, grams }) => ({
      ...{ lotId: lot, householdId, grams, yieldGrams: grams, deliveredOn: on },
    }));
    const recorded = await recordDeliveries(tx, given, 'test');
    await accrueDeliveries(tx, recorded);
    return { lotId: lot, deliveries: recorded };
  });
  for (const { id, householdId, grams } of deliveries)
    auditor.earned({ source: id, supplier: supplierId, household: householdId, lot: lotId, grams, floor, premium });
  await ownPages(season, 'delivery_id', deliveries);
  seller.lots.push({ id: lotId, grams: brought.reduce((sum, { grams }) => sum + grams, 0n) });
  count(season, 'delivery', deliveries.length);
}

async function openLot(tx: Tx, { name, supplierId, offer }: Seller, producedOn: string): Promise<string> {
  const code = `${name}-P-${producedOn.slice(2).replaceAll('-', '')}`;
  const lots = await openLots(tx, [
    { code, supplierId, productId: offer.productId, producedOn, breakdownPublic: true },
  ]);
  return lots.get(code)!;
}

/** What it grew itself: nobody is owed for it but those who work. */
async function pick(season: Season, seller: Seller): Promise<void> {
  const grams = BigInt(season.chance.between(300, 700)) * 100n;
  const id = await season.village.shop.does(async (tx) => {
    const on = time.businessDate(tx.now);
    const lotId = await openLot(tx, seller, on);
    await recordOwnOutput(tx, [{ lotId, grams, recordedOn: on }]);
    return lotId;
  });
  seller.lots.push({ id, grams });
  count(season, 'own output');
}

async function labour(season: Season, { supplierId, workers, wageFen: wage }: Seller): Promise<void> {
  const { chance, village, auditor } = season;
  // Work is written down once it is done: on the first day there is none.
  if (season.day === 0) return;
  const done = chance.some(workers, chance.between(1, 3)).map(({ householdId, agreementId }) => ({
    ...{ id: newId(), householdId, agreementId },
    days: 1,
  }));
  await village.shop.does(async (tx) => {
    const on = time.addDays(time.businessDate(tx.now), -1);
    const lines = done.map(({ id, agreementId, days }) => ({ id, agreementId, from: on, to: on, days, pieces: null }));
    await work.writeAll(tx, lines, { suppliers: [supplierId], households: [], at: () => '' });
    await work.confirmAll(
      tx,
      lines.map(({ id }) => id),
      'sheet',
    );
  });
  for (const { id, householdId, days } of done)
    auditor.earned({ source: id, supplier: supplierId, household: householdId, days, wage });
  await ownPages(season, 'source_id', done);
  count(season, 'work', done.length);
}

/** What the households read of what they did or brought. */
async function ownPages(
  { village, auditor }: Season,
  column: 'delivery_id' | 'source_id',
  sources: readonly { id: string }[],
): Promise<void> {
  const rows = await village.shop.rows<{ id: string; source: string; kind: string; payee: string; fen: string }>(
    `select id, ${column} as source, kind, household_id as payee, amount_fen as fen from benefit.obligation
      where ${column} = any ($1) order by id`,
    [sources.map(({ id }) => id)],
  );
  auditor.owed(rows.map((row) => ({ ...row, fen: BigInt(row.fen) })));
}

/** Ten kilograms out of two lots become a lot of their own. */
async function mix(season: Season): Promise<void> {
  const { chance, village, auditor } = season;
  const able = village.sellers.filter(({ hasLeft, lots }) => !hasLeft && lots.filter(full).length >= 2);
  if (able.length === 0) return;
  const seller = chance.pick(able);
  const [one, other] = seller.lots.filter(full);
  const first = BigInt(chance.between(2, 8)) * 1_000n;
  const parts = [
    [one!, first],
    [other!, 10_000n - first],
  ] as const;
  const id = newId();
  await village.shop.scale().made(seller.offer, {
    inputs: parts.map(([lot, grams]) => ({ lotId: lot.id, grams: Number(grams) })),
    outputs: [{ lotId: id, productId: seller.offer.productId, grams: 10_000 }],
  });
  for (const [lot, grams] of parts) lot.grams -= grams;
  auditor.sales.made(
    id,
    parts.map(([lot, grams]) => [lot.id, grams] as const),
  );
  // Sold before what was not mixed.
  seller.lots.unshift({ id, grams: 10_000n });
  count(season, 'mixing');
}

/** Whole lots alone: of what is mixed already the households behind it are two steps away, which is another story. */
const full = ({ grams }: { grams: bigint }) => grams >= 10_000n && grams % 10_000n !== 0n;
