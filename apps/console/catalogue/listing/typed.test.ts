import { contentOf, fieldsOf, priceFate, typedOf, type Listing } from './typed';

const cny = (amount: string) => ({ amount, currency: 'CNY' as const });
const current = {
  ...{
    taglineZh: '',
    taglineEn: '',
    descriptionZh: '脆甜',
    descriptionEn: 'Crisp',
    storageNoteZh: '',
    storageNoteEn: '',
  },
  ...{ harvestMonths: [9], minimumRemainingDays: null, pictures: [] },
};
const pack = { price: cny('1000'), band: { lowest: cny('900'), highest: cny('1100') } } as Listing['packs'][number];
const listing = { current, change: null, packs: [pack] } as unknown as Listing;

test('what was typed goes as what differs', () => {
  const typed = { ...typedOf(listing), descriptionZh: '脆甜多汁', minimumRemainingDays: '20' };
  expect(fieldsOf(listing, contentOf(typed)!)).toEqual({ descriptionZh: '脆甜多汁', minimumRemainingDays: 20 });
  expect(fieldsOf(listing, contentOf(typedOf(listing))!)).toEqual({});
});

test('a price that waits in the change is not lost when words are saved', () => {
  const rows = [{ field: 'price', sku: { id: 'one', pack: '500g' }, before: cny('1000'), after: cny('1500') }];
  const change = { state: 'draft', changes: rows, preview: current };
  const open = { ...listing, change } as unknown as Listing;
  expect(fieldsOf(open, current)).toEqual({ prices: [{ skuId: 'one', value: cny('1500') }] });
});

test.each([
  ['', null],
  ['20', 20],
  ['0', undefined],
  ['abc', undefined],
  ['20000', undefined],
])('days %p', (days, expected) => {
  expect(contentOf({ ...typedOf(listing), minimumRemainingDays: days })?.minimumRemainingDays).toBe(expected);
});

test.each([
  ['1000', 'same'],
  ['1100', 'holds'],
  ['1101', 'waits'],
  ['899', 'waits'],
  [null, 'malformed'],
] as const)('a price of %s %s', (fen, fate) => {
  expect(priceFate(pack, fen)).toBe(fate);
});
