import type { Tx } from '@xihuo/platform';
import { setStockStates } from '../store/stock-state.sql';

export interface StockReport {
  skuId: string;
  /** In words; null where only the number sold changes. */
  state: 'inStock' | 'low' | 'out' | null;
  /** Packs sold and paid since the last report. */
  soldDelta: number;
}

/** What ordering, which owns the stock, reports down for lists and pages to show; no order is decided by it. */
export async function reportStockState(tx: Tx, reports: readonly StockReport[]): Promise<void> {
  if (reports.length === 0) return;
  await tx.sql(setStockStates, [
    reports.map((report) => report.skuId),
    reports.map((report) => report.state),
    reports.map((report) => report.soldDelta),
  ]);
}
