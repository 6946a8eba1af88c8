import { nextSort, withParam } from './address';
import { moved, placed } from './table/list-look';

test('one choice in the address leaves the others as they are', () => {
  const search = new URLSearchParams('supplier=7&state=open');
  expect(withParam(search, 'state', 'closed').toString()).toBe('supplier=7&state=closed');
  expect(withParam(search, 'state', '').toString()).toBe('supplier=7');
  expect(search.toString()).toBe('supplier=7&state=open');
});

test('a head pressed three times is back where it began; another head begins anew', () => {
  expect(nextSort('', 'amount')).toBe('amount');
  expect(nextSort('amount', 'amount')).toBe('-amount');
  expect(nextSort('-amount', 'amount')).toBe('');
  expect(nextSort('-amount', 'placed')).toBe('placed');
});

const columns = [
  { id: 'a', header: 'A', cell: () => '' },
  { id: 'name', header: 'Name', cell: () => '', rowHeader: true },
  { id: 'b', header: 'B', cell: () => '' },
  { id: 'c', header: 'C', cell: () => '' },
];

test('columns stand as they were placed, what names the row first, a new column last', () => {
  expect(placed(columns, ['b', 'a']).map(({ id }) => id)).toEqual(['name', 'b', 'a', 'c']);
  expect(placed(columns, [])).toBe(columns);
});

test('a column moves one place and not over the edge', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c']);
});
