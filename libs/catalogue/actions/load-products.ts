import type { ResponseOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { netGramsOf } from '../rules/pack';
import { isPerishable, regulationOf } from '../rules/regulation';
import { slugOf, slugsOf } from '../rules/slug';
import { rankDocuments } from '../store/search/document.sql';
import { followWordRules, insertTiers } from '../store/listing/listing.sql';
import { insertProducts, insertSkus, rankProductsSql } from '../store/product.sql';
import type { ProductView } from '../store/views';

export interface NewProduct {
  reference: string;
  nameZh: string;
  nameEn: string;
  /** Toneless, by syllable. */
  pinyin: string;
  descriptionZh: string;
  descriptionEn: string;
  category: ResponseOf<'GET /categories'>['data'][number]['category'];
  regionCode: string;
  /** What a published register proves; null where none was read. */
  geographicalIndication: { kinds: string[]; source: string } | null;
  harvestMonths: number[];
  shelfLifeDays: number | null;
  storage: ProductView['storage'];
  scClass: string | null;
  regulatoryNote: string | null;
}

/** Enters products; what the law says of each decides here whether it may ever be sold. Answers ids by reference. */
export async function loadProducts(tx: Tx, products: readonly NewProduct[]): Promise<Map<string, string>> {
  const slugs = slugsOf(products);
  const given = products.map((product, index) => rowOf(product, slugs[index]!));
  const rows = await tx.sql(insertProducts, [JSON.stringify(given)]);
  return new Map(rows.map((row) => [row.reference, row.id]));
}

/** Enters products of a supplier's own making; addresses carry the reference, since names repeat. Answers ids by reference. */
export async function addProducts(tx: Tx, products: readonly NewProduct[]): Promise<Map<string, string>> {
  const given = products.map((product) => rowOf(product, slugOf(product)));
  const rows = await tx.sql(insertProducts, [JSON.stringify(given)]);
  must(rows.length === products.length, 'a product with a reference of its own is new');
  return new Map(rows.map((row) => [row.reference, row.id]));
}

export async function addProduct(tx: Tx, product: NewProduct): Promise<string> {
  return (await addProducts(tx, [product])).get(product.reference)!;
}

function rowOf(product: NewProduct, slug: string) {
  const { bannedReason, notice } = regulationOf(product.regulatoryNote);
  return {
    reference: product.reference,
    slug,
    name_zh: product.nameZh,
    name_en: product.nameEn,
    description_zh: product.descriptionZh,
    description_en: product.descriptionEn,
    category: product.category,
    region_code: product.regionCode,
    gi_kinds: product.geographicalIndication?.kinds ?? null,
    gi_source: product.geographicalIndication?.source ?? null,
    harvest_months: product.harvestMonths,
    shelf_life_days: product.shelfLifeDays,
    storage: product.storage,
    perishable: isPerishable(product),
    sc_class: product.scClass,
    regulatory_note: product.regulatoryNote,
    sale_banned_reason: bannedReason,
    buyer_notice_zh: notice?.zh ?? null,
    buyer_notice_en: notice?.en ?? null,
  };
}

export interface NewSku {
  productId: string;
  supplierId: string;
  pack: string;
  priceFen: bigint;
  wholesalePriceFen: bigint | null;
  minimumOrderPacks: number;
  /** One where absent. */
  orderStepPacks?: number;
  gtin?: string | null;
  articleNumber?: string | null;
  /** Of each: from so many packs on, at so much. The wholesale price from the minimum order on where absent. */
  tiers?: readonly { minimumPacks: number; priceFen: bigint }[];
}

/** Enters packs at a price. Whether one may be sold is not said here: admission approves listings. */
export async function loadSkus(
  tx: Tx,
  skus: readonly NewSku[],
): Promise<{ id: string; productId: string; supplierId: string; pack: string }[]> {
  must(
    skus.every(({ priceFen }) => priceFen > 0n),
    'a price is positive',
  );
  const given = skus.map((sku) => ({
    product_id: sku.productId,
    supplier_id: sku.supplierId,
    pack: sku.pack,
    net_grams: netGramsOf(sku.pack),
    price_fen: sku.priceFen.toString(),
    wholesale_price_fen: sku.wholesalePriceFen?.toString() ?? null,
    minimum_order_packs: sku.minimumOrderPacks,
    ...{ order_step_packs: sku.orderStepPacks ?? 1, gtin: sku.gtin ?? null, article_number: sku.articleNumber ?? null },
  }));
  const rows = await tx.sql(insertSkus, [JSON.stringify(given)]);
  const skuOf = new Map(rows.map((row) => [`${row.product_id} ${row.supplier_id} ${row.pack}`, row.id]));
  const tiers = skus.flatMap((sku) =>
    tiersOf(sku).map(({ minimumPacks, priceFen }) => ({
      sku_id: skuOf.get(`${sku.productId} ${sku.supplierId} ${sku.pack}`),
      ...{ minimum_packs: minimumPacks, price_fen: priceFen.toString() },
    })),
  );
  await tx.sql(insertTiers, [JSON.stringify(tiers)]);
  return rows.map((row) => ({ id: row.id, productId: row.product_id, supplierId: row.supplier_id, pack: row.pack }));
}

function tiersOf({ tiers, wholesalePriceFen, minimumOrderPacks }: NewSku): NonNullable<NewSku['tiers']> {
  if (tiers) return tiers;
  return wholesalePriceFen === null ? [] : [{ minimumPacks: minimumOrderPacks, priceFen: wholesalePriceFen }];
}

/** Makes the recommended order anew: each category in turn, the best selling first; word rules that came into force are followed. */
export async function rankProducts(tx: Tx): Promise<void> {
  await tx.sql(rankProductsSql);
  await tx.sql(rankDocuments);
  await tx.sql(followWordRules);
}
