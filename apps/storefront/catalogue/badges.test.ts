import { badgesOf } from './badges';

const plain = { ownAccount: false, advertised: false, geographicalIndication: false, stock: 'inStock' } as const;

test.each([
  [{}, []],
  [{ geographicalIndication: true }, ['product.giShort']],
  [{ geographicalIndication: true, stock: 'low' }, ['stock.low']],
  [{ geographicalIndication: true, stock: 'out' }, ['stock.out']],
  [{ advertised: true, stock: 'low' }, ['label.advertised']],
  [{ ownAccount: true, geographicalIndication: true }, ['label.ownAccount']],
  // Both are the law's: neither gives way.
  [{ advertised: true, ownAccount: true, geographicalIndication: true }, ['label.advertised', 'label.ownAccount']],
] as const)('%j wears %j', (card, words) => {
  expect(badgesOf({ ...plain, ...card }).map(({ word }) => word)).toEqual(words);
});
