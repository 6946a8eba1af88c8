import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { exportFile, type Database, type Tx } from '@xihuo/platform';
import { lockShelf, stockOf, type StockRow } from '../store/stock.sql';
import { countStock } from './count-stock';

type Stock = ResponseOf<'GET /suppliers/{supplierId}/stock'>['data'][number];

function stockView(row: StockRow): Stock {
  return {
    ...{ skuId: row.sku_id, productId: row.product_id, productSlug: row.slug, productName: row.name_zh },
    ...{ pack: row.pack, onHand: row.on_hand ?? 0, reserved: row.reserved ?? 0, counted: row.on_hand !== null },
  };
}

export async function readStock(
  database: Database,
  supplierId: string,
  productId: string | null,
): Promise<{ data: Stock[] }> {
  return { data: (await database.read(stockOf, [supplierId, productId, null])).map(stockView) };
}

/** After a count, in packs. @throws ProblemError NOT_FOUND where the pack is another's, STOCK_BELOW_RESERVED */
export async function countOne(
  tx: Tx,
  {
    supplierId,
    skuId,
    onHand,
  }: InputOf<'PUT /suppliers/{supplierId}/stock/{skuId}'>['params'] & { readonly onHand: number },
): Promise<Stock> {
  tx.attempt({ action: 'stock.count', subjectKind: 'sku', subjectId: skuId });
  const [row] = await tx.sql(stockOf, [supplierId, null, skuId]);
  if (!row) throw fail('NOT_FOUND');
  const [shelf] = await tx.sql(lockShelf, [[skuId]]);
  if (shelf && onHand < shelf.reserved) {
    throw fail('STOCK_BELOW_RESERVED', { extra: { reserved: shelf.reserved } });
  }
  await countStock(tx, [{ skuId, onHand }]);
  const before = { onHand: shelf?.on_hand ?? null };
  tx.audit({ action: 'stock.count', subjectKind: 'sku', subjectId: skuId, before, after: { supplierId, onHand } });
  const [counted] = await tx.sql(stockOf, [supplierId, null, skuId]);
  must(counted, 'a pack that was counted is there');
  return stockView(counted);
}

/** The shelf as a table; its headings are those that the import reads. */
export async function stockFile(
  database: Database,
  supplierId: string,
  format: 'xlsx' | 'csv',
): ReturnType<typeof exportFile> {
  const { data } = await readStock(database, supplierId, null);
  return exportFile('库存', format, [
    {
      name: '库存',
      columns: [
        { title: '商品代码', width: 44 },
        { title: '名称', width: 28 },
        { title: '规格', width: 16 },
        { title: '库存（件）', width: 12 },
        { title: '订单占用（件）', width: 16 },
      ],
      rows: data.map(({ productSlug, productName, pack, onHand, reserved }) => [
        ...[productSlug, productName, pack, onHand, reserved],
      ]),
    },
  ]);
}
