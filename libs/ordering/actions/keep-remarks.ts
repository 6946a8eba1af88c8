import type { Tx } from '@xihuo/platform';
import { keepRemarks } from '../store/follow.sql';
import type { PlacedLineRow } from '../store/place-orders.sql';
import type { Incoming } from './place-orders';

/** Writes down what buyers asked of sellers, of the orders of a batch that were placed; what names a seller of nothing in it is left out. */
export async function writeRemarks(
  tx: Tx,
  incoming: readonly Incoming[],
  rows: ReadonlyMap<number, readonly PlacedLineRow[]>,
): Promise<void> {
  const kept = incoming.flatMap(({ body }, index) =>
    (body.remarks ?? []).flatMap(({ supplierId, words }) => {
      const part = rows.get(index + 1)?.find((row) => row.verdict === 'placed' && row.supplier_id === supplierId);
      return part ? [{ partId: part.supplier_order_id!, words }] : [];
    }),
  );
  if (kept.length === 0) return;
  await tx.sql(keepRemarks, [kept.map(({ partId }) => partId), kept.map(({ words }) => words)]);
}
