import type { machines } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { WAREHOUSE } from '../../rules/stock-state';
import { lockStock } from '../../store/place-orders.sql';
import { countStockSql, openShelves } from '../../store/stock.sql';
import { reportStock } from './report-stock';

export interface CountedPlace {
  readonly skuId: string;
  /** The supplier's warehouse where none is named. */
  readonly placeId?: string;
  /** Packs. */
  readonly onHand: number;
}

/** Opens what has no row yet and holds the packs, all their places with them, until the transaction ends. */
export async function holdShelves(tx: Tx, skuIds: readonly string[]): Promise<void> {
  await tx.sql(openShelves, [skuIds]);
  await tx.sql(lockStock, [skuIds]);
}

/**
 * Sets what lies in a place after a count, in packs; less than is reserved there for open orders is refused by the database. Several
 * places of a pack may be counted at once, each of them once.
 */
export async function countStock(
  tx: Tx,
  counted: readonly CountedPlace[],
  reason: machines.StockReason = 'stocktake',
): Promise<void> {
  const skuIds = counted.map((item) => item.skuId);
  await holdShelves(tx, skuIds);
  const places = counted.map((item) => item.placeId ?? WAREHOUSE);
  await tx.sql(countStockSql, [skuIds, places, counted.map((item) => item.onHand), tx.now, reason]);
  await reportStock(tx, skuIds);
}
