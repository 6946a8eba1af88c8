import type { ProductPlace } from '../../rules/product-cursor';
import type { SearchQuery } from '../../rules/search/query';
import type { FacetRow } from './facets.sql';
import type { ProductFilter } from './filter';
import type { ProductListRow, Sort } from './page.sql';
import type { SuggestionRow } from './suggest.sql';

/**
 * What lists and searches are answered by. PostgreSQL does it by default; a search cluster may take its place by finding ids
 * and counting, as long as it goes on asking PostgreSQL, in the moment it answers, who may sell and at what price.
 */
export interface SearchEngine {
  page(wanted: { sort: Sort; filter: ProductFilter; after?: ProductPlace; rows: number }): Promise<ProductListRow[]>;
  facets(filter: ProductFilter): Promise<{ counts: FacetRow; exact: boolean }>;
  suggestions(query: SearchQuery): Promise<SuggestionRow[]>;
  /** Which of these find any product that can be bought now, by their place, from 0. */
  findAny(queries: readonly SearchQuery[]): Promise<ReadonlySet<number>>;
}

export const SEARCH_ENGINE = Symbol('search engine');
