import type { ProductCardView } from './product-card';
import { similarTo } from './similar-to';

const card = (slug: string) => ({ slug }) as ProductCardView;

test('the county comes before the kind, each product once, and never the one that is looked at', () => {
  const found = similarTo('own', [card('a'), card('own')], [card('own'), card('a'), card('b'), card('c'), card('d')]);
  expect(found.map(({ slug }) => slug)).toEqual(['a', 'b', 'c', 'd']);
});
