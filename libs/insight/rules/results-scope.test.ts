import { placesOf, placesWithin } from './results-scope';

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
  [['61'], null, ['61']],
  [[''], '61', ['61']],
  [['610629'], '61', ['610629']],
  [['610629'], '50', []],
  [['610629', '6201'], '6201', ['6201']],
])('of %j within %s', (places, wanted, within) => expect(placesWithin(places, wanted)).toEqual(within));
