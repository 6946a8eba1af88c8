import { formatBasisPoints, formatDate, formatMoney, formatWeight } from './format';

test.each([
  ['0', '¥0.00'],
  ['5', '¥0.05'],
  ['123450', '¥1,234.50'],
  ['-990', '-¥9.90'],
  ['900719925474099312', '¥9,007,199,254,740,993.12'],
])('%s fen reads %s', (amount, text) => {
  expect(formatMoney({ amount, currency: 'CNY' })).toBe(text);
});

test('a business date is a Beijing date in both languages', () => {
  expect(formatDate('2026-11-23', 'zh-CN')).toBe('2026年11月23日');
  expect(formatDate('2026-11-23', 'en')).toBe('23 November 2026');
  expect(formatDate('2026-11-22T16:30:00Z', 'zh-CN')).toBe('2026年11月23日');
});

test('weights come in kilograms and jin', () => {
  expect(formatWeight(2500, 'zh-CN')).toBe('2.5 千克（5 斤）');
  expect(formatWeight(2500, 'en')).toBe('2.5 kg');
});

test('rates are basis points on the wire and percent on screen', () => {
  expect(formatBasisPoints(1250, 'zh-CN')).toBe('12.5%');
});
