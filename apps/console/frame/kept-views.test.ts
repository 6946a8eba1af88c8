import { renamed, withView } from './kept-views';
import type { KeptView } from './table/kept-list';

const view = (name: string, search = ''): KeptView => ({ name, search, look: { hidden: [], order: [] } });

test('a view kept under a name it has already takes its place', () => {
  const views = withView([view('late', 'sort=due'), view('mine')], view('late', 'sort=-due'));
  expect(views.map(({ name, search }) => [name, search])).toEqual([
    ['mine', ''],
    ['late', 'sort=-due'],
  ]);
});

test('no two views have one name', () => {
  const views = [view('late'), view('mine')];
  expect(renamed(views, 'late', 'mine')).toEqual(views);
  expect(renamed(views, 'late', 'soon').map(({ name }) => name)).toEqual(['soon', 'mine']);
});
