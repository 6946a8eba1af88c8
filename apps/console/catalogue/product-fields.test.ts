import { factsOf, NO_FACTS, typedFacts, type Facts } from './product-fields';

const facts: Facts = {
  ...{ name: { zh: '苹果', en: 'Apple' }, category: 'fruit', regionCode: '610629' },
  ...{ storage: 'chilled', shelfLifeDays: 60, scClass: null },
};

test('what a product is comes back as it was', () => {
  expect(factsOf(typedFacts(facts))).toEqual(facts);
  expect(factsOf({ ...typedFacts(facts), en: ' ', shelfLife: '' })).toEqual({
    ...facts,
    ...{ name: { zh: '苹果', en: '苹果' }, shelfLifeDays: null },
  });
});

test.each([
  ['nothing typed', NO_FACTS],
  ['no place', { ...typedFacts(facts), regionCode: null }],
  ['no such class of licence', { ...typedFacts(facts), scClass: '9' }],
])('%s is no product yet', (_what, typed) => {
  expect(factsOf(typed)).toBeNull();
});
