import type { ResponseOf } from '@xihuo/contract';
import { unitPriceFen } from '../rules/pack';
import type { ProductListRow } from './search/page.sql';
import type { ProductRow } from './product.sql';

type ProductCard = ResponseOf<'GET /products'>['data'][number];
export type ProductView = ResponseOf<'GET /products/{slug}'>;

const STOCK = ['inStock', 'low', 'out'] as const;

export function productCard(row: ProductListRow): ProductCard {
  const unitPrice = unitPriceFen(row.price_from, row.net_grams, row.pack);
  return {
    slug: row.slug,
    name: { zh: row.name_zh, en: row.name_en },
    category: row.category,
    origin: { code: row.region_code, name: row.region_name, provinceName: row.province_name },
    priceFrom: { amount: row.price_from.toString(), currency: 'CNY' },
    pack: row.pack,
    unitPrice: unitPrice === null ? null : { amount: unitPrice.toString(), currency: 'CNY' },
    geographicalIndication: row.geographical_indication,
    soldCount: Number(row.sold_count),
    supplierCount: row.supplier_count,
    stock: STOCK[row.best_stock]!,
  };
}

/** The product as catalogue knows it; lots are added above. */
export function productView(row: ProductRow): Omit<ProductView, 'lots'> {
  return {
    slug: row.slug,
    name: { zh: row.name_zh, en: row.name_en },
    description: { zh: row.description_zh, en: row.description_en },
    category: row.category,
    origin: { code: row.region_code, name: row.region_name, provinceName: row.province_name },
    geographicalIndication: row.gi_kinds === null ? null : { kinds: row.gi_kinds, source: row.gi_source ?? '' },
    harvestMonths: row.harvest_months,
    shelfLifeDays: row.shelf_life_days,
    storage: row.storage,
    perishable: row.perishable,
    notice:
      row.buyer_notice_zh === null ? null : { zh: row.buyer_notice_zh, en: row.buyer_notice_en ?? row.buyer_notice_zh },
    soldCount: Number(row.sold_count),
    offers: row.offers,
  };
}
