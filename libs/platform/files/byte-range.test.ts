import { byteRange, MOST_AT_ONCE } from './byte-range';

test.each([
  ['bytes=0-1', [0, 1]],
  ['bytes=4-', [4, 9]],
  ['bytes=4-400', [4, 9]],
  ['bytes=-3', [7, 9]],
  ['bytes=-30', [0, 9]],
])('%s of ten bytes', (header, [first, last]) => {
  expect(byteRange(header, 10)).toEqual({ first, last });
});

test.each([
  ['bytes=0-', 0],
  ['bytes=7-31457279', 7],
  ['bytes=-31457270', 10],
])('%s of a long film is answered by a megabyte', (header, first) => {
  expect(byteRange(header, 30 * MOST_AT_ONCE)).toEqual({ first, last: first + MOST_AT_ONCE - 1 });
});

test.each([undefined, '', 'bytes=-', 'bytes=10-', 'bytes=-0', 'bytes=5-4', 'bytes=0-1,4-5', 'pages=1-2', 'bytes=1-2x'])(
  'of %s the whole is answered',
  (header) => {
    expect(byteRange(header, 10)).toBeNull();
  },
);
