import { must } from '@xihuo/kernel';
import { defineImport, newId, type CellFault, type Tx, type Verdict } from '@xihuo/platform';
import { lockNewProducts, namesOffered, numbersTaken, originsNamed } from '../../store/bulk/new-products.sql';
import { beyondCertificates, blocking, checkTexts, type WordRules } from '../../rules/listing/check-text';
import { isWeightless } from '../../rules/pack';
import { wordRules } from '../listing/read-listing';
import { addProducts, loadSkus } from '../load-products';
import { admitSupplier } from './pack-columns';
import { productColumns, type ProductRow } from './product-columns';
import { chinese } from '../../words/chinese';

const words = (zh: string, en: string) => ({ zh, en });
const NO_COUNTY: CellFault = {
  code: 'NO_COUNTY',
  reason: words('没有这个县（市、区）', 'There is no such county'),
  fix: words('填写 6 位行政区划代码或全称', 'Fill in its six-digit code or its full name'),
};
const MANY_COUNTIES: CellFault = {
  code: 'MANY_COUNTIES',
  reason: words('有多个同名的县（市、区）', 'Several counties have this name'),
  fix: words('在前面加上省名，或填写 6 位代码', 'Put the province before it, or its six-digit code'),
};

const PACK_UNSOUND: CellFault = {
  code: 'PACK_UNSOUND',
  reason: words('规格的净重不合常理', 'No pack weighs this'),
  fix: words('核对数字和单位，如 2.5kg、500g*2', 'Check figure and unit, such as 2.5kg or 500g*2'),
};

const NUMBER_TAKEN: CellFault = {
  code: 'NUMBER_TAKEN',
  reason: words('您的另一规格已用这个号码', 'Another pack of yours carries this number'),
  fix: words('每个规格各用各的号码，没有的留空', 'Each pack has a number of its own, or none'),
};
const STEP_UNSOUND: CellFault = {
  code: 'STEP_UNSOUND',
  reason: words('起订量不是加订倍数的整数倍', 'The minimum order is no multiple of the step'),
  fix: words('改起订量或加订倍数', 'Change the minimum or the step'),
};
const WHOLESALE_UNSOUND: CellFault = {
  code: 'WHOLESALE_UNSOUND',
  reason: words('批发价高于零售价', 'The wholesale price is above retail'),
  fix: words('核对两列价格', 'Check both prices'),
};

/**
 * New products of a supplier, each with its first pack. They are drafts as those entered one by one are: nothing is sold before
 * admission has approved a dossier. Scope is the supplier.
 */
