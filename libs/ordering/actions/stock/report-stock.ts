import { packs } from '@xihuo/catalogue';
import type { Tx } from '@xihuo/platform';
import { stockState } from '../../rules/stock-state';
import { availableOf } from '../../store/stock.sql';

export interface StockChange {
  skuId: string;
  /** Packs available before and after; before is null where the row is new. */
  before: number | null;
  after: number;
}

/** Tells catalogue which goods changed from plenty to few, to none, or back: only changes, so a rush writes little. */
export async function reportStockChanges(tx: Tx, changes: readonly StockChange[]): Promise<void> {
  const changed = changes
    .filter((change) => change.before === null || stockState(change.before) !== stockState(change.after))
    .map((change) => ({ skuId: change.skuId, state: stockState(change.after), soldDelta: 0 }));
  if (changed.length > 0) await packs.reportStockState(tx, changed);
}

/** Tells catalogue how many of these packs there are now, after what was done with them. */
export async function reportStock(tx: Tx, skuIds: readonly string[]): Promise<void> {
  const rows = await tx.sql(availableOf, [[...new Set(skuIds)]]);
  await reportStockChanges(
    tx,
    rows.map((row) => ({ skuId: row.sku_id, before: null, after: row.available })),
  );
}
