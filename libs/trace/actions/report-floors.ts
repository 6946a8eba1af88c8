import type { Tx } from '@xihuo/platform';
import { keepFloors } from '../store/floor.sql';

/** The floor price of one version of one agreement, fen a kilogram, with the days it binds; the last day null while nobody ended it. */
export interface FloorReport {
  agreementId: string;
  supplierId: string;
  householdId: string;
  productId: string;
  floorFenPerKg: bigint;
  bindsFrom: string;
  lastDay: string | null;
}

/** Told by whoever keeps the agreements, once both sides have signed and again when a last day is set: no price below it is written down. */
export async function reportFloors(tx: Tx, floors: readonly FloorReport[]): Promise<void> {
  const rows = floors.map((floor) => ({
    ...{ agreement_id: floor.agreementId, supplier_id: floor.supplierId, household_id: floor.householdId },
    ...{ product_id: floor.productId, floor_fen_per_kg: floor.floorFenPerKg.toString() },
    ...{ binds_from: floor.bindsFrom, last_day: floor.lastDay },
  }));
  await tx.sql(keepFloors, [JSON.stringify(rows), tx.now]);
}