export const productsImport = defineImport<ProductRow, string>({
  kind: 'products',
  title: words('新商品', 'New products'),
  roles: ['supplier'],
  columns: productColumns,
  keyOf: ({ nameZh }) => nameZh,
  admit: admitSupplier,

  async hold(tx, supplierId) {
    await tx.sql(lockNewProducts, [supplierId]);
  },

  async inspect(tx, supplierId, rows) {
    const names = rows.map(({ nameZh }) => nameZh);
    const offered = new Set((await tx.sql(namesOffered, [supplierId, names])).map(({ name_zh: name }) => name));
    const origins = await originsOf(tx, rows);
    const rules = beyondCertificates(await wordRules(tx));
    const numbers = await numbersOf(tx, supplierId, rows);
    return rows.map((row): Verdict<string> => {
      const [county, ...others] = origins.get(row.origin) ?? [];
      if (county === undefined || others.length > 0) {
        return { ...(county === undefined ? NO_COUNTY : MANY_COUNTIES), column: 'origin' };
      }
      if (offered.has(row.nameZh)) return 'known';
      if (isWeightless(row.pack)) return { ...PACK_UNSOUND, column: 'pack' };
      return numbers(row) ?? unsoundTerms(row) ?? unlawful(rules, row) ?? { found: county };
    });
  },

  async write(tx, supplierId, rows, _tools, counties) {
    const given = rows.map((row, at) => ({ row, regionCode: counties[at]!, reference: `N-${newId()}` }));
    const ids = await addProducts(
      tx,
      given.map(({ row, regionCode, reference }) => ({
        ...{ reference, nameZh: row.nameZh, nameEn: row.nameEn || row.nameZh, pinyin: '' },
        ...{ descriptionZh: row.descriptionZh, descriptionEn: row.descriptionEn, category: row.category },
        ...{ regionCode, harvestMonths: row.harvestMonths, shelfLifeDays: row.shelfLifeDays },
        ...{ storage: row.storage, scClass: row.scClass, geographicalIndication: null, regulatoryNote: null },
      })),
    );
    const skus = await loadSkus(
      tx,
      given.map(({ row, reference }) => ({
        ...{ productId: ids.get(reference)!, supplierId, pack: row.pack, priceFen: BigInt(row.priceFen) },
        ...{ gtin: row.gtin, articleNumber: row.articleNumber, orderStepPacks: row.orderStepPacks },
        wholesalePriceFen: row.wholesaleFen === null ? null : BigInt(row.wholesaleFen),
        minimumOrderPacks: row.minimumOrderPacks,
      })),
    );
    must(skus.length === rows.length, 'every new product has its first pack');
    for (const { row, reference } of given) {
      const after = { supplierId, name: row.nameZh, category: row.category };
      tx.audit({ action: 'product.add', subjectKind: 'product', subjectId: ids.get(reference)!, after });
    }
  },
});

/** The first word that may not stand, as it is refused of a product that is entered by itself. */
function unlawful(
  rules: WordRules,
  { nameZh, nameEn, descriptionZh, descriptionEn, pack }: ProductRow,
): (CellFault & { column: string }) | null {
  const [found] = blocking(checkTexts(rules, { nameZh, nameEn, descriptionZh, descriptionEn, pack }, [], chinese));
  if (!found) return null;
  const { field, word, law, why, fix } = found;
  return {
    code: 'TEXT_UNLAWFUL',
    reason: words(`「${word}」：${why.zh}（${law}）`, `「${word}」: ${why.en} (${law})`),
    ...{ fix, column: field },
  };
}

type Refusal = CellFault & { column: string };

/** A barcode or article number that another pack carries, or that a row above gives to another. */
async function numbersOf(
  tx: Tx,
  supplierId: string,
  rows: readonly ProductRow[],
): Promise<(row: ProductRow) => Refusal | null> {
  const given = (column: 'gtin' | 'articleNumber') => rows.flatMap((row) => row[column] ?? []);
  const known = await tx.sql(numbersTaken, [supplierId, given('gtin'), given('articleNumber')]);
  const taken = {
    gtin: new Set(known.flatMap(({ gtin }) => gtin ?? [])),
    articleNumber: new Set(known.flatMap(({ article_number: number }) => number ?? [])),
  };
  return (row) => {
    for (const column of ['gtin', 'articleNumber'] as const) {
      const number = row[column];
      if (number === null) continue;
      if (taken[column].has(number)) return { ...NUMBER_TAKEN, column };
      taken[column].add(number);
    }
    return null;
  };
}

/** Businesses order multiples of the step, at no more than others pay. */
function unsoundTerms({ minimumOrderPacks, orderStepPacks, wholesaleFen, priceFen }: ProductRow): Refusal | null {
  if (minimumOrderPacks % orderStepPacks !== 0) return { ...STEP_UNSOUND, column: 'orderStepPacks' };
  if (wholesaleFen !== null && BigInt(wholesaleFen) > BigInt(priceFen))
    return { ...WHOLESALE_UNSOUND, column: 'wholesaleFen' };
  return null;
}

async function originsOf(tx: Tx, rows: readonly ProductRow[]): Promise<Map<string, string[]>> {
  const named = await tx.sql(originsNamed, [[...new Set(rows.map(({ origin }) => origin))]]);
  return new Map(named.map(({ word, codes }) => [word, codes]));
}
