import { tierPriceFen } from './pricing';

test.each([
  [1, 1000n],
  [10, 900n],
  [49, 900n],
  [50, 850n],
])('%s packs cost %s fen each', (packs, price) => {
  const tiers = [
    { minimumPacks: 10, priceFen: 900n },
    { minimumPacks: 50, priceFen: 850n },
  ];
  expect(tierPriceFen(tiers, packs, 1000n)).toBe(price);
});
