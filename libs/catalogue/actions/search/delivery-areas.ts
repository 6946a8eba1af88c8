import { fail, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { mustBeVersion, type Database, type Tx } from '@xihuo/platform';
import { fewestAreas } from '../../rules/delivery-areas';
import { versionOfSet } from '../../rules/version-of-set';
import {
  areasOf,
  countLeaves,
  dropAreas,
  insertAreas,
  lockAreas,
  mainland,
  notServedOf,
  type AreaRow,
} from '../../store/search/delivery-area.sql';
import { followInSearch } from './follow';

type View = ResponseOf<'GET /suppliers/{supplierId}/delivery-areas'>;

/** Enters where suppliers deliver to; who names no place delivers everywhere in the mainland. */
export async function loadDeliveryAreas(
  tx: Tx,
  areas: readonly { supplierId: string; regionCode: string }[],
): Promise<void> {
  const rows = areas.map(({ supplierId, regionCode }) => ({ supplier_id: supplierId, region_code: regionCode }));
  await tx.sql(insertAreas, [JSON.stringify(rows)]);
}

/** Where a supplier delivers to, and where not. */
export async function deliveryAreas(database: Database, supplierId: string): Promise<View> {
  const [served, notServed, counts] = await Promise.all([
    database.read(areasOf, [supplierId]),
    database.read(notServedOf, [supplierId]),
    database.read(countLeaves, [supplierId]),
  ]);
  const [counties] = counts;
  must(counties, 'counts are always answered');
  const version = versionOfSet(served.map(({ code }) => code));
  return { version, data: served.map(placeOf), notServed: notServed.map(placeOf), counties };
}

function placeOf({ code, name, province_name: provinceName }: AreaRow): View['data'][number] {
  return { code, name, provinceName };
}

/**
 * Sets where a supplier delivers to. Kept as few places as possible, and only what differs is written: the search index looks at
 * the supplier's products again for that, and at none where nothing changed.
 *
 * @param version of the places that were read
 * @throws ProblemError REGION_UNKNOWN, STALE_VERSION
 */
export async function setDeliveryAreas(
  tx: Tx,
  supplierId: string,
  { areas: wanted, version }: { areas: readonly string[]; version: number },
): Promise<void> {
  const subject = { action: 'delivery.setAreas', subjectKind: 'organisation', subjectId: supplierId };
  tx.attempt({ ...subject, among: { action: subject.action } });
  await tx.sql(lockAreas, [supplierId]);
  const areas = fewestAreas(await tx.sql(mainland), wanted);
  if (areas === null) throw fail('REGION_UNKNOWN');
  const before = (await tx.sql(areasOf, [supplierId])).map(({ code }) => code);
  mustBeVersion(versionOfSet(before), version);
  await tx.sql(dropAreas, [supplierId, areas]);
  await loadDeliveryAreas(
    tx,
    areas.map((regionCode) => ({ supplierId, regionCode })),
  );
  followInSearch(tx);
  tx.audit({ ...subject, before: { areas: before }, after: { areas } });
}
