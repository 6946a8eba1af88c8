import { differences, onlyChanged, wholeContent } from './difference';

const product = { descriptionZh: '脆甜', descriptionEn: 'Crisp', harvestMonths: [9, 10] };
const cny = (amount: string) => ({ amount, currency: 'CNY' as const });
const tiers = [{ minimumPacks: 10, price: cny('900') }];
const packs = [
  { skuId: 'one', pack: '500g', opened: true, priceFen: 1000n, tiers, options: [] },
  { skuId: 'two', pack: '1kg', opened: false, priceFen: 1900n, tiers: [], options: [] },
];

test('a listing repeats the product until its supplier says otherwise', () => {
  expect(wholeContent(product, { taglineZh: '高山' })).toEqual({
    ...{ taglineZh: '高山', taglineEn: '', descriptionZh: '脆甜', descriptionEn: 'Crisp' },
    ...{ storageNoteZh: '', storageNoteEn: '', harvestMonths: [9, 10], minimumRemainingDays: null, pictures: [] },
  });
});

test('only what is to become otherwise is kept', () => {
  const current = wholeContent(product, {});
  expect(
    onlyChanged(current, packs, {
      ...{ descriptionZh: '脆甜多汁', descriptionEn: 'Crisp', harvestMonths: [9, 10], minimumRemainingDays: null },
      prices: [
        { skuId: 'one', value: cny('1000') },
        { skuId: 'nobody', value: cny('5') },
      ],
      tiers: [{ skuId: 'one', value: tiers }],
      packs: ['one', 'nobody'],
      options: [{ skuId: 'one', value: [] }],
    }),
  ).toEqual({ descriptionZh: '脆甜多汁' });
});

test('old stands beside new, a row a field', () => {
  const current = wholeContent(product, {});
  expect(
    differences(current, packs, {
      harvestMonths: [9],
      prices: [{ skuId: 'one', value: cny('1300') }],
      tiers: [{ skuId: 'one', value: [] }],
      packs: ['two'],
      options: [{ skuId: 'one', value: [{ name: '等级', value: '大果' }] }],
    }),
  ).toEqual([
    { field: 'harvestMonths', sku: null, before: [9, 10], after: [9] },
    { field: 'pack', sku: { id: 'two', pack: '1kg' }, before: null, after: cny('1900') },
    { field: 'options', sku: { id: 'one', pack: '500g' }, before: [], after: [{ name: '等级', value: '大果' }] },
    { field: 'price', sku: { id: 'one', pack: '500g' }, before: cny('1000'), after: cny('1300') },
    { field: 'tiers', sku: { id: 'one', pack: '500g' }, before: tiers, after: [] },
  ]);
});
