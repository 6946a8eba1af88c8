import { placesOf, placesWithin, readsWholeCountry } from './results-scope';

const grant = (role: string, jurisdiction: string | null) => ({ role, jurisdiction });

test.each([
  ['an operator of the platform', [grant('operator', null)], ['']],
  ['a county department', [grant('countyAgriculture', '610629')], ['610629']],
  ['a county department without a county', [grant('countyRevitalisation', null)], []],
  ['an auditor of a province, also of a city in it', [grant('auditor', '6106'), grant('auditor', '61')], ['61']],
  ['finance beside a county', [grant('countyAgriculture', '610629'), grant('finance', null)], ['']],
  ['a supplier', [grant('supplier', null)], []],
])('%s', (_, grants, places) => expect(placesOf(grants)).toEqual(places));

test.each([
  ['an auditor of the country', [grant('auditor', null)], true],
  ['finance beside a county', [grant('auditor', '6106'), grant('finance', null)], true],
  ['an operator of a province', [grant('operator', '61')], false],
  ['a county department without a county', [grant('countyRevitalisation', null)], false],
  ['nobody', [], false],
])('of the whole country: %s', (_, grants, reads) => expect(readsWholeCountry(grants)).toBe(reads));

test.each([
  [['61'], null, ['61']],
  [[''], '61', ['61']],
  [['610629'], '61', ['610629']],
  [['610629'], '50', []],
  [['610629', '6201'], '6201', ['6201']],
])('of %j within %s', (places, wanted, within) => expect(placesWithin(places, wanted)).toEqual(within));
