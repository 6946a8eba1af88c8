import { averageTenths } from './rating';

test.each([
  [0, 0, null],
  [5, 1, 50],
  [9, 2, 45],
  [13, 3, 43],
  [14, 3, 47],
])('%i points of %i reviews are %p tenths', (total, reviews, tenths) =>
  expect(averageTenths(total, reviews)).toBe(tenths),
);
