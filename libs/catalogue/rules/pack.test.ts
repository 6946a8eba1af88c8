import { kilogramPriceFen, netGramsOf, unitPriceFen } from './pack';

it.each([
  ['500g', 500],
  ['2.5kg', 2500],
  ['280g*2', 560],
  ['100g*10', 1000],
  ['125g*6', 750],
  ['5斤(2.5kg)', 2500],
  ['2只(约1.6kg)', 1600],
  ['约1.8kg/只', 1800],
  ['约2.5kg(2个)', 2500],
  ['357g饼', 357],
  ['24枚装', null],
  ['6包装', null],
  ['1幅(60x90cm)', null],
  ['1个(12cm)', null],
  ['2.5L', null],
  ['500ml*2', null],
  ['30枚', null],
])('%s weighs %s grams', (pack, grams) => {
  expect(netGramsOf(pack)).toBe(grams);
});

it.each([
  [5900n, 500n, '500g', 5900n],
  [1990n, 2500n, '2.5kg', 398n],
  [1000n, 357n, '357g饼', 1401n],
  [9900n, 1600n, '2只(约1.6kg)', null],
  [9900n, null, '24枚装', null],
])('%s fen for %s g (%s) is %s fen for 500 g', (price, grams, pack, unit) => {
  expect(unitPriceFen(price, grams, pack)).toBe(unit);
});

it('a kilogram is counted from the price, not from the price of 500 g', () => {
  expect(kilogramPriceFen(1000n, 357n, '357g饼')).toBe(2801n);
  expect(kilogramPriceFen(9900n, 1600n, '2只(约1.6kg)')).toBeNull();
});
