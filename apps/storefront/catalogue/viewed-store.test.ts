import { withViewed, type ViewedProduct } from './viewed-store';

const product = (slug: string): ViewedProduct => ({ slug, name: { zh: slug, en: slug }, category: 'fruit' });
const slugs = (list: readonly ViewedProduct[]) => list.map(({ slug }) => slug);

test('what is looked at again comes to the front, once', () => {
  expect(slugs(withViewed([product('a'), product('b')], product('b')))).toEqual(['b', 'a']);
});

test('only the last twelve are kept', () => {
  const many = Array.from({ length: 12 }, (_, index) => product(`p${index}`));
  const after = slugs(withViewed(many, product('new')));
  expect(after).toHaveLength(12);
  expect(after[0]).toBe('new');
  expect(after).not.toContain('p11');
});
