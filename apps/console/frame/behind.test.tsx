import { renderToStaticMarkup } from 'react-dom/server';
import { createMemoryRouter } from 'react-router';
import { Behind, leads } from './behind';

test('behind the box the desk is there and not to be seen', () => {
  const html = (hidden: boolean) => renderToStaticMarkup(<Behind hidden={hidden}>typed</Behind>);
  expect(html(true)).toBe('<div class="invisible contents">typed</div>');
  expect(html(false)).toBe('<div class="contents">typed</div>');
});

test('under the box neither Back nor a link leads away; whoever comes next is brought to the first page', async () => {
  const router = createMemoryRouter([{ path: '*', element: null }], { initialEntries: ['/orders', '/runs'] });
  const at = () => router.state.location.pathname;
  const tried = async (go: () => Promise<void>) => {
    await go();
    const held = router.getBlocker('box', leads);
    if (held.state === 'blocked') held.reset();
    return held.state;
  };
  router.getBlocker('box', leads);
  expect(await tried(() => router.navigate(-1))).toBe('blocked');
  expect(at()).toBe('/runs');
  expect(await tried(() => router.navigate('/products'))).toBe('blocked');
  expect(at()).toBe('/runs');
  await router.navigate('/', { replace: true });
  expect(at()).toBe('/');
});
