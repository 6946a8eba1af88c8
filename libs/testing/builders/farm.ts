import { randomUUID } from 'node:crypto';
import { accrueDeliveries, work } from '@xihuo/benefit';
import { time } from '@xihuo/kernel';
import { newId } from '@xihuo/platform';
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

export interface Agreed {
  supplierId: string;
  householdId: string;
  kind: 'contractPurchase' | 'employment' | 'dividend';
  productId?: string;
  floorFenPerKg?: bigint;
  premiumFenPerKg?: bigint;
  grams?: bigint;
  dailyWageFen?: bigint;
  shares?: number;
  effectiveFrom?: string;
  effectiveTo?: string;
}

/**
 * Agreements that have been in force since before there was a platform: by plain rows, as nobody signs for days that are over. One
 * that stands already is left as it is.
 */
export async function agreedOnPaper(shop: Shop, agreements: readonly Agreed[]): Promise<string[]> {
  const rows = agreements.map((one) => ({
    ...{ id: newId(), supplier_id: one.supplierId, household_id: one.householdId, kind: one.kind },
    ...{ product_id: one.productId ?? null, floor: one.floorFenPerKg?.toString() ?? null },
    ...{ premium: (one.premiumFenPerKg ?? 0n).toString(), grams: one.grams?.toString() ?? null },
    ...{ wage: one.dailyWageFen?.toString() ?? null, shares: one.shares ?? null, since: one.effectiveFrom ?? DAY },
    until: one.effectiveTo ?? null,
  }));
  await shop.rows(
    `with agreed as (insert into benefit.agreement (id, version, state, signed_way, signed_at, supplier_id, household_id, kind, product_id,
                                    floor_price_fen_per_kg, premium_fen_per_kg, contracted_grams, daily_wage_fen, shares, effective_from, effective_to)
     select id, 1, 'inForce', 'paper', since, supplier_id, household_id, kind, product_id, floor, premium, grams, wage, shares, since, until
       from jsonb_to_recordset($1::jsonb) as item (id uuid, supplier_id uuid, household_id uuid, kind text, product_id uuid,
            floor bigint, premium bigint, grams bigint, wage bigint, shares integer, since date, until date)
     on conflict do nothing
     returning id, supplier_id, household_id, product_id, floor_price_fen_per_kg, effective_from, effective_to)
     insert into trace.agreed_floor
     select agreed.*, now() from agreed where floor_price_fen_per_kg is not null`,
    [JSON.stringify(rows)],
  );
  return rows.map(({ id }) => id);
}

/** A lot of what households delivered under contract; the supplier owes them from now on. */
export async function harvest(
  shop: Shop,
  { offer, grams, floorFenPerKg = 1_000n, premiumFenPerKg = 0n }: HarvestWanted,
): Promise<Harvest> {
  const { supplierId, productId } = offer;
  const households = await Promise.all(grams.map(() => shop.household(supplierId)));
  const code = `LOT-${randomUUID().slice(0, 13).toUpperCase()}`;
  await agreedOnPaper(
    shop,
    households.map((householdId, index) => ({
      ...{ supplierId, householdId, kind: 'contractPurchase', productId, floorFenPerKg, premiumFenPerKg },
      grams: grams[index]! * 2n,
    })),
  );
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
  const [agreementId] = await agreedOnPaper(shop, [{ supplierId, householdId, kind: 'employment', dailyWageFen }]);
  const line = {
    id: newId(),
    agreementId: agreementId!,
    from: time.addDays(DAY, 1 - days),
    to: DAY,
    days,
    pieces: null,
  };
  await shop.rows('update benefit.agreement set effective_from = $2 where id = $1', [agreementId, line.from]);
  await shop.does(async (tx) => {
    await work.writeAll(tx, [line], { suppliers: [supplierId], households: [], at: () => '' });
    await work.confirmAll(tx, [line.id], 'sheet');
  });
  return householdId;
}
