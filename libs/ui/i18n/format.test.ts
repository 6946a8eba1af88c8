import { formatBasisPoints, formatDate, formatDateTime, formatMoney, formatNumber, formatWeight } from './format';

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

test('a month is written out in both languages', () => {
  expect(formatDate('2026-01', 'zh-CN')).toBe('2026年1月');
  expect(formatDate('2026-11', 'en')).toBe('November 2026');
});

test('weights come in kilograms and jin', () => {
  expect(formatWeight(2500, 'zh-CN')).toBe('2.5 千克（5 斤）');
  expect(formatWeight(2500, 'en')).toBe('2.5 kg');
});

test('rates are basis points on the wire and percent on screen', () => {
  expect(formatBasisPoints(1250, 'zh-CN')).toBe('12.5%');
});

describe('what is written here is what Intl would write', () => {
  const LOCALES = ['zh-CN', 'en'] as const;
  const intlName = (locale: string) => (locale === 'en' ? 'en-GB' : locale);

  test.each(LOCALES)('dates and times in %s, over every month and across midnight', (locale) => {
    const style = { dateStyle: 'long', timeZone: 'Asia/Shanghai' } as const;
    const [date, time] = [style, { ...style, timeStyle: 'short' } as const].map(
      (options) => new Intl.DateTimeFormat(intlName(locale), options),
    );
    for (let ms = Date.UTC(2023, 0, 1); ms < Date.UTC(2029, 0, 1); ms += 61 * 3_600_000 + 59_999) {
      const value = new Date(ms).toISOString();
      expect(formatDate(value, locale)).toBe(date!.format(ms));
      expect(formatDateTime(value, locale)).toBe(time!.format(ms));
      expect(formatDate(value.slice(0, 10), locale)).toBe(
        date!.format(new Date(`${value.slice(0, 10)}T12:00:00+08:00`)),
      );
    }
  });

  test.each(LOCALES)('numbers in %s, rounded and grouped', (locale) => {
    const values = [
      0,
      1,
      -1,
      0.005,
      0.015,
      -2.345,
      999,
      1000,
      -1234.5,
      12_345.678,
      1e7,
      987_654_321.999,
      0.1 + 0.2,
      -1.005,
    ];
    for (const digits of [0, 1, 2, 3]) {
      const format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits });
      for (const value of values) expect(formatNumber(value, locale, digits)).toBe(format.format(value));
    }
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 });
    for (const points of [0, 1, 50, 1250, 9999, 10_000, 123_456, -75])
      expect(formatBasisPoints(points, locale)).toBe(percent.format(points / 10_000));
  });

  test('nothing has no sign', () => {
    for (const value of [-0, -0.001, 1e-9]) expect(formatNumber(value, 'en')).toBe('0');
  });

  test('what is no date is said to be none', () => {
    expect(() => formatDate('someday', 'en')).toThrow(RangeError);
  });
});
