import { packOf, peersOf } from './dossier-facts';

const pack = (priceFen: string, netGrams: string | null = '500') => ({ pack: '500g', netGrams, priceFen });

test('a pack sold by weight is compared per 500 g, another is not', () => {
  expect(packOf(pack('3000', '1000')).per500gFen).toBe('1500');
  expect(packOf(pack('3000', null)).per500gFen).toBeNull();
});

test.each<[string, string[], string | null]>([
  ['nobody', [], null],
  ['one', ['100'], '100'],
  ['two: the lower', ['300', '100'], '100'],
  ['three', ['900', '100', '200'], '200'],
  ['sorted by value, not by digits', ['1000', '900', '20'], '900'],
])('the middle of what %s ask', (_who, prices, median) => {
  expect(peersOf(prices.map((price) => pack(price)))?.medianPer500gFen ?? null).toBe(median);
});
