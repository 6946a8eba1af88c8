import { dayInWords } from './time';

test.each([
  ['2026-12-07', 'zh', '2026年12月7日'],
  ['2026-12-07', 'en', '7 December 2026'],
  ['2027-01-31', 'en', '31 January 2027'],
] as const)('%s is said in %s as %s', (day, language, said) => {
  expect(dayInWords(day, language)).toBe(said);
});
