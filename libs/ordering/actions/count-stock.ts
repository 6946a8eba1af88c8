import type { Tx } from '@xihuo/platform';
import { countStockSql } from '../store/order-steps.sql';
import { reportStockChanges } from './report-stock';

/** Sets what is on the shelf after a count, in packs; less than is reserved for open orders is refused by the database. */
export async function countStock(tx: Tx, counted: readonly { skuId: string; onHand: number }[]): Promise<void> {
  const rows = await tx.sql(countStockSql, [
    counted.map((item) => item.skuId),
    counted.map((item) => item.onHand),
    tx.now,
  ]);
  await reportStockChanges(
    tx,
    rows.map((row) => ({ skuId: row.sku_id, before: null, after: row.available })),
  );
}
