import { isWeightless, kilogramPriceFen, netGramsOf, unitPriceFen } from './pack';

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
  ['250g*4袋', 1000],
  ['250g/袋*4', 1000],
  ['4袋×250g', 1000],
  ['50g*10袋*2盒', 1000],
  ['500g×2', 1000],
  ['500gx2', 1000],
  ['500g X 2', 1000],
  ['500克', 500],
  ['2公斤', 2000],
  ['1.5千克', 1500],
  ['5KG', 5000],
  ['10斤', 5000],
  ['10斤装', 5000],
  ['2两*5', 500],
  ['５００ｇ', 500],
  ['２．５ｋｇ＊２', 5000],
  ['5斤（２．５ｋｇ）', 2500],
  ['10斤(净重约4.5kg)', 4500],
  ['2.5kg(2盒)*2', 5000],
  ['250g*', null],
  ['250g*4+50g', null],
  ['毛重5kg', null],
  ['1.2.3kg', null],
  ['500g*0', null],
  ['0g', null],
  ['500ml×2瓶', null],
  ['99999999999999999999kg', null],
  ['500g*99999999999', null],
])('%s weighs %s grams', (pack, grams) => {
  expect(netGramsOf(pack)).toBe(grams);
});

it.each([
  ['99999999999999999999kg', true],
  ['500g*99999999999', true],
  ['0g', true],
  ['500g*0', true],
  ['100000kg', false],
  ['30枚', false],
  ['500g', false],
])('whether no pack weighs what %s says: %s', (pack, weightless) => {
  expect(isWeightless(pack)).toBe(weightless);
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
