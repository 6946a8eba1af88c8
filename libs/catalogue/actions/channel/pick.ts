import type { InputOf, ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import { productOf } from '../../store/channel/campaign-views';
import { organisationsNamed, productsCalled, productsFirst, productsOfSupplier } from '../../store/channel/picker.sql';
import { understand } from '../search/understand';

export async function pickProducts(
  database: Database,
  { q, supplier }: InputOf<'GET /catalogue/channel-products'>['query'],
): Promise<ResponseOf<'GET /catalogue/channel-products'>> {
  return { data: (await productRows(database, q?.trim() ?? '', supplier)).map(productOf) };
}

async function productRows(database: Database, typed: string, supplier: string | undefined) {
  if (supplier !== undefined) return database.read(productsOfSupplier, [typed, supplier]);
  if (typed === '') return database.read(productsFirst);
  const query = await understand(database, typed);
  return database.read(productsCalled, [query?.terms ?? null, typed]);
}

export async function pickOrganisations(
  database: Database,
  { q }: InputOf<'GET /catalogue/channel-organisations'>['query'],
): Promise<ResponseOf<'GET /catalogue/channel-organisations'>> {
  return { data: await database.read(organisationsNamed, [q]) };
}
