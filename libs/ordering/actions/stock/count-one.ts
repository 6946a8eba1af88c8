import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { shelvesOf, stockOf } from '../../store/stock.sql';
import { countStock, holdShelves } from './count-stock';
import { placeNamed } from './place-named';
import { stockView, UNCOUNTED_VERSION } from './supplier-stock';

type Route = 'PUT /suppliers/{supplierId}/stock/{skuId}';
type Count = InputOf<Route>['params'] & InputOf<Route>['body'] & { readonly version: number };

/**
 * One place of one pack after a count, in packs.
 *
 * @throws ProblemError NOT_FOUND where the pack is another's, STOCK_PLACE_NOT_OFFERED, STALE_VERSION where what lies there has changed
 *   since it was read (counted, moved, or sent: then the count may be of before or after), STOCK_BELOW_RESERVED
 */
export async function countOne(tx: Tx, count: Count): Promise<ResponseOf<Route>> {
  const { supplierId, skuId, onHand, place, reason, version } = count;
  tx.attempt({ action: 'stock.count', subjectKind: 'sku', subjectId: skuId });
  const [row] = await tx.sql(stockOf, [supplierId, null, skuId]);
  if (!row) throw fail('NOT_FOUND');
  const placeId = await placeNamed(tx, skuId, place, 'counted');
  await holdShelves(tx, [skuId]);
  const shelf = (await tx.sql(shelvesOf, [[skuId]])).find((one) => one.place_id === placeId);
  mustBeVersion(shelf?.row_version ?? UNCOUNTED_VERSION, version);
  if (shelf && onHand < shelf.reserved) throw fail('STOCK_BELOW_RESERVED', { extra: { reserved: shelf.reserved } });
  await countStock(tx, [{ skuId, placeId, onHand }], reason);
  const isCounted = shelf !== undefined && shelf.row_version > UNCOUNTED_VERSION;
  tx.audit({
    ...{ action: 'stock.count', subjectKind: 'sku', subjectId: skuId },
    before: { onHand: isCounted ? shelf.on_hand : null },
    after: { supplierId, onHand, reason, ...(place === undefined ? {} : { place }) },
  });
  const [counted] = await tx.sql(stockOf, [supplierId, null, skuId]);
  const there = counted?.places?.find((one) => one.placeId === placeId);
  must(counted && there, 'a pack that was counted is there');
  return { ...stockView(counted), version: there.version };
}
