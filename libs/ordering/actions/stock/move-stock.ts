import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { newId, type Tx } from '@xihuo/platform';
import { moveStockSql, shelvesOf, stockOf } from '../../store/stock.sql';
import { holdShelves } from './count-stock';
import { placeNamed } from './place-named';
import { stockView } from './supplier-stock';

type Route = 'POST /suppliers/{supplierId}/stock/{skuId}/moves';

/**
 * Packs of a supplier go from one place to another. What orders hold stays where it was reserved.
 *
 * @throws ProblemError NOT_FOUND where the pack is another's, STOCK_PLACE_NOT_OFFERED, STOCK_NOT_FREE with what is free there
 */
export async function moveStock(
  tx: Tx,
  { supplierId, skuId, from, to, packs }: InputOf<Route>['params'] & InputOf<Route>['body'],
): Promise<ResponseOf<Route>> {
  tx.attempt({ action: 'stock.move', subjectKind: 'sku', subjectId: skuId });
  const [row] = await tx.sql(stockOf, [supplierId, null, skuId]);
  if (!row) throw fail('NOT_FOUND');
  const fromId = await placeNamed(tx, skuId, from, 'outOf');
  const toId = await placeNamed(tx, skuId, to, 'into');
  await holdShelves(tx, [skuId]);
  const shelf = (await tx.sql(shelvesOf, [[skuId]])).find((one) => one.place_id === fromId);
  const free = shelf ? shelf.on_hand - shelf.reserved : 0;
  if (packs > free) throw fail('STOCK_NOT_FREE', { extra: { free } });
  const moveId = newId();
  await tx.sql(moveStockSql, [skuId, packs, fromId, toId, moveId, tx.now]);
  tx.audit({
    ...{ action: 'stock.move', subjectKind: 'sku', subjectId: skuId },
    after: { supplierId, moveId, packs, from: from ?? null, to: to ?? null },
  });
  const [moved] = await tx.sql(stockOf, [supplierId, null, skuId]);
  must(moved, 'a pack that was moved is there');
  return stockView(moved);
}
