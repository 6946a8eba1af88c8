import { CATEGORIES, type InputOf, type ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import { categoryCounts } from '../store/search/page.sql';
import { postgresEngine } from '../store/search/postgres-engine';
import { searchProducts } from './search/search-products';

/** A page of products that may be sold at this moment, by PostgreSQL. */
export function listProducts(
  database: Pick<Database, 'read'>,
  query: InputOf<'GET /products'>['query'],
): Promise<ResponseOf<'GET /products'>> {
  return searchProducts({ database, engine: postgresEngine(database) }, query);
}

/** Every category, in the order of the contract, with what may be bought in it now. */
export async function listCategories(database: Database): Promise<ResponseOf<'GET /categories'>> {
  const counts = new Map((await database.read(categoryCounts)).map((row) => [row.category, row.products]));
  return { data: CATEGORIES.map((category) => ({ category, products: counts.get(category) ?? 0 })) };
}
