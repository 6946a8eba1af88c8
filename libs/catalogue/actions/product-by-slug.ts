import type { Database } from '@xihuo/platform';
import { productBySlugSql } from '../store/product.sql';
import { productView, type ProductView } from '../store/views';

export interface ProductWithOffers {
  id: string;
  /** Everything of the page but the lots, which a higher context knows. */
  product: Omit<ProductView, 'lots'>;
}

/** A product with its offers, for sale or not; null where nobody was ever allowed to sell it. */
export async function productBySlug(database: Database, slug: string): Promise<ProductWithOffers | null> {
  const [row] = await database.read(productBySlugSql, [slug]);
  return row ? { id: row.id, product: productView(row) } : null;
}
