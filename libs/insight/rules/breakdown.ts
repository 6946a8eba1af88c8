import type { ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';

type Breakdown = ResponseOf<'GET /lots/{code}'>['breakdown'];

export interface LotMoney {
  /** The supplier agreed to show it. */
  agreed: boolean;
  /** Retail orders whose goods came from the lot and are settled. */
  orders: number;
  /** Households that delivered into the lot. */
  households: number;
  /** Settled fen of the lot's retail sales, and whose they became. */
  householdsFen: money.Fen;
  supplierFen: money.Fen;
  platformFen: money.Fen;
  /** Business date of the newest settled run in it. */
  settledUntil: string | null;
}

export interface BreakdownPolicy {
  minOrders: number;
  minHouseholds: number;
}

/** Counts below this point at people, so they are not shown (design part 4). */
export const SMALLEST_SHOWN_COUNT = 10;

export function shownCount(count: number): number | null {
  return count >= SMALLEST_SHOWN_COUNT ? count : null;
}

/**
 * Who earned what of a lot, in basis points that sum to 10,000: only where the supplier agreed and enough orders and
 * households stand behind it that no single one can be read out of it; before that, what is still missing.
 */
export function breakdownOf(lot: LotMoney, policy: BreakdownPolicy): Breakdown {
  if (!lot.agreed) return { state: 'notAgreed' };
  const total = money.sum([lot.householdsFen, lot.supplierFen, lot.platformFen]);
  if (
    lot.orders < policy.minOrders ||
    lot.households < policy.minHouseholds ||
    lot.settledUntil === null ||
    total === 0n
  ) {
    return {
      state: 'tooFew',
      ordersNeeded: policy.minOrders,
      orders: lot.orders,
      householdsNeeded: policy.minHouseholds,
      households: shownCount(lot.households),
    };
  }
  const parts = money.allocate(money.fen(10_000n), [
    { id: 'households', weight: lot.householdsFen },
    { id: 'platform', weight: lot.platformFen },
    { id: 'supplier', weight: lot.supplierFen },
  ]);
  return {
    state: 'shown',
    orders: lot.orders,
    households: lot.households,
    parts: (['households', 'supplier', 'platform'] as const).map((payee) => ({
      payee,
      basisPoints: Number(parts.get(payee)),
    })),
    settledUntil: lot.settledUntil,
  };
}
