import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { ids } from '@xihuo/kernel';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import { lotsOfSupplier, lotsToShip, type LotRow } from '../store/lot-list.sql';

type LotView = ResponseOf<'GET /supplier/lots'>['data'][number];

/** Lots of the suppliers the caller acts for. @throws ProblemError INVALID_INPUT where `atHand` names no products */
export async function viewLots(
  database: Database,
  supplierIds: readonly string[],
  { product, state, q, ending, atHand, cursor, limit }: InputOf<'GET /supplier/lots'>['query'],
): Promise<ResponseOf<'GET /supplier/lots'>> {
  if (atHand !== undefined) {
    const products = [...new Set(atHand.split(','))];
    if (!products.every(ids.isUuid))
      throw fail.inField('INVALID_INPUT', 'atHand', 'ids of products, divided by commas');
    const oldest = await database.read(lotsToShip, [supplierIds, products, limit]);
    return { data: oldest.map(lotView), nextCursor: null };
  }
  const rows = await database.read(lotsOfSupplier, [
    ...[supplierIds, product ?? null, state ?? null],
    ...[placeIn(cursor), limit + 1, ending ?? false, q || null],
  ]);
  return pageOf(rows, limit, (row) => row.id, lotView);
}

export function lotView(row: LotRow): LotView {
  const gone = row.shipped_grams + row.processed_grams + row.lost_grams;
  return {
    id: row.id,
    code: row.code,
    supplierId: row.supplier_id,
    productId: row.product_id,
    productName: row.product_name,
    producedOn: row.produced_on,
    state: row.state,
    receivedGrams: Number(row.received_grams),
    shippedGrams: Number(row.shipped_grams),
    processedGrams: Number(row.processed_grams),
    lostGrams: Number(row.lost_grams),
    packedGrams: Number(row.packed_grams),
    availableGrams: Number(row.received_grams - gone),
    households: row.households,
    certificate: certificateState(row),
    quarantine: !row.quarantine_required ? 'notRequired' : row.has_quarantine ? 'valid' : 'missing',
  };
}

function certificateState(row: LotRow): LotView['certificate'] {
  if (!row.certificate_required) return 'notRequired';
  if (row.certified_grams === 0n) return 'missing';
  return row.certified_grams < row.received_grams ? 'stale' : 'valid';
}
