import { tierFaults, tiersTyped, typedTiers } from './tiers';

const rows = (...typed: [string, string][]) => typed.map(([packs, yuan]) => ({ packs, yuan }));

test.each([
  ['nothing typed', rows(), []],
  ['more packs, lower prices', rows(['10', '18'], ['50', '16.5']), [null, null]],
  ['no number', rows(['x', '18'], ['50', '']), ['malformed', 'malformed']],
  ['none at all', rows(['0', '18']), ['malformed']],
  ['above retail', rows(['10', '20.01']), ['aboveRetail']],
  ['at retail', rows(['10', '20']), [null]],
  ['packs that do not rise', rows(['10', '18'], ['10', '16']), [null, 'packsRise']],
  ['prices that do not fall', rows(['10', '18'], ['20', '18']), [null, 'priceFalls']],
])('%s', (_what, typed, faults) => {
  expect(tierFaults(typed, '2000')).toEqual(faults);
});

test('what is typed comes back as it was', () => {
  const tiers = tiersTyped(rows(['10', '18'], ['50', '16.5']));
  expect(tiers).toEqual([
    { minimumPacks: 10, price: { amount: '1800', currency: 'CNY' } },
    { minimumPacks: 50, price: { amount: '1650', currency: 'CNY' } },
  ]);
  expect(typedTiers(tiers)).toEqual(rows(['10', '18'], ['50', '16.50']));
});
