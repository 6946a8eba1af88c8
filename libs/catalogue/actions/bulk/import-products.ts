import { must } from '@xihuo/kernel';
import { defineImport, newId, type CellFault, type Tx, type Verdict } from '@xihuo/platform';
import { lockNewProducts, namesOffered, originsNamed } from '../../store/bulk/new-products.sql';
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
    return rows.map((row): Verdict<string> => {
      const [county, ...others] = origins.get(row.origin) ?? [];
      if (county === undefined || others.length > 0) {
        return { ...(county === undefined ? NO_COUNTY : MANY_COUNTIES), column: 'origin' };
      }
      if (offered.has(row.nameZh)) return 'known';
      if (isWeightless(row.pack)) return { ...PACK_UNSOUND, column: 'pack' };
      return unlawful(rules, row) ?? { found: county };
    });
  },

  async write(tx, supplierId, rows, _tools, counties) {
    const given = rows.map((row, at) => ({ row, regionCode: counties[at]!, reference: `N-${newId()}` }));
    const ids = await addProducts(
      tx,
      given.map(({ row, regionCode, reference }) => ({
        ...{ reference, nameZh: row.nameZh, nameEn: row.nameEn || row.nameZh, pinyin: '' },
        ...{ descriptionZh: row.descriptionZh, descriptionEn: '', category: row.category },
        ...{ regionCode, harvestMonths: [], shelfLifeDays: row.shelfLifeDays },
        ...{ storage: row.storage, scClass: row.scClass, geographicalIndication: null, regulatoryNote: null },
      })),
    );
    const skus = await loadSkus(
      tx,
      given.map(({ row, reference }) => ({
        ...{ productId: ids.get(reference)!, supplierId, pack: row.pack, priceFen: BigInt(row.priceFen) },
        ...{ wholesalePriceFen: null, minimumOrderPacks: row.minimumOrderPacks },
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
  { nameZh, nameEn, descriptionZh, pack }: ProductRow,
): (CellFault & { column: string }) | null {
  const [found] = blocking(checkTexts(rules, { nameZh, nameEn, descriptionZh, pack }, [], chinese));
  if (!found) return null;
  const { field, word, law, why, fix } = found;
  return {
    code: 'TEXT_UNLAWFUL',
    reason: words(`「${word}」：${why.zh}（${law}）`, `「${word}」: ${why.en} (${law})`),
    ...{ fix, column: field },
  };
}

async function originsOf(tx: Tx, rows: readonly ProductRow[]): Promise<Map<string, string[]>> {
  const named = await tx.sql(originsNamed, [[...new Set(rows.map(({ origin }) => origin))]]);
  return new Map(named.map(({ word, codes }) => [word, codes]));
}
