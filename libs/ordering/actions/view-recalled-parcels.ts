import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import { parcelsOfRecall, recallOfSupplier, tellingOf, type RecalledParcelRow } from '../store/recall.sql';

/** Which of the supplier's own parcels hold goods of a recall. @throws ProblemError NOT_FOUND for another supplier's recall */
export async function viewRecalledParcels(
  database: Database,
  supplierIds: readonly string[],
  { params: { id }, query }: Pick<InputOf<'GET /supplier/recalls/{id}/parcels'>, 'params' | 'query'>,
): Promise<ResponseOf<'GET /supplier/recalls/{id}/parcels'>> {
  const [recall] = await database.read(recallOfSupplier, [id, supplierIds]);
  if (!recall) throw fail('NOT_FOUND');
  const { limit, cursor } = query;
  const rows = await database.read(parcelsOfRecall, [id, supplierIds, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, parcelView);
}

/** How far its buyers have been told; nobody yet where the worker has not come to it. @throws ProblemError NOT_FOUND */
export async function viewTelling(
  database: Database,
  supplierIds: readonly string[],
  id: string,
): Promise<ResponseOf<'GET /supplier/recalls/{id}/telling'>> {
  const [recall] = await database.read(recallOfSupplier, [id, supplierIds]);
  if (!recall) throw fail('NOT_FOUND');
  const [telling] = await database.read(tellingOf, [id]);
  return {
    orders: telling?.orders ?? 0,
    unreachable: telling?.unreachable ?? 0,
    doneAt: telling?.done_at?.toISOString() ?? null,
  };
}

function parcelView(row: RecalledParcelRow): ResponseOf<'GET /supplier/recalls/{id}/parcels'>['data'][number] {
  return {
    id: row.id,
    supplierOrderId: row.supplier_order_id,
    orderNumber: row.order_number,
    carrier: row.carrier,
    trackingNumber: row.tracking_number,
    shippedAt: row.shipped_at.toISOString(),
    packs: row.packs,
    lots: row.lots,
  };
}
