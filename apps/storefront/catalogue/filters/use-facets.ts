import { useApi, type Output } from '@xihuo/ui';
import type { Query } from './use-filters';

export type Facets = Output<'GET /search/facets'>;

/** Counts for the question of the list; while the next ones come, the last stay. */
export function useFacets({ sort: _sort, limit: _limit, cursor: _cursor, ...question }: Query): Facets | undefined {
  return useApi('GET /search/facets', { query: question }, { placeholderData: (previous) => previous }).data;
}
