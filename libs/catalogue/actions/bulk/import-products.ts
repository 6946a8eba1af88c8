import { must } from '@xihuo/kernel';
import { defineImport, newId, type CellFault, type Tx, type Verdict } from '@xihuo/platform';
import { moveListings } from '../../store/bulk/bulk-prices.sql';
import { lockNewProducts, namesOffered, numbersTaken, originsNamed } from '../../store/bulk/new-products.sql';
import { beyondCertificates, blocking, checkTexts, type WordRules } from '../../rules/listing/check-text';
import { isWeightless } from '../../rules/pack';
import { wordRules } from '../listing/read-listing';
import { addProducts, loadSkus } from '../load-products';
import { MOST_PACKS } from '../listing/add-pack';
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

const PACK_BY_CHANGE: CellFault = {
  code: 'PACK_BY_CHANGE',
  reason: words(
    '商品已送审或已上架，新规格要先审核',
    'The product was sent for approval, so a new pack is looked at first',
  ),
  fix: words('在该商品页「添加规格」', 'Add the pack on the page of the product'),
};
const TOO_MANY_PACKS: CellFault = {
  code: 'TOO_MANY_PACKS',
  reason: words(`一个商品最多 ${MOST_PACKS} 个规格`, `A product has ${MOST_PACKS} packs at most`),
  fix: words('删去不再销售的规格行', 'Leave out packs that are not sold any more'),
};
const NOT_THE_SAME: CellFault = {
  code: 'NOT_THE_SAME',
  reason: words('与上面同名商品的产地或品类不同', 'Another origin or category than the product of this name above'),
  fix: words('不同的商品取不同的名称', 'Give different products different names'),
};

/** For a row that is new: the county of a new product, or the product that gets one more pack. */
type Found = { readonly county: string } | { readonly productId: string };

/**
 * New products of a supplier, a row a pack: rows of one name are one product. They are drafts as those entered one by one are: nothing
 * is sold before admission has approved a dossier, and a draft that is there already gets its further packs. Scope is the supplier.
 */
export const productsImport = defineImport<ProductRow, Found>({
  kind: 'products',
  title: words('新商品', 'New products'),
  roles: ['supplier'],
  columns: productColumns,
  keyOf: ({ nameZh, pack }) => `${nameZh}\n${pack}`,
  admit: admitSupplier,

  async hold(tx, supplierId) {
    await tx.sql(lockNewProducts, [supplierId]);
  },

  async inspect(tx, supplierId, rows) {
    const names = rows.map(({ nameZh }) => nameZh);
    const offered = new Map((await tx.sql(namesOffered, [supplierId, names])).map((row) => [row.name_zh, row]));
    const groups = new Map<string, Group>();
    const origins = await originsOf(tx, rows);
    const rules = beyondCertificates(await wordRules(tx));
    const numbers = await numbersOf(tx, supplierId, rows);
    return rows.map((row): Verdict<Found> => {
      const [county, ...others] = origins.get(row.origin) ?? [];
      if (county === undefined || others.length > 0) {
        return { ...(county === undefined ? NO_COUNTY : MANY_COUNTIES), column: 'origin' };
      }
      const own = offered.get(row.nameZh);
      if (own?.packs.includes(row.pack)) return 'known';
      const group = groups.get(row.nameZh) ?? {
        listed: own?.listed ?? false,
        packs: own?.packs.length ?? 0,
        first: row,
      };
      const fault =
        notAddable(row, group) ?? soundPack(row) ?? numbers(row) ?? unsoundTerms(row) ?? unlawful(rules, row);
      if (fault) return fault;
      groups.set(row.nameZh, { ...group, packs: group.packs + 1 });
      return { found: own ? { productId: own.product_id } : { county } };
    });
  },

  async write(tx, supplierId, rows, _tools, found) {
    await mustStayDrafts(tx, supplierId, rows, found);
    const fresh = newProducts(rows, found);
    const ids = await addProducts(
      tx,
      [...fresh.values()].map(({ row, regionCode, reference }) => ({
        ...{ reference, nameZh: row.nameZh, nameEn: row.nameEn || row.nameZh, pinyin: '' },
        ...{ descriptionZh: row.descriptionZh, descriptionEn: row.descriptionEn, category: row.category },
        ...{ regionCode, harvestMonths: row.harvestMonths, shelfLifeDays: row.shelfLifeDays },
        ...{ storage: row.storage, scClass: row.scClass, geographicalIndication: null, regulatoryNote: null },
      })),
    );
    const productOf = (at: number): string => {
      const where = found[at]!;
      return 'productId' in where ? where.productId : ids.get(fresh.get(rows[at]!.nameZh)!.reference)!;
    };
    const skus = await loadSkus(
      tx,
      rows.map((row, at) => ({
        ...{ productId: productOf(at), supplierId, pack: row.pack, priceFen: BigInt(row.priceFen) },
        ...{ gtin: row.gtin, articleNumber: row.articleNumber, orderStepPacks: row.orderStepPacks },
        wholesalePriceFen: row.wholesaleFen === null ? null : BigInt(row.wholesaleFen),
        minimumOrderPacks: row.minimumOrderPacks,
      })),
    );
    must(skus.length === rows.length, 'every row is a pack');
    for (const { row, reference } of fresh.values()) {
      const after = { supplierId, name: row.nameZh, category: row.category };
      tx.audit({ action: 'product.add', subjectKind: 'product', subjectId: ids.get(reference)!, after });
    }
    for (const { id, productId, pack } of skus)
      tx.audit({
        action: 'pack.add',
        subjectKind: 'product',
        subjectId: productId,
        after: { supplierId, skuId: id, pack },
      });
  },
});

