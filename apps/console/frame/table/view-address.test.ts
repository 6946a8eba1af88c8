import type { KeptView } from './kept-list';
import { addressOf, bare, colsOf, opened, sharedAddress, withCols } from './view-address';

const own = { hidden: ['risk'], order: [] };
const late: KeptView = { name: '超时', search: 'state=late&sort=due', look: { hidden: ['county'], order: ['due'] } };
const at = (search: string) => new URLSearchParams(search);

test('the address of a view brings its filters and its columns, in whatever order it is written', () => {
  const address = addressOf(late);
  expect(opened(address, [late], own)).toEqual({ view: late, look: late.look, isChanged: false, isOwn: false });
  expect(opened(at('sort=due&kept=超时&state=late'), [late], own).isChanged).toBe(false);
  expect(String(bare(address))).toBe('state=late&sort=due');
});

test('a view whose filters or columns are otherwise by now is still that view, and can be kept anew', () => {
  expect(opened(at('kept=超时&state=shipped'), [late], own)).toMatchObject({ view: late, isChanged: true });
  const moved = withCols(addressOf(late), { hidden: [], order: ['due'] });
  expect(opened(moved, [late], own)).toEqual({
    ...{ view: late, look: { hidden: [], order: ['due'] }, isChanged: true, isOwn: false },
  });
});

test('a shared address carries the columns and no name of a view; nobody else has that one', () => {
  const shared = sharedAddress(addressOf(late), late.look);
  expect(Object.fromEntries(shared)).toEqual({ state: 'late', sort: 'due', cols: 'due.-county' });
  expect(opened(shared, [], own)).toEqual({ view: undefined, look: late.look, isChanged: false, isOwn: false });
  expect(String(sharedAddress(at('q=x&kept=超时'), { hidden: [], order: [] }))).toBe('q=x');
});

test('without either the list looks as the reader wants it, and a name of no view of theirs is none', () => {
  expect(opened(at('state=late'), [late], own)).toEqual({
    ...{ view: undefined, look: own, isChanged: false, isOwn: true },
  });
  expect(opened(at('kept=nobodys'), [late], own).look).toBe(own);
});

test('what is left out is told apart from what is placed', () => {
  expect(colsOf({ hidden: ['a'], order: ['b', 'a', 'c'] })).toBe('b.c.-a');
});
