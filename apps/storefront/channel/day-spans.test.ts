import { daySpans } from './day-spans';

test.each([
  [[1, 2, 3, 4, 5], [[1, 5]]],
  [
    [6, 1, 2, 3],
    [
      [1, 3],
      [6, 6],
    ],
  ],
  [[7, 7], [[7, 7]]],
  [[], []],
])('%j are the runs %j', (days, runs) => {
  expect(daySpans(days).map(({ first, last }) => [first, last])).toEqual(runs);
});
