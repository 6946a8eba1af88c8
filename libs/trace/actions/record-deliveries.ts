import type { Tx } from '@xihuo/platform';
import { addReceived, insertDeliveries, insertOwnOutput, openLotsSql } from '../store/lot.sql';

export interface NewLot {
  code: string;
  supplierId: string;
  productId: string;
  /** YYYY-MM-DD. */
  producedOn: string;
  /** The supplier agreed that the lot's page shows who earned what. */
  breakdownPublic: boolean;
}

/** Opens lots; the same code is the same lot. Answers the id of each code. */
export async function openLots(tx: Tx, lots: readonly NewLot[]): Promise<Map<string, string>> {
  const rows = await tx.sql(openLotsSql, [
    lots.map((lot) => lot.code),
    lots.map((lot) => lot.supplierId),
    lots.map((lot) => lot.productId),
    lots.map((lot) => lot.producedOn),
    lots.map((lot) => lot.breakdownPublic),
    tx.now,
  ]);
  return new Map(rows.map((row) => [row.code, row.id]));
}

export interface NewDelivery {
  lotId: string;
  householdId: string;
  /** Weight on the scale. */
  grams: bigint;
  /** What it yields as goods, through grading and processing; never more than the weight. */
  yieldGrams: bigint;
  deliveredOn: string;
}

export interface ConfirmedDelivery {
  id: string;
  lotId: string;
  householdId: string;
  grams: bigint;
  deliveredOn: string;
}

/** Records confirmed deliveries; one that stands already is not recorded twice. Answers the new ones. */
export async function recordDeliveries(
  tx: Tx,
  deliveries: readonly NewDelivery[],
  confirmedBy: string,
): Promise<ConfirmedDelivery[]> {
  if (deliveries.length === 0) return [];
  const rows = await tx.sql(insertDeliveries, [
    deliveries.map((item) => item.lotId),
    deliveries.map((item) => item.householdId),
    deliveries.map((item) => item.grams.toString()),
    deliveries.map((item) => item.yieldGrams.toString()),
    deliveries.map((item) => item.deliveredOn),
    tx.now,
    confirmedBy,
  ]);
  await tx.sql(addReceived, [rows.map((row) => row.lot_id), rows.map((row) => row.yield_grams.toString())]);
  return rows.map((row) => ({
    id: row.id,
    lotId: row.lot_id,
    householdId: row.household_id,
    grams: row.grams,
    deliveredOn: row.delivered_on,
  }));
}

export interface OwnOutput {
  lotId: string;
  grams: bigint;
  recordedOn: string;
}

/** Adds what suppliers grew or made themselves; one entry a lot and day. */
export async function recordOwnOutput(tx: Tx, outputs: readonly OwnOutput[]): Promise<void> {
  const rows = await tx.sql(insertOwnOutput, [
    outputs.map((item) => item.lotId),
    outputs.map((item) => item.grams.toString()),
    outputs.map((item) => item.recordedOn),
  ]);
  await tx.sql(addReceived, [rows.map((row) => row.lot_id), rows.map((row) => row.grams.toString())]);
}
