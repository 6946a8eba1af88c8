import { freightOf, pathOf, type FreightRate, type FreightTemplate, type Weighed } from './freight';

const rate = (storage: FreightRate['storage'], regions: string[], more: Partial<FreightRate> = {}): FreightRate => ({
  ...{ storage, regions, served: true, firstGrams: 1_000, firstFen: 800n, stepGrams: 500, stepFen: 200n },
  ...{ freeFromFen: null, ...more },
});
const template = (...rates: FreightRate[]): FreightTemplate => ({ id: 't', supplierId: 's', assumedGrams: 700, rates });
const line = (id: string, storage: Weighed['storage'], quantity: number, grams: bigint | null): Weighed => ({
  ...{ id, storage, quantity, grams },
});

const MAINLAND = template(
  rate('ambient', ['000000']),
  rate('ambient', ['540000', '650000'], { firstFen: 2_000n, stepFen: 1_000n }),
  rate('ambient', ['540100'], { firstFen: 1_500n }),
  rate('ambient', ['540121'], { served: false }),
  rate('chilled', ['000000'], { freeFromFen: 10_000n }),
);

test('a place is looked for from the closest outwards', () => {
  expect(pathOf('540121')).toEqual(['540121', '540100', '540000', '000000']);
  expect(pathOf('540000')).toEqual(['540000', '000000']);
});

test.each([
  ['exactly the first weight', '310101', 1_000n, 1, 800n, '000000'],
  ['a gram over costs a whole step', '310101', 1_001n, 1, 1_000n, '000000'],
  ['exactly two steps', '310101', 1_000n, 2, 1_200n, '000000'],
  ['a province of its own', '650102', 1_000n, 1, 2_000n, '650000'],
  ['a prefecture before its province', '540102', 1_000n, 1, 1_500n, '540100'],
])('%s', (_name, region, grams, quantity, fen, at) => {
  const freight = freightOf(MAINLAND, region, [line('a', 'ambient', quantity, grams)], 1n);
  expect(freight).toMatchObject({ fen, parcels: [{ region: at }], unserved: [] });
});

test('a county that is not served is not, and neither is a class without a rate', () => {
  expect(freightOf(MAINLAND, '540121', [line('a', 'ambient', 1, 1n)], 1n).unserved).toEqual(['a']);
  const freight = freightOf(MAINLAND, '310101', [line('a', 'frozen', 1, 1n), line('b', 'ambient', 1, 1n)], 1n);
  expect(freight).toMatchObject({ unserved: ['a'], fen: 800n });
});

test('classes travel apart, each line bears its weight of its own parcel', () => {
  const lines = [line('a', 'ambient', 1, 500n), line('b', 'ambient', 1, 1_000n), line('c', 'chilled', 1, null)];
  const freight = freightOf(MAINLAND, '310101', lines, 9_999n);
  expect(freight.fen).toBe(1_000n + 800n);
  expect([...freight.byLine]).toEqual([
    ['a', 333n],
    ['b', 667n],
    ['c', 800n],
  ]);
});

test('from an amount on it is free, a pack that is not weighed counts as the template says', () => {
  const lines = [line('c', 'chilled', 2, null)];
  expect(freightOf(MAINLAND, '310101', lines, 9_999n)).toMatchObject({ fen: 1_000n, parcels: [{ grams: 1_400n }] });
  expect(freightOf(MAINLAND, '310101', lines, 10_000n)).toMatchObject({ fen: 0n, parcels: [{ grams: 1_400n }] });
});

test('without a template it is free', () => {
  expect(freightOf(null, '310101', [line('a', 'frozen', 1, 1n)], 1n)).toMatchObject({ fen: 0n, unserved: [] });
});
