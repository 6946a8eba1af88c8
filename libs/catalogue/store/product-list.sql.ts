import { PRODUCT_SORTS, type InputOf } from '@xihuo/contract';
import { statement, type Statement } from '@xihuo/platform';
import { regionRange } from '../rules/region-range';
import type { ProductPlace } from '../rules/product-cursor';
import type { SearchPatterns } from '../rules/search-text';

export interface ProductListRow {
  slug: string;
  name_zh: string;
  name_en: string;
  category: InputOf<'GET /products'>['query']['category'] & string;
  region_code: string;
  region_name: string;
  province_name: string;
  price_from: bigint;
  pack: string;
  net_grams: bigint | null;
  geographical_indication: boolean;
  sold_count: bigint;
  supplier_count: number;
  /** 0 in stock, 1 low, 2 out: the best among the offers. */
  best_stock: number;
  sort_key: bigint;
  sort_id: string;
}

export interface ProductFilter {
  category?: string;
  region?: string;
  supplier?: string;
  search?: SearchPatterns;
  after?: ProductPlace;
}

type Sort = (typeof PRODUCT_SORTS)[number];

interface Order {
  /** What rows are sorted by before their id; null sorts by id alone. */
  key: string | null;
  id: string;
  direction: 'asc' | 'desc';
  /** Read along the offers by price instead of along the products. */
  byPrice: boolean;
}

const ORDERS: Record<Sort, Order> = {
  recommended: { key: 'product.recommended_rank', id: 'product.id', direction: 'asc', byPrice: false },
  sales: { key: 'product.sold_count', id: 'product.id', direction: 'desc', byPrice: false },
  newest: { key: null, id: 'product.id', direction: 'desc', byPrice: false },
  priceAsc: { key: 'cheapest.price_fen', id: 'cheapest.sku_id', direction: 'asc', byPrice: true },
  priceDesc: { key: 'cheapest.price_fen', id: 'cheapest.sku_id', direction: 'desc', byPrice: true },
};

/** The place of a value among the parameters; every shape has its own list, so none is ever unused. */
class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/**
 * One page of products that may be sold now. Every combination of order and filters is a statement of its own, prepared
 * once per connection, so the planner sees no filter that is not there. Rows are read in order from an index and each asks
 * for the right to sell of its own offers, so a page costs a page, not the catalogue.
 */
export function productPage(
  sort: Sort,
  filter: ProductFilter,
  rows: number,
): { statement: Statement<ProductListRow>; values: unknown[] } {
  const order = ORDERS[sort];
  const parameters = new Parameters();
  const limit = parameters.add(rows, 'integer');
  const supplier = filter.supplier === undefined ? null : parameters.add(filter.supplier, 'uuid');
  const conditions = ['offer.supplier_count > 0', ...conditionsOf(filter, order, parameters)];
  const inOrder = (...columns: (string | null)[]) =>
    `order by ${columns
      .filter((column) => column !== null)
      .map((column) => `${column} ${order.direction}`)
      .join(', ')}`;
  // Names of places are joined to the page, not to the catalogue it is cut from.
  const text = `
    select page.*, origin.name as region_name, origin.province_name
      from (
        select product.slug, product.name_zh, product.name_en, product.category, product.region_code, offer.price_from,
               offer.pack, offer.net_grams, product.gi_kinds is not null as geographical_indication, product.sold_count,
               offer.supplier_count, offer.best_stock, ${order.key ?? '0::bigint'} as sort_key, ${order.id} as sort_id
          from ${order.byPrice ? cheapestOffers(supplier) : 'catalogue.product product'}
          cross join lateral (${offersOf(supplier)}) offer
         where ${conditions.join('\n           and ')}
         ${inOrder(order.key, order.id)}
         limit ${limit}
      ) page
      join registry.region_v origin on origin.code = page.region_code
     ${inOrder('page.sort_key', 'page.sort_id')}`;
  return { statement: statement(nameOf(sort, filter), text), values: parameters.values };
}

function nameOf(sort: Sort, filter: ProductFilter): string {
  const given = (['category', 'region', 'supplier', 'search', 'after'] as const).filter(
    (key) => filter[key] !== undefined,
  );
  return ['catalogue.products', sort, ...given].join('_');
}

function conditionsOf(filter: ProductFilter, order: Order, parameters: Parameters): string[] {
  const conditions: string[] = [];
  if (filter.category !== undefined) conditions.push(`product.category = ${parameters.add(filter.category, 'text')}`);
  if (filter.region !== undefined) {
    const { from, to } = regionRange(filter.region);
    conditions.push(`product.region_code between ${parameters.add(from, 'text')} and ${parameters.add(to, 'text')}`);
  }
  if (filter.search !== undefined) {
    conditions.push(`product.search_text like ${parameters.add(filter.search.first, 'text')}`);
    conditions.push(`product.search_text like all(${parameters.add(filter.search.all, 'text[]')})`);
  }
  if (filter.after !== undefined) {
    const beyond = order.direction === 'asc' ? '>' : '<';
    const id = parameters.add(filter.after.id, 'uuid');
    conditions.push(
      order.key === null
        ? `${order.id} ${beyond} ${id}`
        : `(${order.key}, ${order.id}) ${beyond} (${parameters.add(filter.after.key, 'bigint')}, ${id})`,
    );
  }
  return conditions;
}

/** What a card says of a product's offers that may sell now. */
function offersOf(supplier: string | null): string {
  return `
        select min(price_fen) as price_from, count(distinct supplier_id)::integer as supplier_count,
               (array_agg(pack order by price_fen, sku_id))[1] as pack,
               (array_agg(net_grams order by price_fen, sku_id))[1] as net_grams,
               min(case stock_state when 'inStock' then 0 when 'low' then 1 else 2 end) as best_stock
          from catalogue.offer_v
         where offer_v.product_id = product.id and for_sale${supplier === null ? '' : ` and supplier_id = ${supplier}`}`;
}

/** Each product once, at its lowest price that may be sold now. */
function cheapestOffers(supplier: string | null): string {
  const ofSupplier = (offer: string) => (supplier === null ? '' : ` and ${offer}.supplier_id = ${supplier}`);
  return `(
        select sku_id, product_id, price_fen from catalogue.offer_v
         where for_sale${ofSupplier('offer_v')}
           and not exists (select from catalogue.offer_v cheaper
                            where cheaper.product_id = offer_v.product_id and cheaper.for_sale${ofSupplier('cheaper')}
                              and (cheaper.price_fen, cheaper.sku_id) < (offer_v.price_fen, offer_v.sku_id))
      ) cheapest join catalogue.product product on product.id = cheapest.product_id`;
}

export const categoryCounts = statement<{ category: ProductListRow['category']; products: number }>(
  'catalogue.category_counts',
  `select category, count(*)::integer as products from catalogue.product
    where exists (select from catalogue.offer_v where offer_v.product_id = product.id and for_sale)
    group by category`,
);
