import { BLANK, termsOf, typedOf, type LinkageKind, type Terms, type Typed } from './terms';

const product = '00000000-0000-7000-8000-000000000001';
const fen = (amount: string) => ({ amount, currency: 'CNY' as const });

const purchase: Terms = {
  kind: 'contractPurchase',
  productId: product,
  floorPricePerKg: fen('640'),
  premiumPerKg: fen('55'),
  contractedGrams: 1_200_500,
  priority: 2,
  capGramsPerYear: 900_000,
  capGramsPerLot: null,
  rebateBp: 125,
};
const employment: Terms = {
  kind: 'employment',
  dailyWage: null,
  pieceRate: fen('80'),
  pieceName: '箱',
  workDaysPerYear: null,
};
const dividend: Terms = { kind: 'dividend', shares: 12, landMuHundredths: 350, rentPerMu: fen('60000') };

test.each([purchase, employment, dividend])('$kind goes into its fields and comes out the same', (terms) => {
  const typed = typedOf(terms, '2026-12-01', null);
  expect(termsOf(terms.kind, typed)).toEqual({ terms, faults: {} });
});

const of = (some: Partial<Typed>): Typed => ({ ...BLANK, from: '2026-12-01', ...some });

test.each<[string, LinkageKind, Partial<Typed>, object]>([
  [
    'an empty purchase',
    'contractPurchase',
    { from: '' },
    { productId: 'missing', floorPrice: 'missing', contracted: 'missing', from: 'missing' },
  ],
  [
    'a price of nothing, half a gram',
    'contractPurchase',
    { productId: product, floorPrice: '0', contracted: '1.0005' },
    { floorPrice: 'figure', contracted: 'figure' },
  ],
  ['a day without a wage', 'employment', { basis: 'day', pieceRate: '1' }, { dailyWage: 'missing' }],
  ['pieces of nothing', 'employment', { basis: 'piece', pieceRate: '1' }, { pieceName: 'missing' }],
  ['neither shares nor land', 'dividend', {}, { shares: 'nothing' }],
  ['land without rent', 'dividend', { mu: '3.5' }, { rent: 'missing' }],
  ['rent without land', 'dividend', { shares: '1', rent: '600' }, { mu: 'missing' }],
  ['an end before the beginning', 'dividend', { shares: '1', to: '2026-11-30' }, { to: 'order' }],
])('%s is said at its fields', (_, kind, some, faults) => {
  expect(termsOf(kind, of(some)).faults).toEqual(faults);
});
