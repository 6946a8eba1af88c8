import type { Input } from '@xihuo/ui';
import { useSearchParams } from 'react-router';
import { zh } from '../../i18n/zh-CN';

export type Query = NonNullable<Input<'GET /products'>['query']>;
export type FilterName =
  | 'q'
  | 'category'
  | 'region'
  | 'supplier'
  | 'venue'
  | 'certificate'
  | 'priceFrom'
  | 'priceTo'
  | 'season'
  | 'keyCounty'
  | 'deliverTo'
  | 'exact'
  | 'sort';

/** What only who buys for an organisation asks for. */
export const businessSorts = ['minimumOrder', 'leadTime'] as const;
export const sorts = ['recommended', 'sales', 'priceAsc', 'priceDesc', 'newest', ...businessSorts] as const;

type Change = Partial<Record<FilterName, string | null>>;

export interface Filters {
  query: Query;
  set: (change: Change) => void;
  hrefWith: (change: Change) => string;
}

/** A kind of goods there is; an address may hold anything, and a made-up one is no title for a page. */
const known = (category: string | undefined) => (`category.${category}` in zh ? category : undefined);

/** The address with some of its filters changed. */
export function changed(params: URLSearchParams, change: Change): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const [name, value] of Object.entries(change)) {
    if (value) next.set(name, value);
    else next.delete(name);
  }
  return next;
}

/** Filters and order live in the address, so that Back, a bookmark and a shared link all bring the same list. */
export function useFilters(): Filters {
  const [params, setParams] = useSearchParams();
  const read = (name: FilterName) => params.get(name) || undefined;
  const sort = sorts.find((name) => name === params.get('sort')) ?? 'recommended';
  const query = {
    ...{
      q: read('q'),
      category: known(read('category')),
      region: read('region'),
      supplier: read('supplier'),
      venue: read('venue'),
    },
    ...{ certificate: read('certificate'), priceFrom: read('priceFrom'), priceTo: read('priceTo') },
    ...{ season: read('season'), keyCounty: read('keyCounty'), deliverTo: read('deliverTo'), sort },
    exact: read('q') && read('exact'),
  } as Query;
  return {
    query,
    set: (change) => setParams(changed(params, change), { preventScrollReset: true }),
    hrefWith: (change) => `/products?${changed(params, change).toString()}`,
  };
}
