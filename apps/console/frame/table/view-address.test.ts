import type { KeptView } from './kept-list';
import { addressOf, bare, colsOf, hasView, opened, sharedAddress, withCols } from './view-address';

const own = { hidden: ['risk'], order: [] };
const late: KeptView = { name: '超时', search: 'state=late&sort=due', look: { hidden: ['county'], order: ['due'] } };
const at = (search: string) => new URLSearchParams(search);

test('the address of a view brings its filters and its columns, in whatever order it is written', () => {
  const address = addressOf('some', late);
  expect(opened(address, 'some', [late], own)).toEqual({
    list: 'some',
    view: late,
    look: late.look,
    isChanged: false,
    isOwn: false,
  });
  expect(opened(at('sort=due&kept=some:超时&state=late'), 'some', [late], own).isChanged).toBe(false);
  expect(String(bare(address))).toBe('state=late&sort=due');
});

test('a view whose filters or columns are otherwise by now is still that view, and can be kept anew', () => {
  expect(opened(at('kept=some:超时&state=shipped'), 'some', [late], own)).toMatchObject({
    view: late,
    isChanged: true,
  });
  const moved = withCols(addressOf('some', late), 'some', { hidden: [], order: ['due'] });
  expect(opened(moved, 'some', [late], own)).toEqual({
    ...{ list: 'some', view: late, look: { hidden: [], order: ['due'] }, isChanged: true, isOwn: false },
  });
});

test('a shared address carries the columns and no name of a view; nobody else has that one', () => {
  const shared = sharedAddress(addressOf('some', late), 'some', late.look);
  expect(Object.fromEntries(shared)).toEqual({ state: 'late', sort: 'due', cols: 'some:due.-county' });
  expect(opened(shared, 'some', [], own)).toEqual({
    list: 'some',
    view: undefined,
    look: late.look,
    isChanged: false,
    isOwn: false,
  });
  expect(String(sharedAddress(at('q=x&kept=some:超时'), 'some', { hidden: [], order: [] }))).toBe('q=x');
});

test('without either the list looks as the reader wants it, and a name of no view of theirs is none', () => {
  expect(opened(at('state=late'), 'some', [late], own)).toEqual({
    ...{ list: 'some', view: undefined, look: own, isChanged: false, isOwn: true },
  });
  expect(opened(at('kept=some:nobodys'), 'some', [late], own).look).toBe(own);
});

test('what is left out is told apart from what is placed', () => {
  expect(colsOf({ hidden: ['a'], order: ['b', 'a', 'c'] })).toBe('b.c.-a');
});

test('what the address says of one list no other list of the page reads, and what names no list none does', () => {
  const wanted = { hidden: ['name'], order: [] };
  const both = withCols(withCols(addressOf('some', late), 'other', wanted), 'some', own);
  expect(opened(both, 'other', [late], own)).toMatchObject({ view: undefined, look: wanted });
  expect(opened(both, 'some', [late], late.look)).toMatchObject({ view: late, look: own });
  expect([hasView(both, 'some'), hasView(both, 'other')]).toEqual([true, false]);
  expect(both.getAll('cols')).toEqual(['other:-name', 'some:-risk']);
  expect(opened(at('kept=超时&cols=-county'), 'some', [late], own)).toMatchObject({ look: own, isOwn: true });
  expect(hasView(at('kept=超时'), 'some')).toBe(false);
});
