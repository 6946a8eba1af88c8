import { isOut } from './is-out';

test('who wanted to sign out is out where it was done or had been before, and not where it failed', () => {
  expect(isOut(null)).toBe(true);
  expect(isOut({ status: 401 })).toBe(true);
  for (const status of [0, 429, 500, 503]) expect(isOut({ status })).toBe(false);
});
