import { columns, type CellFault, type Tx } from '@xihuo/platform';
import { WAREHOUSE } from '../../rules/stock-state';
import { venuePlaces, type VenuePlaceRow } from '../../store/stock.sql';
import { WAREHOUSE_WORDS } from './supplier-stock';

const words = (zh: string, en: string) => ({ zh, en });

/** The column of a table that says in which place a pack lies; tables without it are of the warehouse. */
export const placeColumn = {
  ...columns.textColumn(
    {
      title: words('存放地点', 'Place'),
      aliases: ['仓库', '地点', '存放地', 'Warehouse', 'Stored at'],
      hint: words('场馆名称；不填就是自有仓库', 'The name of a venue; empty is your own warehouse'),
      sample: '',
    },
    120,
  ),
  ifEmpty: { value: null },
};

const NO_PLACE: CellFault = {
  code: 'NO_PLACE',
  reason: words('该商品不能存放在这里', 'These goods cannot be laid in there'),
  fix: words(
    '填陈列该商品、可自提且营业中的场馆名称；自有仓库不填',
    'Name an open venue that shows them and hands them over; empty is your own warehouse',
  ),
};
const MANY_PLACES: CellFault = {
  code: 'MANY_PLACES',
  reason: words('有多个同名场馆', 'Several venues have this name'),
  fix: words('改填场馆代码（页面网址的最后一段）', 'Write its code, the last part of its address'),
};

type Placed = { readonly placeId: string } | { readonly fault: CellFault };

/** Where each row's pack lies: the venue it names where goods of the pack may lie, else the warehouse where it names none. */
export async function placesNamed(
  tx: Tx,
  rows: readonly { skuId: string | null; place: string | null }[],
): Promise<Placed[]> {
  const own: readonly string[] = Object.values(WAREHOUSE_WORDS);
  const named = rows.flatMap(({ skuId, place }, at) =>
    skuId === null || place === null || own.includes(place) ? [] : [{ at, sku: skuId, place }],
  );
  const venues = named.length === 0 ? [] : await tx.sql(venuePlaces, [JSON.stringify(named)]);
  const isNamed = new Set(named.map(({ at }) => at));
  const found = new Map<number, VenuePlaceRow[]>();
  for (const venue of venues) found.set(venue.at, [...(found.get(venue.at) ?? []), venue]);
  return rows.map((_, at): Placed => {
    if (!isNamed.has(at)) return { placeId: WAREHOUSE };
    const [one, ...others] = found.get(at) ?? [];
    if (others.length > 0) return { fault: MANY_PLACES };
    return one && (one.offers || one.kept) ? { placeId: one.place_id } : { fault: NO_PLACE };
  });
}
