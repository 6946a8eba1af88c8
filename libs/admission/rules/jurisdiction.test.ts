import { countyPatterns, EXIT_READERS } from './jurisdiction';
import { containing } from './name-pattern';

it.each([
  ['武川', '%武川%'],
  ['100%', '%100\\%%'],
  ['a_b\\c', '%a\\_b\\\\c%'],
])('finds %s anywhere, signs of patterns and all', (text, pattern) => {
  expect(containing(text)).toBe(pattern);
});

it('sees the counties of reviewing roles only, the whole country without a jurisdiction, nothing without a role', () => {
  const grant = (role: string, jurisdiction: string | null) => ({ role, jurisdiction });
  expect(countyPatterns([grant('countyAgriculture', '150125'), grant('auditor', '62')])).toEqual(['150125%', '62%']);
  expect(countyPatterns([grant('reviewer', null)])).toEqual(['%']);
  expect(countyPatterns([grant('supplier', null), grant('finance', null)])).toEqual([]);
  expect(countyPatterns([grant('supplier', null), grant('finance', null)], EXIT_READERS)).toEqual(['%']);
});
