import { quantityByKey, quantityTyped } from './quantity';

const range = { min: 1, max: 99 };

test.each([
  ['12', 12],
  ['１２', 12],
  [' 1,0 ', 10],
  ['100', 99],
  ['0', 1],
  ['', 3],
  [undefined, 3],
  ['1.5', 3],
  ['-4', 3],
  ['两', 3],
  ['9'.repeat(400), 99],
])('typed %j where three stood counts for %i', (typed, wanted) => {
  expect(quantityTyped(typed, 3, range)).toBe(wanted);
});

test.each([
  ['ArrowUp', 3, 4],
  ['ArrowUp', 99, 99],
  ['ArrowDown', 1, 1],
  ['PageUp', 3, 13],
  ['PageDown', 3, 1],
  ['ArrowDown', 120, 99],
  ['Home', 50, 1],
  ['End', 50, 99],
  ['a', 3, undefined],
])('%s at %i makes %s', (key, count, wanted) => {
  expect(quantityByKey(key, count, range)).toBe(wanted);
});

test('where there is no most, End is the end of what was typed', () => {
  expect(quantityByKey('End', 3, { min: 0, max: Number.MAX_SAFE_INTEGER })).toBeUndefined();
});
