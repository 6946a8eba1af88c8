import { daysBetween, formatJin, standingOf, sumOf, worth, yuanPerJin } from './figures';

const yuan = (amount: string) => ({ amount, currency: 'CNY' as const });

test('weights are said in the unit of the market first', () => {
  expect(formatJin(512_500, 'zh-CN')).toBe('1,025 斤（512.5 千克）');
  expect(formatJin(512_500, 'en')).toBe('512.5 kg (1,025 jin)');
});

test('a jin costs half of a kilogram, to half a fen', () => {
  expect(yuanPerJin(yuan('461'), 'zh-CN')).toBe('¥2.305');
});

test('a delivery is worth its weight times its price, to the nearest fen', () => {
  expect(worth(512_500, yuan('460'))).toEqual(yuan('235750'));
  expect(worth(333, yuan('100'))).toEqual(yuan('33'));
  expect(worth(335, yuan('100'))).toEqual(yuan('34'));
});

test('sums and days', () => {
  expect(sumOf(yuan('1'), yuan('99'))).toEqual(yuan('100'));
  expect(daysBetween('2026-11-24', '2026-12-01')).toBe(7);
});

test.each([
  ['0', '0', '0', 'settled'],
  ['0', '0', '1', 'putAside'],
  ['1', '0', '0', 'waiting'],
  ['0', '1', '0', 'waiting'],
  ['1', '1', '1', 'waiting'],
])('%s open, %s said to be paid and %s put aside: %s', (open, waiting, funded, expected) => {
  expect(standingOf({ open: yuan(open), waiting: yuan(waiting), funded: yuan(funded) })).toBe(expected);
});
