import { officedCounties, readableCounties } from './readers';

test.each([
  [
    'an officer, the own county',
    [{ role: 'countyAgriculture' as const, jurisdiction: '610629' }],
    ['610629%'],
    ['610629%'],
  ],
  ['an officer of nowhere, nothing', [{ role: 'countyRevitalisation' as const, jurisdiction: null }], [], []],
  ['an auditor, the province', [{ role: 'auditor' as const, jurisdiction: '61' }], ['61%'], []],
  ['finance, the country', [{ role: 'finance' as const, jurisdiction: null }], ['%'], []],
  ['a clerk, nothing but the own supplier', [{ role: 'supplier' as const, jurisdiction: null }], [], []],
  ['a consumer, nothing', [{ role: 'consumer' as const, jurisdiction: null }], [], []],
])('%s', (_, grants, readable, officed) => {
  expect(readableCounties(grants)).toEqual(readable);
  expect(officedCounties(grants)).toEqual(officed);
});
