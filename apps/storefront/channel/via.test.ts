import { cleanVia, hrefVia, productHref, viaOf } from './via';

const LEAD = '0190b0a0-0000-7000-8000-000000000001';

test.each([
  ['venue=yunnan-hall', { venue: 'yunnan-hall' }],
  [`campaign=suqing-spring&lead=${LEAD}`, { campaign: 'suqing-spring', lead: LEAD }],
  ['venue=Not%20a%20slug&campaign=ok', { campaign: 'ok' }],
  ['venue=&lead=1', undefined],
  ['sort=sales', undefined],
])('%s is found by %j', (search, via) => {
  expect(viaOf(new URLSearchParams(search))).toEqual(via);
});

test('what a kept cart holds of another shape is left out', () => {
  expect(cleanVia({ venue: 7, campaign: 'x'.repeat(81), lead: null })).toBeUndefined();
  expect(cleanVia(undefined)).toBeUndefined();
});

test('a product’s address remembers the way and the seller, and is plain without', () => {
  expect(productHref('apple')).toBe('/p/apple');
  expect(productHref('apple', { venue: 'yunnan-hall' })).toBe('/p/apple?venue=yunnan-hall');
  expect(hrefVia('/business')).toBe('/business');
  expect(hrefVia('/business', { campaign: 'spring' })).toBe('/business?campaign=spring');
  expect(productHref('apple', undefined, LEAD)).toBe(`/p/apple?supplier=${LEAD}`);
  expect(productHref('apple', { venue: 'yunnan-hall' }, LEAD)).toBe(`/p/apple?venue=yunnan-hall&supplier=${LEAD}`);
});
