import { chosenOffer, offerOf } from './chosen-offer';

const offer = (skuId: string, supplier: string, more: { forSale?: boolean; stock?: string } = {}) => ({
  ...{ skuId, supplier: { id: supplier }, forSale: true, stock: 'inStock' },
  ...more,
});
const two = [offer('a1', 'cheap'), offer('b1', 'dear'), offer('b2', 'dear')];
const emptied = [offer('a1', 'cheap'), offer('b1', 'dear', { stock: 'out' }), offer('b2', 'dear', { stock: 'low' })];

test.each([
  ['the cheapest, of an address that names nobody', two, {}, 'a1'],
  ['that of the seller whose card was followed', two, { supplier: 'dear' }, 'b1'],
  ['their first that can be bought', emptied, { supplier: 'dear' }, 'b2'],
  [
    'another’s where they sell nothing now',
    [two[0]!, offer('b1', 'dear', { forSale: false })],
    { supplier: 'dear' },
    'a1',
  ],
  ['the cheapest where nobody is called so', two, { supplier: 'nobody' }, 'a1'],
  ['what was picked on the page before all', two, { supplier: 'dear', picked: 'a1' }, 'a1'],
  ['the first where nothing can be bought', [offer('a1', 'cheap', { stock: 'out' })], { supplier: 'dear' }, 'a1'],
  ['none of none', [], { supplier: 'dear' }, undefined],
])('%s', (_what, offers, asked, chosen) => {
  expect(chosenOffer(offers, asked)?.skuId).toBe(chosen);
});

test.each([
  ['the cheapest of theirs', two, 'dear', 'b1'],
  ['their first that can be bought', emptied, 'dear', 'b2'],
  [
    'none where they sell nothing now, though another does',
    [two[0]!, offer('b1', 'dear', { stock: 'out' })],
    'dear',
    undefined,
  ],
])('of a card, %s', (_what, offers, supplier, chosen) => {
  expect(offerOf(offers, supplier)?.skuId).toBe(chosen);
});
