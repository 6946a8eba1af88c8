import { packs } from '@xihuo/catalogue';
import type { Tx } from '@xihuo/platform';
import { stockState } from '../rules/stock-state';

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
