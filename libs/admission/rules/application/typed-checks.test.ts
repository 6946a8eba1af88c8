import { typedChecks, type CountyFacts, type Typed } from './typed-checks';

const TODAY = '2026-11-24';
const LISTED: CountyFacts = {
  name: '渭源县',
  lists: [{ list: 'povertyExitCounty', inProgramme: true, effectiveFrom: '2021-01-01', effectiveTo: null }],
};
const said = (typed: Typed, county: CountyFacts | null = LISTED) =>
  typedChecks(typed, county, TODAY).map(({ field, result }) => `${field} ${result}`);

it.each<[string, Typed, string[]]>([
  ['nothing', {}, []],
  ['the published example', { uscc: '91350100M000100Y43' }, ['uscc pass']],
  ['the same as people type it', { uscc: ' ９１350100 m000100y-43 ' }, ['uscc pass']],
  ['its published wrong twin', { uscc: '91350100M000100Y4Z' }, ['uscc fail']],
  ['a code half typed', { uscc: '9135' }, ['uscc fail']],
  [
    'a company that calls itself a cooperative',
    { uscc: '91350100M000100Y43', kind: 'cooperative' },
    ['uscc pass', 'kind hint'],
  ],
  ['a cooperative', { uscc: '93150125YY0001004B', kind: 'cooperative' }, ['uscc pass']],
  [
    'a code of another place',
    { uscc: '93150125YY0001004B', countyCode: '621123' },
    ['uscc pass', 'countyCode hint', 'countyCode pass'],
  ],
  ['a licence that has ended', { licenceValidUntil: '2026-11-23' }, ['licenceValidUntil fail']],
  ['a licence on its last day', { licenceValidUntil: TODAY }, ['licenceValidUntil pass']],
  ['founded tomorrow', { establishedOn: '2026-11-25' }, ['establishedOn hint']],
  ['a real licence number', { foodLicence: { number: 'SC11464010500015' } }, ['foodLicence pass', 'foodLicence hint']],
  ['one with a slip in it', { foodLicence: { number: 'SC11464010500016' } }, ['foodLicence fail']],
  ['one of another class', { foodLicence: { number: 'SC11464010500015', scClass: '117' } }, ['foodLicence fail']],
  [
    'one that has ended',
    { foodLicence: { number: 'SC11464010500015', validUntil: '2026-11-23' } },
    ['foodLicence fail'],
  ],
])('%s', (_, typed, expected) => {
  expect(said(typed)).toEqual(expected);
});

it.each<[string, CountyFacts | null, string]>([
  ['on a list', LISTED, 'countyCode pass'],
  ['on no list', { name: '朝阳区', lists: [] }, 'countyCode fail'],
  [
    'on the list, outside of the programme',
    { name: 'x', lists: [{ ...LISTED.lists[0]!, inProgramme: false }] },
    'countyCode fail',
  ],
  [
    'on the list from next year',
    { name: 'x', lists: [{ ...LISTED.lists[0]!, effectiveFrom: '2027-01-01' }] },
    'countyCode fail',
  ],
  ['nowhere', null, 'countyCode fail'],
])('a county %s', (_, county, expected) => {
  expect(said({ countyCode: '621123' }, county)).toEqual([expected]);
});
