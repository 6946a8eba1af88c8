import { monthsIn, monthsText } from './months';

test.each<[string, number[] | null]>([
  ['9、10', [9, 10]],
  ['9-11', [9, 10, 11]],
  ['11月至2月', [1, 2, 11, 12]],
  ['10, 9, 9', [9, 10]],
  ['１２', [12]],
  ['', []],
  ['0', null],
  ['13', null],
  ['9-13', null],
  ['秋天', null],
])('%s are %j', (text, months) => {
  expect(monthsIn(text)).toEqual(months);
});

test('what is written out is read in again', () => {
  expect(monthsIn(monthsText([1, 2, 11]))).toEqual([1, 2, 11]);
});
