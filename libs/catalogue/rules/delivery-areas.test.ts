import { fewestAreas, type Place } from './delivery-areas';

const tree: Place[] = [
  { code: '110000', parent: null },
  { code: '110101', parent: '110000' },
  { code: '110102', parent: '110000' },
  { code: '620000', parent: null },
  { code: '620500', parent: '620000' },
  { code: '620502', parent: '620500' },
  { code: '620503', parent: '620500' },
  { code: '620600', parent: '620000' },
];

test.each<[string, string[], string[] | null]>([
  ['a place stands for what lies in it', ['620500', '620503'], ['620500']],
  ['all that lies in a place is the place', ['620502', '620503'], ['620500']],
  ['up to the province', ['620502', '620503', '620600'], ['620000']],
  ['one county is missing', ['110000', '620502', '620600'], ['110000', '620502', '620600']],
  ['all provinces are everywhere', ['110101', '110102', '620500', '620600'], []],
  ['a place there is not', ['110000', '999999'], null],
])('%s', (_, wanted, areas) => {
  expect(fewestAreas(tree, wanted)).toEqual(areas);
});
