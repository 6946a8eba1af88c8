import { slugsOf } from './slug';

it('makes one address a product, also where two sound alike or have no pinyin', () => {
  const products = [
    { reference: 'P0001', pinyin: 'jing ning ping guo' },
    { reference: 'P0002', pinyin: 'Jing Ning ping guo' },
    { reference: 'P0003', pinyin: '' },
    { reference: 'P0004', pinyin: 'a'.repeat(200) },
  ];
  const slugs = slugsOf(products);
  expect(slugs.slice(0, 3)).toEqual(['jing-ning-ping-guo', 'jing-ning-ping-guo-p0002', 'p0003']);
  expect(slugs.every((slug) => /^[a-z0-9-]{1,80}$/.test(slug))).toBe(true);
  expect(new Set(slugs).size).toBe(slugs.length);
});
