import type { ResponseOf } from '@xihuo/contract';
import type { SearchEngine } from '../../store/search/engine';
import { understand, type Reader } from './understand';

/** Products, suppliers and places that what is being typed may become. */
export async function suggest(
  { database, engine }: { database: Reader; engine: SearchEngine },
  typed: string,
): Promise<ResponseOf<'GET /search/suggestions'>> {
  const query = await understand(database, typed);
  const rows = query === null ? [] : await engine.suggestions(query);
  const of = (kind: (typeof rows)[number]['kind']) => rows.filter((row) => row.kind === kind);
  return {
    products: of('product').map(({ key, name, beside }) => ({ slug: key, name: { zh: name, en: beside } })),
    suppliers: of('supplier').map(({ key, name }) => ({ id: key, name })),
    places: of('place').map(({ key, name, beside }) => ({ code: key, name, provinceName: beside })),
  };
}
