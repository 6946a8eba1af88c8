import { duplicated, MOST, renamed, withView } from './kept-views';
import type { KeptView } from './table/kept-list';

const view = (name: string, search = ''): KeptView => ({ name, search, look: { hidden: [], order: [] } });

test('a view kept under a name it has already takes its place', () => {
  const views = withView([view('late', 'sort=due'), view('mine')], view('late', 'sort=-due'));
  expect(views.map(({ name, search }) => [name, search])).toEqual([
    ['mine', ''],
    ['late', 'sort=-due'],
  ]);
});

test('no view is thrown away for another one: as many as are kept stay, and can be made anew', () => {
  const full = Array.from({ length: MOST }, (_, at) => view(`view ${at}`));
  expect(withView(full, view('one more'))).toEqual(full);
  expect(withView(full, view('view 0', 'sort=due'))).toHaveLength(MOST);
  expect(duplicated(full, 'view 0')).toEqual(full);
});

test('another like a view has the first free name', () => {
  const views = duplicated(duplicated([view('late', 'sort=due')], 'late'), 'late');
  expect(views.map(({ name, search }) => [name, search])).toEqual([
    ['late', 'sort=due'],
    ['late 2', 'sort=due'],
    ['late 3', 'sort=due'],
  ]);
});

test('no two views have one name', () => {
  const views = [view('late'), view('mine')];
  expect(renamed(views, 'late', 'mine')).toEqual(views);
  expect(renamed(views, 'late', 'soon').map(({ name }) => name)).toEqual(['soon', 'mine']);
});
