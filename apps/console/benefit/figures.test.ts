import { plain, scaled } from './figures';

test.each([
  ['12.5', 2, 1250n],
  ['１，２００', 0, 1200n],
  ['1,200.25', 3, 1_200_250n],
  ['0', 2, 0n],
  ['', 2, null],
  ['1.234', 2, null],
  ['-3', 2, null],
  ['12.', 2, null],
  ['一百', 2, null],
])('%s with %i digits is %s', (text, digits, expected) => {
  expect(scaled(text, digits)).toBe(expected);
});

test.each([
  [1250n, 2, '12.5'],
  [5, 2, '0.05'],
  ['1200', 2, '12'],
  [0, 3, '0'],
  [7, 0, '7'],
])('%s with %i digits reads %s', (value, digits, expected) => {
  expect(plain(value, digits)).toBe(expected);
});
