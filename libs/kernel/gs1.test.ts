import { checkDigit, gtin14, isKey } from './gs1';

test.each([
  ['629104150021', '3'],
  ['690123456789', '2'],
  ['0000000', '0'],
])('%s ends in %s', (digits, digit) => {
  expect(checkDigit(digits)).toBe(digit);
  expect(isKey(digits + digit)).toBe(true);
});

test.each([
  ['6901234567892', '06901234567892'],
  ['690 1234 56789-2', '06901234567892'],
  ['６９０１２３４５６７８９２', '06901234567892'],
  ['96385074', '00000096385074'],
  ['6901234567891', null],
  ['690123456789', null],
  ['00000000', null],
  ['', null],
  ['69012345678ab', null],
])('%s is %s', (typed, gtin) => {
  expect(gtin14(typed)).toBe(gtin);
});
