import { products as productAdmission } from '@xihuo/admission';
import { loadProducts, loadSkus, search, sendDossiers, type NewProduct, type NewSku } from '@xihuo/catalogue';
import { statement } from '@xihuo/platform';
import { dossiersOf } from './dossiers';
import { organisationIds, productIds } from './lookups';
import { withMarksPhotographed } from './marks-photographed';
import { orNull, readCsv, split } from './read-csv';
import type { SeedStep } from './step';
import { supplierRows } from './suppliers';

interface ProductRow extends NewProduct {
  pack: string;
  priceFen: bigint;
  wholesalePriceFen: bigint;
  minimumOrderPacks: number;
}

export function productRows(): ProductRow[] {
  return readCsv<string>('products.csv').map((row) => ({
    reference: row.id!,
    nameZh: row.name_zh!,
    nameEn: row.name_en!,
    pinyin: row.pinyin!,
    descriptionZh: row.desc_zh!,
    descriptionEn: row.desc_en!,
    category: row.category as NewProduct['category'],
    regionCode: row.region_code!,
    // Words and marks of a geographical indication only where a published page proves it.
    geographicalIndication: row.gi_public === 'yes' ? { kinds: split(row.gi_kinds!), source: row.gi_source! } : null,
    harvestMonths: split(row.harvest_months!).map(Number),
    shelfLifeDays: row.shelf_life_days === '' ? null : Number(row.shelf_life_days),
    storage: row.storage as NewProduct['storage'],
    scClass: orNull(row.sc_class!),
    regulatoryNote: orNull(row.reg_note!),
    pack: row.retail_pack!,
    priceFen: BigInt(row.retail_price_fen!),
    wholesalePriceFen: BigInt(row.wholesale_price_fen!),
    minimumOrderPacks: Number(row.moq_packs),
  }));
}

export const products: SeedStep = {
  name: 'products',
  daysAgo: 62,
  run: async (tx) => {
    await loadProducts(tx, productRows());
    await search.rankProducts(tx);
  },
};

const certified = statement<{ supplier_id: string }>(
  'seed.certified',
  'select supplier_id from admission.supplier_standing_v',
);
const lawful = statement<{ reference: string }>(
  'seed.lawful',
  'select reference from catalogue.product_v where sale_banned_reason is null',
);

/** Certified suppliers offer what they named in their applications and may be sold. Applicants offer nothing yet. */
export const listings: SeedStep = {
  name: 'listings',
  daysAgo: 60,
  run: async (tx, { files }) => {
    const organisations = await organisationIds(tx);
    const productId = await productIds(tx);
    const admitted = new Set((await tx.sql(certified)).map((row) => row.supplier_id));
    const sellable = new Set((await tx.sql(lawful)).map((row) => row.reference));
    const offered = new Map(productRows().map((row) => [row.reference, row]));
    const skus = supplierRows()
      .filter(({ reference }) => admitted.has(organisations.of(reference)))
      .flatMap((supplier) =>
        supplier.products
          .filter((reference) => sellable.has(reference))
          .map((reference, index): NewSku => {
            const { pack, priceFen, wholesalePriceFen, minimumOrderPacks } = offered.get(reference)!;
            return {
              productId: productId.of(reference),
              supplierId: organisations.of(supplier.reference),
              priceFen: priceOf(priceFen, supplier.reference, index),
              ...{ pack, wholesalePriceFen, minimumOrderPacks },
              tiers: tiersOf(wholesalePriceFen, minimumOrderPacks),
            };
          }),
      );
    await loadSkus(tx, skus);
    const dossiers = dossiersOf(tx, { organisations, productId, skus });
    await sendDossiers(tx, await withMarksPhotographed(tx, files, dossiers));
    await productAdmission.approveListings(tx, skus);
  },
};

/** The file's wholesale price, and three in a hundred less, to ten fen, from five times as many packs on. */
function tiersOf(priceFen: bigint, minimumPacks: number): NewSku['tiers'] {
  const lower = priceFen - ((priceFen * 3n) / 100n / 10n) * 10n;
  const first = { minimumPacks, priceFen };
  return lower < priceFen ? [first, { minimumPacks: minimumPacks * 5, priceFen: lower }] : [first];
}

/** Suppliers of one product differ a little in price: up to 4 % below the file's, to ten fen, the same on every run. */
function priceOf(priceFen: bigint, supplier: string, index: number): bigint {
  const percent = BigInt((Number(supplier.slice(1)) * 7 + index * 3) % 5);
  return priceFen - ((priceFen * percent) / 100n / 10n) * 10n;
}
