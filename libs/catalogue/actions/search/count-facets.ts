import { searching, type ResponseOf } from '@xihuo/contract';
import type { SearchEngine } from '../../store/search/engine';
import { correct, filterOf, mustBeDeliverable, NOTHING, type Filters } from './search-products';
import { understand, type Reader } from './understand';

const { CERTIFICATES, PRICE_BANDS } = searching;

type Facets = ResponseOf<'GET /search/facets'>;

/** What each filter would leave beside the others; of the words that are shown, where others were. @throws as `searchProducts` */
export async function countFacets(
  { database, engine }: { database: Reader; engine: SearchEngine },
  question: Filters,
): Promise<Facets> {
  const { q } = question;
  await mustBeDeliverable(database, question);
  const query = q === undefined ? undefined : ((await understand(database, q)) ?? NOTHING);
  const filter = filterOf(question, query);
  let found = await engine.facets(filter);
  let correction: Facets['correction'] = null;
  if (found.counts.total === 0 && q !== undefined && query !== undefined) {
    let ofOthers = found;
    const shown = await correct({ database, engine }, q, query, {
      ...{ filters: null, exactly: question.exact !== undefined },
      finds: async (instead) => {
        ofOthers = await engine.facets({ ...filter, query: instead });
        return ofOthers.counts.total > 0;
      },
    });
    if (shown !== null) {
      found = ofOthers;
      correction = { asked: q, shown };
    }
  }
  return facetsView(found, correction);
}

function facetsView(
  { counts, exact }: Awaited<ReturnType<SearchEngine['facets']>>,
  correction: Facets['correction'],
): Facets {
  const categories = counts.categories as { value: Facets['categories'][number]['category']; products: number }[];
  return {
    ...{ total: counts.total, exact, correction },
    categories: categories.map(({ value, products }) => ({ category: value, products })),
    regions: counts.regions.map(({ value, name, products }) => ({ code: value, name, products })),
    certificates: CERTIFICATES.map((certificate) => ({
      certificate,
      products: counts.certified.find(({ value }) => value === certificate)?.products ?? 0,
    })),
    prices: PRICE_BANDS.map((from, band) => ({
      from,
      to: PRICE_BANDS[band + 1] === undefined ? null : (BigInt(PRICE_BANDS[band + 1]!) - 1n).toString(),
      products: counts.prices.find((price) => price.band === band)?.products ?? 0,
    })),
    suppliers: counts.suppliers.map(({ value, name, products }) => ({ id: value, name, products })),
    deliverTo: counts.places.map(({ value, name, products }) => ({
      code: value,
      name,
      products: counts.everywhere + products,
    })),
    season: counts.season,
    keyCounty: counts.key_county,
    without: counts.without as Facets['without'],
  };
}
