import type { ResponseOf } from '@xihuo/contract';
import { exporting, pageOf, placeIn, type Database } from '@xihuo/platform';
import { WAREHOUSE } from '../../rules/stock-state';
import { placesFor, stockOf, stockPage, type PlaceOfStock, type StockRow } from '../../store/stock.sql';

type Stock = ResponseOf<'GET /suppliers/{supplierId}/stock'>['data'][number];

/** Of a place in which nobody has counted yet, whether it has a row or none. */
export const UNCOUNTED_VERSION = 1;

const UNCOUNTED: PlaceOfStock = {
  ...{ placeId: WAREHOUSE, slug: null, nameZh: null, nameEn: null },
  ...{ onHand: 0, reserved: 0, sent: 0, version: UNCOUNTED_VERSION },
};

/** The places of a pack, its warehouse first. */
function placesOf({ places }: StockRow): readonly PlaceOfStock[] {
  return places ?? [UNCOUNTED];
}

export function stockView(row: StockRow): Stock {
  const places = placesOf(row).map(({ slug, nameZh, nameEn, onHand, reserved, version }) => ({
    venue: slug === null ? null : { slug, name: { zh: nameZh!, en: nameEn! } },
    ...{ onHand, reserved, version, counted: version > UNCOUNTED_VERSION },
  }));
  return {
    ...{ skuId: row.sku_id, productId: row.product_id, productSlug: row.slug, productName: row.name_zh },
    pack: row.pack,
    onHand: places.reduce((sum, { onHand }) => sum + onHand, 0),
    reserved: places.reduce((sum, { reserved }) => sum + reserved, 0),
    counted: places.some(({ counted }) => counted),
    places,
  };
}

export async function readStock(
  database: Database,
  supplierId: string,
  productId: string | null,
): Promise<{ data: Stock[] }> {
  return { data: (await database.read(stockOf, [supplierId, productId, null])).map(stockView) };
}

/** Venues in which goods of a product may be laid in. */
export async function readPlaces(
  database: Database,
  supplierId: string,
  productId: string,
): Promise<ResponseOf<'GET /suppliers/{supplierId}/stock/places'>> {
  const rows = await database.read(placesFor, [supplierId, productId]);
  return { data: rows.map((row) => ({ slug: row.slug, name: { zh: row.name_zh, en: row.name_en } })) };
}

/** How tables name the warehouse. */
export const WAREHOUSE_WORDS = { zh: '自有仓库', en: 'Own warehouse' } as const;

const FILE_WORDS = {
  zh: {
    name: '库存',
    columns: ['商品代码', '名称', '规格', '存放地点', '库存（件）', '订单占用（件）', '累计发出（件）'],
  },
  en: {
    name: 'stock',
    columns: [
      'Product code',
      'Name',
      'Pack',
      'Place',
      'On hand (packs)',
      'Held by orders (packs)',
      'Sent so far (packs)',
    ],
  },
} as const;

/** What lies where as a table, a row a place, narrowed as the list is; its headings are those that the import reads. */
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
        (row) => row,
      );
    },
    (row) =>
      placesOf(row).map(({ slug, nameZh, nameEn, onHand, reserved, sent }) => [
        ...[row.slug, row.name_zh, row.pack],
        slug === null ? WAREHOUSE_WORDS[language] : { zh: nameZh!, en: nameEn! }[language],
        ...[onHand, reserved, sent],
      ]),
  );
  return exporting.streamFile(name, format, [{ name, columns: columns.map((title) => ({ title })), rows }]);
}
