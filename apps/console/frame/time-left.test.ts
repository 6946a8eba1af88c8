import { secondsLeft } from './time-left';

test.each([
  ['at its pace', { atMs: 0, done: 0 }, { atMs: 10_000, done: 500 }, 2_000, 30],
  ['from where it was first seen', { atMs: 5_000, done: 1_500 }, { atMs: 15_000, done: 2_000 }, 2_250, 5],
  ['rounded up', { atMs: 0, done: 0 }, { atMs: 4_000, done: 3 }, 4, 2],
  ['not yet: the first chunk says nothing', { atMs: 0, done: 0 }, { atMs: 900, done: 500 }, 2_000, null],
  ['not while nothing moves', { atMs: 0, done: 500 }, { atMs: 60_000, done: 500 }, 2_000, null],
  ['nothing is left', { atMs: 0, done: 0 }, { atMs: 60_000, done: 2_000 }, 2_000, null],
] as const)('%s', (_, first, now, total, left) => {
  expect(secondsLeft(first, now, total)).toBe(left);
});
