import { tierOfLeast } from './tier-of-least';

const tier = (minimumPacks: number) => ({ minimumPacks, price: { amount: '900', currency: 'CNY' as const } });

test.each([
  ['no tiers', 1, [], undefined],
  ['the least order reaches none', 1, [10, 50], 10],
  ['it reaches one exactly', 10, [10, 50], 10],
  ['it reaches some', 49, [10, 50], 10],
  ['it reaches all', 50, [10, 50], 50],
  ['it is above all', 200, [10, 50, 100], 100],
])('where %s (%i packs, tiers %j) the card tells the price from %s packs', (_what, minimumOrderPacks, packs, told) => {
  expect(tierOfLeast({ minimumOrderPacks, tiers: packs.map(tier) })?.minimumPacks).toBe(told);
});
