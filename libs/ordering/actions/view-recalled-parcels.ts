import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import { parcelsOfRecall, recallOfSupplier } from '../store/recall.sql';

/** Which of the supplier's own parcels hold goods of a recall. @throws ProblemError NOT_FOUND for another supplier's recall */
export async function viewRecalledParcels(
  database: Database,
  supplierIds: readonly string[],
  { params: { id }, query }: Pick<InputOf<'GET /supplier/recalls/{id}/parcels'>, 'params' | 'query'>,
): Promise<ResponseOf<'GET /supplier/recalls/{id}/parcels'>> {
  const [recall] = await database.read(recallOfSupplier, [id, supplierIds]);
  if (!recall) throw fail('NOT_FOUND');
  const rows = await database.read(parcelsOfRecall, [id, supplierIds, query.cursor ?? null, query.limit + 1]);
  const shown = rows.slice(0, query.limit);
  return {
    data: shown.map((row) => ({
      id: row.id,
      supplierOrderId: row.supplier_order_id,
      orderNumber: row.order_number,
      carrier: row.carrier,
      trackingNumber: row.tracking_number,
      shippedAt: row.shipped_at.toISOString(),
      packs: row.packs,
      lots: row.lots,
    })),
    nextCursor: rows.length > query.limit ? shown.at(-1)!.id : null,
  };
}
