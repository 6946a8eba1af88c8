import type { ResponseOf } from '@xihuo/contract';
import type { Database, Tx } from '@xihuo/platform';
import { areasOf, insertAreas } from '../../store/search/places.sql';

/** Enters where suppliers deliver to; who names no place delivers everywhere in the mainland. */
export async function loadDeliveryAreas(
  tx: Tx,
  areas: readonly { supplierId: string; regionCode: string }[],
): Promise<void> {
  const rows = areas.map(({ supplierId, regionCode }) => ({ supplier_id: supplierId, region_code: regionCode }));
  await tx.sql(insertAreas, [JSON.stringify(rows)]);
}

/** Where a supplier delivers to; empty: everywhere in the mainland. */
export async function deliveryAreas(
  database: Database,
  supplierId: string,
): Promise<ResponseOf<'GET /suppliers/{supplierId}/delivery-areas'>> {
  const rows = await database.read(areasOf, [supplierId]);
  return { data: rows.map(({ code, name, province_name }) => ({ code, name, provinceName: province_name })) };
}
