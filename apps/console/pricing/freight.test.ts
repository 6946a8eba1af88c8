import {
  BLANK_RATE,
  doubledPlaces,
  formOf,
  freightFen,
  gramsOf,
  rateFaults,
  typedOf,
  type FreightTemplate,
} from './freight';

const yuan = (amount: string) => ({ amount, currency: 'CNY' as const });

test.each([
  ['1', 1_000],
  ['0.5', 500],
  ['１．２５', 1_250],
  ['0', null],
  ['1.2345', null],
  ['', null],
  ['2000', null],
])('%s kilograms are %s grams', (typed, grams) => {
  expect(gramsOf(typed)).toBe(grams);
});

test('sending may cost nothing, but not less', () => {
  expect(['0', '0.00', '8', '8.5', '-1', 'x'].map(freightFen)).toEqual(['0', '0', '800', '850', null, null]);
});

test('a template is typed, sent and read back as it was', () => {
  const rates = [
    { ...BLANK_RATE, first: '8', step: '3.50', freeFrom: '99' },
    { ...BLANK_RATE, regions: ['540000'], served: false, first: '', step: '' },
  ];
  const form = formOf('0.5', rates)!;
  expect(form.rates).toEqual([
    {
      ...{ storage: 'ambient', regions: ['000000'], served: true, firstGrams: 1_000, first: yuan('800') },
      ...{ stepGrams: 1_000, step: yuan('350'), freeFrom: yuan('9900') },
    },
    {
      ...{ storage: 'ambient', regions: ['540000'], served: false, firstGrams: 1_000, first: yuan('0') },
      ...{ stepGrams: 1_000, step: yuan('0'), freeFrom: null },
    },
  ]);
  expect(typedOf({ ...form, id: '', effectiveFrom: '', places: {} } as FreightTemplate)[0]).toEqual(rates[0]);
});

test('what is wrong is named, and a place named twice for a class is no template', () => {
  expect(rateFaults(BLANK_RATE)).toEqual({ first: true, step: true });
  expect(rateFaults({ ...BLANK_RATE, regions: ['31'], served: false })).toEqual({ regions: true });
  const rate = { ...BLANK_RATE, first: '8', step: '3' };
  expect(doubledPlaces([rate, rate, { ...rate, storage: 'frozen' }])).toEqual(['ambient 000000']);
  expect(formOf('0.5', [rate, rate])).toBeNull();
  expect(formOf('', [rate])).toBeNull();
});
