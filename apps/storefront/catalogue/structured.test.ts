import { breadcrumb, yuan } from './structured';

test.each([
  ['4410', '44.10'],
  ['100', '1.00'],
  ['50', '0.50'],
  ['5', '0.05'],
  ['0', '0.00'],
  ['123456789', '1234567.89'],
])('%s fen are %s yuan', (fen, expected) => {
  expect(yuan(fen)).toBe(expected);
});

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
