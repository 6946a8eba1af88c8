import { ownCost } from './own-cost';

type Discount = Parameters<typeof ownCost>[0];
const discount = (some: Partial<Discount>): Discount => ({
  ...{
    id: 'd',
    name: { zh: '', en: '' },
    kind: 'percentOff',
    percentBp: 1000,
    threshold: null,
    reduction: null,
    category: null,
  },
  funders: [
    { kind: 'platform', organisation: null, shareBp: 6000 },
    { kind: 'supplier', organisation: null, shareBp: 4000 },
  ],
  ...some,
});
const fen = (amount: string) => ({ amount, currency: 'CNY' as const });

test('a tenth off, of which the supplier bears 40 %, costs it 4 of every 100 yuan', () => {
  expect(ownCost(discount({}))).toEqual({ kind: 'percent', own: '4', whole: '10' });
});

test('a part of a fen counts as a whole one', () => {
  const reduction = {
    kind: 'fullReduction' as const,
    percentBp: null,
    threshold: fen('19900'),
    reduction: fen('1001'),
  };
  expect(ownCost(discount(reduction))).toEqual({ kind: 'reduction', own: '4.01', whole: '10.01' });
});

test('where others pay, it costs nothing', () => {
  expect(ownCost(discount({ funders: [{ kind: 'platform', organisation: null, shareBp: 10_000 }] }))).toEqual({
    kind: 'nothing',
  });
});
