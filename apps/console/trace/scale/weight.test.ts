import { fenOf, fenPerKilogram, gramsOf, typed } from './weight';

test.each([
  ['102.5', 'jin', 51_250],
  ['102.5', 'kg', 102_500],
  ['１２.5', 'kg', 12_500],
  ['0.002', 'jin', 1],
  ['0.001', 'jin', null],
  ['0', 'jin', null],
  ['0.0', 'kg', null],
  ['-3', 'kg', null],
  ['', 'kg', null],
  ['1e3', 'kg', null],
  ['12.3456', 'kg', null],
  ['1000001', 'kg', null],
] as const)('%s %s are %s grams', (text, unit, grams) => {
  expect(gramsOf(text, unit)).toBe(grams);
});

test.each([
  ['1.5', 'jin', '300'],
  ['1.5', 'kg', '150'],
  ['0', 'kg', null],
  ['1.555', 'kg', null],
  ['-1', 'jin', null],
  ['5000000', 'jin', '1000000000'],
  ['5000000.01', 'jin', null],
] as const)('%s yuan a %s are %s fen a kilogram', (text, unit, fen) => {
  expect(fenPerKilogram(text, unit)).toBe(fen);
});

test('half a fen goes up, as in the sums of the day', () => {
  expect(fenOf(1_500, '333')).toBe('500');
  expect(fenOf(51_250, '300')).toBe('15375');
});

test('a weight can be typed again as it was', () => {
  expect([typed(51_250, 'jin'), typed(51_250, 'kg'), typed(1, 'jin')]).toEqual(['102.5', '51.25', '0.002']);
});
