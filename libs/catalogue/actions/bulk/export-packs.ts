import { time } from '@xihuo/kernel';
import { exporting, command, pageOf, placeIn, type CommandOptions, type Database } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { monthsText } from '../../rules/bulk/months';
import { bandAround } from '../../rules/listing/prices';
import { ownPacks, type OwnPackRow } from '../../store/bulk/own-packs.sql';
import { CATEGORY_WORDS, productColumns, STORAGE_WORDS } from './product-columns';
import { packColumns } from './pack-columns';
import { PRICE_TITLE } from './import-prices';

type Language = 'zh' | 'en';
type File = ReturnType<typeof exporting.streamFile>;
interface Asked {
  readonly supplierId: string;
  readonly format: 'xlsx' | 'csv';
  readonly language: Language;
  /** As the list is narrowed. */
  readonly q?: string | undefined;
  readonly sells?: boolean | undefined;
}

const yuan = exporting.yuanCell;

function packsOf(database: Database, { supplierId, q, sells }: Asked) {
  return async (cursor: string | undefined) => {
    const rows = await database.read(ownPacks, [
      ...[supplierId, placeIn(cursor), exporting.EXPORT_PAGE + 1, q || null, sells ?? null],
    ]);
    return pageOf(
      rows,
      exporting.EXPORT_PAGE,
      ({ id }) => id,
      (row) => row,
    );
  };
}

/** The own products, a row a pack, under the headings of the import: what is taken out may be mended and handed in elsewhere. */
export async function productsFile(database: Database, asked: Asked): Promise<File> {
  const { format, language } = asked;
  const said = { zh: { name: '商品', code: '代码', sells: '可售', yes: '是', no: '否' }, en: EN_PRODUCTS }[language];
  const titles = Object.values(productColumns).map(({ title }) => title[language]);
  const rows = await exporting.rowsOfPages(packsOf(database, asked), (row) => [
    [...cellsOf(row, language), row.slug, row.may_sell ? said.yes : said.no],
  ]);
  const columns = [...titles, said.code, said.sells].map((title) => ({ title }));
  return exporting.streamFile(said.name, format, [{ name: said.name, columns, rows }]);
}

const EN_PRODUCTS = { name: 'products', code: 'Code', sells: 'On sale', yes: 'yes', no: 'no' };

/** In the order of `productColumns`. */
function cellsOf(row: OwnPackRow, language: Language): (string | number | null)[] {
  const cells: Record<keyof typeof productColumns, string | number | null> = {
    nameZh: row.name_zh,
    nameEn: row.name_en,
    category: language === 'zh' ? CATEGORY_WORDS[row.category as keyof typeof CATEGORY_WORDS][0] : row.category,
    origin: row.region_code,
    storage: language === 'zh' ? STORAGE_WORDS[row.storage][0] : row.storage,
    shelfLifeDays: row.shelf_life_days,
    scClass: row.sc_class,
    descriptionZh: row.description_zh,
    descriptionEn: row.description_en,
    harvestMonths: monthsText(row.harvest_months),
    pack: row.pack,
    ...{ articleNumber: row.article_number, gtin: row.gtin },
    priceFen: yuan(row.price_fen),
    ...{ minimumOrderPacks: row.minimum_order_packs, orderStepPacks: row.order_step_packs },
    wholesaleFen: row.wholesale_fen === null ? null : yuan(row.wholesale_fen),
  };
  return (Object.keys(productColumns) as (keyof typeof cells)[]).map((name) => cells[name]);
}

/** The own price list; the first columns are those that the import of prices reads, the others say how far a price may move. */
export async function pricesFile(database: Database, ask: CommandOptions, asked: Asked): Promise<File> {
  const { format, language } = asked;
  const { view: bandBp } = await command(database, ask, (tx) =>
    policyOn(tx, 'catalogue.priceBandBp', time.businessDate(tx.now)),
  );
  const said = {
    zh: { name: '价格', others: ['名称', '免审下限（元）', '免审上限（元）', '待复核价（元）'] },
    en: { name: 'prices', others: ['Name', 'Lowest without review', 'Highest without review', 'Waiting price'] },
  }[language];
  const titles = [packColumns.product.title[language], packColumns.pack.title[language], PRICE_TITLE[language]];
  const rows = await exporting.rowsOfPages(packsOf(database, asked), (row) => {
    const band = row.listed ? bandAround(BigInt(row.reference_fen), bandBp) : null;
    const around = band ? [yuan(band.lowestFen), yuan(band.highestFen)] : [null, null];
    const waiting = row.staged_fen === null ? null : yuan(row.staged_fen);
    return [[row.slug, row.pack, yuan(row.price_fen), row.name_zh, ...around, waiting]];
  });
  const columns = [...titles, ...said.others].map((title) => ({ title }));
  return exporting.streamFile(said.name, format, [{ name: said.name, columns, rows }]);
}
