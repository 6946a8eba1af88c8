import { factsApproved, factsFixed, sameFacts, type Facts } from './product-facts';

const facts: Facts = {
  ...{ name: { zh: '苹果', en: 'Apple' }, category: 'fruit', regionCode: '610629' },
  ...{ storage: 'chilled', shelfLifeDays: 60, scClass: null },
};

test.each([
  ['one supplier alone, no register', false, null, null],
  ['others sell it too', true, null, 'shared'],
  ['a register names its place', false, ['地理标志商标'], 'registered'],
  ['both', true, ['地理标志商标'], 'shared'],
])('whose a product is: %s', (_what, shared, giKinds, expected) => {
  expect(factsFixed({ shared, giKinds })).toBe(expected);
});

test('facts are the same whatever the order they stand in', () => {
  const { scClass, ...rest } = facts;
  expect(sameFacts(facts, { scClass, ...rest })).toBe(true);
  expect(sameFacts(facts, { ...facts, storage: 'frozen' })).toBe(false);
});

test('what was frozen before storage was asked for changes no product', () => {
  const { name, ...rest } = facts;
  const frozen = { ...rest, nameZh: name.zh, nameEn: name.en };
  expect(factsApproved(frozen)).toEqual(facts);
  const { storage: _storage, ...older } = frozen;
  expect(factsApproved(older)).toBeNull();
});
