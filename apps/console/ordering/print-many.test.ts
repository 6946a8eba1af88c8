import { batchesOf } from './print-many';

test('all that was chosen is printed, in as many files as it takes', () => {
  const chosen = Array.from({ length: 250 }, (_, at) => at);
  const batches = batchesOf(chosen, 100);
  expect(batches.map(({ length }) => length)).toEqual([100, 100, 50]);
  expect(batches.flat()).toEqual(chosen);
  expect(batchesOf([1], 100)).toEqual([[1]]);
});
