import { fail } from '@xihuo/contract';
import type { Tx } from '@xihuo/platform';
import { WAREHOUSE } from '../../rules/stock-state';
import { venuePlaces } from '../../store/stock.sql';

/**
 * The place of a pack that a venue's slug names, or the warehouse where none is given. Goods go into it only where the venue takes them
 * now; what lies there already is counted and taken out whatever has become of the venue.
 *
 * @throws ProblemError STOCK_PLACE_NOT_OFFERED
 */
export async function placeNamed(
  tx: Tx,
  skuId: string,
  venue: string | undefined,
  goes: 'into' | 'outOf' | 'counted',
): Promise<string> {
  if (venue === undefined) return WAREHOUSE;
  const rows = await tx.sql(venuePlaces, [JSON.stringify([{ at: 0, sku: skuId, place: venue }])]);
  const row = rows.find(({ slug }) => slug === venue);
  const takes = { into: row?.offers, outOf: row?.kept, counted: row?.offers || row?.kept };
  if (!row || !takes[goes]) throw fail('STOCK_PLACE_NOT_OFFERED');
  return row.place_id;
}
