import { grainsOf, type Part } from './grains';

const parts = (households: number, supplier: number, platform: number): Part[] => [
  { payee: 'households', basisPoints: households },
  { payee: 'supplier', basisPoints: supplier },
  { payee: 'platform', basisPoints: platform },
];
const count = (payee: Part['payee'], grains: readonly string[]) => grains.filter((grain) => grain === payee).length;

test.each([
  [parts(6320, 3680, 0), 63, 37],
  [parts(3333, 3333, 3334), 33, 33],
  [parts(1, 9998, 1), 0, 100],
])('always a hundred grains', (shares, households, supplier) => {
  const grains = grainsOf(shares);
  expect(grains).toHaveLength(100);
  expect(count('households', grains)).toBe(households);
  expect(count('supplier', grains)).toBe(supplier);
});

test('nothing sold, nothing drawn', () => {
  expect(grainsOf(parts(0, 0, 0))).toEqual([]);
});
