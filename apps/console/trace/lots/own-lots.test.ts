import type { LotRow } from './lot-parts';
import { withPicked } from './own-lots';

test('a chosen lot stays to be chosen after the search that found it is forgotten', () => {
  const lot = (id: string) => ({ id }) as LotRow;
  const first = withPicked([], ['a', ''], [lot('a'), lot('b')]);
  expect(first).toEqual([lot('a')]);
  // Nothing of the search is left, and another one was found since.
  expect(withPicked(first, ['a'], [])).toBe(first);
  expect(withPicked(first, ['a', 'c', 'c'], [lot('c')])).toEqual([lot('a'), lot('c')]);
});
