import type { InputOf, ResponseOf } from '@xihuo/contract';
import type { Database } from '@xihuo/platform';
import { productOf } from '../../store/channel/campaign-views';
import { organisationsNamed, productsNamed } from '../../store/channel/picker.sql';

export async function pickProducts(
  database: Database,
  { q, supplier }: InputOf<'GET /catalogue/channel-products'>['query'],
): Promise<ResponseOf<'GET /catalogue/channel-products'>> {
  const rows = await database.read(productsNamed, [q ?? '', supplier ?? null]);
  return { data: rows.map(productOf) };
}

export async function pickOrganisations(
  database: Database,
  { q }: InputOf<'GET /catalogue/channel-organisations'>['query'],
): Promise<ResponseOf<'GET /catalogue/channel-organisations'>> {
  return { data: await database.read(organisationsNamed, [q]) };
}
