import { tickOf, toggled, type Below, type Path } from './tree';

const TREE: Record<string, string[]> = {
  '620000': ['620500', '620600'],
  '620500': ['620502', '620503'],
  '110000': ['110101', '110102'],
};
const below: Below = (code) => TREE[code];
const county: Path = ['620000', '620500', '620503'];

test.each<[string, string[], Path, string[]]>([
  ['a county out of its province', ['620000'], county, ['620600', '620502']],
  ['a county out of its city', ['620500'], county, ['620502']],
  ['a county by itself', ['620503'], county, []],
  ['a county in', ['110000'], county, ['110000', '620503']],
  ['the last county is the city', ['620502'], county, ['620500']],
  ['and then the province', ['620502', '620600'], county, ['620000']],
  ['a province in the place of its parts', ['620503', '110101'], ['620000'], ['110101', '620000']],
  ['a county that hangs on its province', ['110101'], ['110000', '110102'], ['110000']],
])('%s', (_, served, path, wanted) => {
  expect([...toggled(new Set(served), path, below)].sort()).toEqual([...wanted].sort());
});

test.each<[string[], Path, string]>([
  [['620000'], county, 'all'],
  [['620503'], ['620000', '620500'], 'some'],
  [['620503'], ['620000', '620600'], 'none'],
  [['620503'], ['620000'], 'some'],
])('%j: %j is ticked %s', (served, path, ticked) => {
  expect(tickOf(new Set(served), path)).toBe(ticked);
});
