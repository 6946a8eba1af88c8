import { markSignedIn, mayBeSignedIn } from './signed-in-mark';

test('a first visit asks nothing, one after signing in does', () => {
  const kept = new Map<string, string>();
  const store = () => ({
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
  expect(mayBeSignedIn(store)).toBe(false);
  markSignedIn(true, store);
  expect(mayBeSignedIn(store)).toBe(true);
  markSignedIn(false, store);
  expect(mayBeSignedIn(store)).toBe(false);
});

test('where nothing may be kept, it asks', () => {
  const forbidden = () => {
    throw new Error('SecurityError');
  };
  markSignedIn(true, forbidden);
  expect(mayBeSignedIn(forbidden)).toBe(true);
});
