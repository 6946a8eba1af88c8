import { toldOf, typedOn, versionTyped } from './typed-over';

test('whoever types over a version sends that one, whatever is read meanwhile, until told that somebody was faster', () => {
  expect(versionTyped(null, 3)).toBe(3);
  const first = typedOn(null, 'a', 3);
  const then = typedOn(first, 'ab', 4);
  expect(then).toEqual({ value: 'ab', over: 3 });
  expect(versionTyped(then, 4)).toBe(3);
  expect(toldOf(then, 'CAMPAIGN_OVER')).toBe(then);
  const told = toldOf(then, 'STALE_VERSION');
  expect(told).toEqual({ value: 'ab', over: null });
  expect(versionTyped(told, 5)).toBe(5);
  expect(typedOn(told, 'abc', 5)).toEqual({ value: 'abc', over: null });
  expect(toldOf(null, 'STALE_VERSION')).toBeNull();
});
