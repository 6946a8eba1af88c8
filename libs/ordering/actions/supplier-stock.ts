import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { exporting, pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { lockShelf, stockOf, stockPage, type StockRow } from '../store/stock.sql';
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

const FILE_WORDS = {
  zh: { name: '库存', columns: ['商品代码', '名称', '规格', '库存（件）', '订单占用（件）', '累计发出（件）'] },
  en: {
    name: 'stock',
    columns: ['Product code', 'Name', 'Pack', 'On hand (packs)', 'Held by orders (packs)', 'Sent so far (packs)'],
  },
} as const;

/** The shelf as a table, narrowed as the list is; its headings are those that the import reads. */
export async function stockFile(
  database: Database,
  supplierId: string,
  { product, format, language }: { product?: string | undefined; format: 'xlsx' | 'csv'; language: 'zh' | 'en' },
): Promise<ReturnType<typeof exporting.streamFile>> {
  const { name, columns } = FILE_WORDS[language];
  const rows = await exporting.rowsOfPages(
    async (cursor) => {
      const shelf = await database.read(stockPage, [
        supplierId,
        product ?? null,
        placeIn(cursor),
        exporting.EXPORT_PAGE + 1,
      ]);
      return pageOf(
        shelf,
        exporting.EXPORT_PAGE,
        (row) => row.sku_id,
        (row) => ({ ...stockView(row), sent: row.sent }),
      );
    },
    ({ productSlug, productName, pack, onHand, reserved, sent }) => [
      [productSlug, productName, pack, onHand, reserved, sent ?? 0],
    ],
  );
  return exporting.streamFile(name, format, [{ name, columns: columns.map((title) => ({ title })), rows }]);
}
