import { CATEGORIES, type InputOf, type ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import { readCursor, writeCursor } from '../rules/product-cursor';
import { searchPatterns } from '../rules/search-text';
import { categoryCounts, productPage } from '../store/product-list.sql';
import { productCard } from '../store/views';

/** A page of products that may be sold at this moment, by one statement. */
export async function listProducts(
  database: Database,
  { q, category, region, supplier, sort, cursor, limit }: InputOf<'GET /products'>['query'],
): Promise<ResponseOf<'GET /products'>> {
  const search = q === undefined ? undefined : (searchPatterns(q) ?? undefined);
  const after = cursor === undefined ? undefined : readCursor(sort, cursor);
  const { statement, values } = productPage(sort, { category, region, supplier, search, after }, limit + 1);
  const rows = await database.read(statement, values);
  const more = rows.length > limit;
  const last = rows[limit - 1];
  return {
    data: (more ? rows.slice(0, limit) : rows).map(productCard),
    nextCursor: more && last ? writeCursor(sort, { key: last.sort_key.toString(), id: last.sort_id }) : null,
  };
}

/** Every category, in the order of the contract, with what may be bought in it now. */
export async function listCategories(database: Database): Promise<ResponseOf<'GET /categories'>> {
  const counts = new Map((await database.read(categoryCounts)).map((row) => [row.category, row.products]));
  return { data: CATEGORIES.map((category) => ({ category, products: counts.get(category) ?? 0 })) };
}
