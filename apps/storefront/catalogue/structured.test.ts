import { breadcrumb } from './structured';

test('the way to a page is counted from the first page on', () => {
  const way = breadcrumb(
    [
      { name: '西货', path: '/' },
      { name: '水果', path: '/products?category=fruit' },
    ],
    'https://xihuo.example',
  );
  expect(way).toMatchObject({
    itemListElement: [
      { position: 1, name: '西货', item: 'https://xihuo.example/' },
      { position: 2, name: '水果', item: 'https://xihuo.example/products?category=fruit' },
    ],
  });
});
