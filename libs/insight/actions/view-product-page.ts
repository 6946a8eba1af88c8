import { productBySlug } from '@xihuo/catalogue';
import { fail, type ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import { shownCount } from '../rules/breakdown';
import { lotsOfProduct } from '../store/lot-page.sql';

/** A product's page: what catalogue says of it, with the lots it comes from. */
export async function viewProductPage(database: Database, slug: string): Promise<ResponseOf<'GET /products/{slug}'>> {
  const [found, lots] = await Promise.all([productBySlug(database, slug), database.read(lotsOfProduct, [slug])]);
  if (!found) throw fail('NOT_FOUND');
  return {
    ...found.product,
    lots: lots.map((lot) => ({
      code: lot.code,
      supplierName: lot.supplier_name,
      producedOn: lot.produced_on,
      households: shownCount(lot.households),
    })),
  };
}