/**
 * Products that get more packs are held and moved on, as `addPack` does it. One whose dossier was sent since it was looked at would have
 * a pack that nobody has seen: the chunk is then judged anew.
 */
async function mustStayDrafts(
  tx: Tx,
  supplierId: string,
  rows: readonly ProductRow[],
  found: readonly Found[],
): Promise<void> {
  const joined = [...new Set(found.flatMap((one) => ('productId' in one ? one.productId : [])))];
  if (joined.length === 0) return;
  await tx.sql(moveListings, [supplierId, joined]);
  const now = await tx.sql(namesOffered, [supplierId, rows.map(({ nameZh }) => nameZh)]);
  must(!now.some((one) => one.listed && joined.includes(one.product_id)), 'a pack joins a draft');
}

/** Of rows that begin a product, the first of each name. */
function newProducts(rows: readonly ProductRow[], found: readonly Found[]) {
  const fresh = new Map<string, { row: ProductRow; regionCode: string; reference: string }>();
  for (const [at, row] of rows.entries()) {
    const where = found[at]!;
    if ('county' in where && !fresh.has(row.nameZh))
      fresh.set(row.nameZh, { row, regionCode: where.county, reference: `N-${newId()}` });
  }
  return fresh;
}

/** What a name stands for when a row is looked at: whether it is listed, its packs so far, and the first row of it. */
interface Group {
  readonly listed: boolean;
  readonly packs: number;
  readonly first: ProductRow;
}

/** Why a pack cannot join the product of its name: that one is listed, full, or another product. */
function notAddable(row: ProductRow, { listed, packs, first }: Group): Refusal | null {
  if (listed) return { ...PACK_BY_CHANGE, column: 'pack' };
  if (packs >= MOST_PACKS) return { ...TOO_MANY_PACKS, column: 'pack' };
  if (first.origin !== row.origin || first.category !== row.category) return { ...NOT_THE_SAME, column: 'nameZh' };
  return null;
}

const soundPack = ({ pack }: ProductRow): Refusal | null =>
  isWeightless(pack) ? { ...PACK_UNSOUND, column: 'pack' } : null;

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
