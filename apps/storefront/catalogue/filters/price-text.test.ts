import { priceWords } from './price-text';

it.each([
  ['0', '1999', 'price.below', { to: '20' }],
  ['2000', '4999', 'price.between', { from: '20', to: '50' }],
  ['20000', null, 'price.above', { from: '200' }],
  [undefined, '5000', 'price.below', { to: '50' }],
])('%s to %s', (from, to, key, values) => {
  expect(priceWords(from, to)).toEqual({ key, values });
});
