import type { ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import { lotsOfSupplier } from '../store/lot.sql';

/** Lots of the suppliers the caller acts for. `after` is the last lot of the page before. */
export async function viewLots(
  database: Database,
  supplierIds: readonly string[],
  productId: string | null,
  after: string | null,
  limit: number,
): Promise<ResponseOf<'GET /supplier/lots'>> {
  const rows = await database.read(lotsOfSupplier, [supplierIds, productId, after, limit + 1]);
  const shown = rows.slice(0, limit);
  return {
    data: shown.map((row) => ({
      id: row.id,
      code: row.code,
      productId: row.product_id,
      productName: row.product_name,
      producedOn: row.produced_on,
      receivedGrams: Number(row.received_grams),
      shippedGrams: Number(row.shipped_grams),
      availableGrams: Number(row.received_grams - row.shipped_grams),
      households: row.households,
    })),
    nextCursor: rows.length > limit ? shown.at(-1)!.id : null,
  };
}
