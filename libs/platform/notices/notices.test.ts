import { withDays } from './notices';

test.each([
  ['请于 2026-12-07 前陈述。', 'zh', '请于 2026年12月7日 前陈述。'],
  ['已开具 2026-07 月货款的发票', 'zh', '已开具 2026年7月货款的发票'],
  ['the invoice over 2026-07', 'en', 'the invoice over 2026-07'],
  ['valid until 2027-01-31.', 'en', 'valid until 31 January 2027.'],
  ['2026-11-30至2026-12-01', 'zh', '2026年11月30日至2026年12月1日'],
  // A number that has a day in it stays as it is.
  ['批次 GZ-2026-11-30-2', 'zh', '批次 GZ-2026-11-30-2'],
  ['标准 2026-11-30A', 'zh', '标准 2026-11-30A'],
  ['2026-13-01', 'zh', '2026-13-01'],
] as const)('%s is read in %s as %s', (text, language, read) => {
  expect(withDays(text, language)).toBe(read);
});
