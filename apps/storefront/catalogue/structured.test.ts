import type { Output } from '@xihuo/ui';
import { breadcrumb, productData } from './structured';

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

const product = { slug: 'apple', category: 'fruit', offers: [] } as unknown as Output<'GET /products/{slug}'>;
const said = (count: number, averageTenths: number | null) =>
  productData(
    { product, rating: { count, withPhotos: 0, averageTenths, distribution: [0, 0, 0, 0, count] } },
    { name: '苹果', description: '' },
    'https://xihuo.example',
  );

test('how it was judged is told to machines, and nothing where nobody has judged', () => {
  expect(said(3, 47)).toMatchObject({
    aggregateRating: { '@type': 'AggregateRating', ratingValue: 4.7, reviewCount: 3, bestRating: 5 },
  });
  expect(said(0, null)).not.toHaveProperty('aggregateRating');
});
