import { searching } from '@xihuo/contract';
import { facetCounts } from './facets.sql';
import type { ProductFilter } from './filter';
import { productPage } from './page.sql';

const query = { terms: "'苹果'", wholes: ['苹果'], words: ['苹果'] };
const supplier = '018f0000-0000-7000-8000-000000000001';
/** What PostgreSQL keeps of the name of a prepared statement. */
const KEPT = 63;

const filters: ProductFilter[] = [undefined, query].flatMap((asked) =>
  [undefined, 'fruit'].flatMap((category) =>
    [undefined, '620000', '620800', '620826'].flatMap((region) =>
      [undefined, supplier].map((seller) => ({ query: asked, category, region, supplier: seller })),
    ),
  ),
);
const after = { key: '7', id: supplier };

test('every prepared statement has a name of its own in what the database keeps of it', () => {
  const pages = searching.PRODUCT_SORTS.flatMap((sort) =>
    filters.flatMap((filter) => [
      productPage({ sort, filter, rows: 25 }),
      productPage({ sort, filter, rows: 25, after }),
    ]),
  );
  const statements = [...pages, ...filters.map((filter) => facetCounts(filter))].map(({ statement }) => statement);
  const texts = new Map<string, string>();
  for (const { name, text } of statements) {
    const kept = name.slice(0, KEPT);
    expect([name, texts.get(kept) ?? text]).toEqual([kept, text]);
    texts.set(kept, text);
  }
  expect(texts.size).toBeGreaterThan(300);
});

test.each([
  ['another length', { sort: 'newest' as const, filter: { query }, rows: 101 }],
  ['a filter that comes seldom', { sort: 'newest' as const, filter: { query, keyCounty: true as const }, rows: 25 }],
])('a page of %s is not kept', (_name, wanted) => {
  expect(productPage(wanted).statement.name).toBe('');
});
