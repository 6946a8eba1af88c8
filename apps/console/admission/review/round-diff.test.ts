import { differencesOf, isWeighty } from './round-diff';

const FORM = {
  subject: { nameZh: '示例合作社', address: '示例村1号', establishedOn: null },
  products: [{ name: '苹果' }, { name: '梨' }],
  capacity: { months: [9, 10], note: '' },
};

test('two forms that say the same do not differ', () => {
  expect(differencesOf(FORM, structuredClone(FORM))).toEqual([]);
});

test('what was changed, added and taken out stands at its place', () => {
  const after = {
    subject: { nameZh: '示例合作社', address: '示例村2号', establishedOn: '2020-01-01' },
    products: [{ name: '苹果' }],
    capacity: { months: [9, 10, 11], note: '' },
  };
  expect(differencesOf(FORM, after)).toEqual([
    { pointer: '/subject/address', before: '示例村1号', after: '示例村2号', weighty: false },
    { pointer: '/subject/establishedOn', before: null, after: '2020-01-01', weighty: false },
    { pointer: '/capacity/months', before: '9, 10', after: '9, 10, 11', weighty: false },
    { pointer: '/products/1/name', before: '梨', after: null, weighty: false },
  ]);
});

test.each([
  ['/licences/foodLicences/0/validUntil', true],
  ['/licences/operationLicence', true],
  ['/subject/uscc', true],
  ['/subject/licenceValidUntil', true],
  ['/products/3/scClass', true],
  ['/linkage/models', true],
  ['/subject/address', false],
  ['/products/3/name', false],
  ['/capacity/note', false],
])('%s is money or a certificate: %s', (pointer, weighty) => expect(isWeighty(pointer)).toBe(weighty));
