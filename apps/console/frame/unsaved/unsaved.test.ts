import { createMemoryRouter } from 'react-router';
import { isTyped, leavesPage, unsavedNow } from './unsaved';

test('a page with something typed is not left by a link nor by Back until it is let go; its own address may be put right', async () => {
  const router = createMemoryRouter([{ path: '*', element: null }], { initialEntries: ['/orders', '/channels/new'] });
  const page = unsavedNow();
  const asks = (way: Parameters<typeof leavesPage>[0]) => page.any() && leavesPage(way);
  router.getBlocker('leave', asks);
  const tried = async (go: () => Promise<void>) => {
    await go();
    const held = router.getBlocker('leave', asks);
    if (held.state === 'blocked') held.reset();
    return held.state;
  };
  const release = page.hold('form', null);
  expect(await tried(() => router.navigate(-1))).toBe('blocked');
  expect(await tried(() => router.navigate('/products'))).toBe('blocked');
  expect(router.state.location.pathname).toBe('/channels/new');
  expect(await tried(() => router.navigate('/channels/new?tab=2'))).toBe('unblocked');
  expect(await tried(() => router.navigate('/channels/1', { replace: true }))).toBe('unblocked');
  release();
  expect(await tried(() => router.navigate('/products'))).toBe('unblocked');
  expect(router.state.location.pathname).toBe('/products');
});

test('several forms of one page hold it each for itself, and who looks is told once', () => {
  const page = unsavedNow();
  const told: boolean[] = [];
  const stop = page.subscribe(() => told.push(page.any()));
  page.hold('words', null);
  const release = page.hold('prices', '3');
  expect(page.lost()).toBe('3');
  release();
  release();
  expect([page.any(), page.lost()]).toEqual([true, null]);
  page.clear();
  expect(told).toEqual([true, true, true, false]);
  stop();
});

test.each([
  ['TEXTAREA', undefined, true],
  ['INPUT', 'text', true],
  ['INPUT', 'file', true],
  ['SELECT', undefined, true],
  ['INPUT', 'search', false],
  ['BUTTON', 'button', false],
])('%s %s typed in counts: %s', (tagName, type, counts) => {
  expect(isTyped({ tagName, ...(type ? { type } : {}) })).toBe(counts);
});
