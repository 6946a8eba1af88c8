import { isCardNumber, sameName } from './account-number';

it.each([
  ['0000000000000018', true],
  ['6222020200112233', false],
  ['4242424242424242', true],
  ['4242424242424241', false],
  ['424242424242424', false],
  ['42424242424242424242', false],
  ['42424242424242４2', false],
])('%s is a card number: %s', (number, is) => {
  expect(isCardNumber(number)).toBe(is);
});

it.each([
  ['武川县拾穗云粮油专业合作社', '武川县拾穗云 粮油专业合作社', true],
  ['示例（西宁）公司', '示例(西宁)公司', true],
  ['黄春龙', '黄春尤', false],
])('%s and %s are one name: %s', (one, other, same) => {
  expect(sameName(one, other)).toBe(same);
});
