import { eyesFault, isCompetent, organisationsOf, tieTo, type Decider, type Matter } from './four-eyes';

const SUPPLIER = 'org-supplier';
const PRODUCER = 'org-producer';
const AGENCY = 'org-agency';

const grant = (role: string, organisationId: string | null = null, jurisdiction: string | null = null) => ({
  role,
  organisationId,
  jurisdiction,
});
const person = (personId: string, ...organisations: string[]): Decider => ({
  personId,
  grants: [grant('reviewer'), ...organisations.map((id) => grant('supplier', id))],
});
const had = (personId: string, part: string, ...organisationIds: string[]) => ({ personId, part, organisationIds });
const matter = (participants: Matter['participants'] = [], submittedBy: string | null = 'submitter'): Matter => ({
  parties: [SUPPLIER, PRODUCER],
  submittedBy,
  participants,
});

/** Given who decides and who had which part, expected; the part wanted is a reviewer's. */
const CASES: [string, Decider, Matter, string | null][] = [
  ['a stranger', person('a'), matter(), null],
  ['who submitted it', person('submitter'), matter(), 'SUBMITTED_IT'],
  ['who submitted an earlier round', person('a'), matter([had('a', 'submitter', SUPPLIER)], 'another'), 'SUBMITTED_IT'],
  ['somebody of the supplier', person('a', SUPPLIER), matter(), 'BELONGS_TO_PARTY'],
  ['somebody of the producer behind a trader', person('a', PRODUCER), matter(), 'BELONGS_TO_PARTY'],
  ['who recommended it', person('a'), matter([had('a', 'agriculture')]), 'HAD_ANOTHER_PART'],
  ['who checked it for the city', person('a'), matter([had('a', 'city')]), 'HAD_ANOTHER_PART'],
  ['who answers its objections', person('a'), matter([had('a', 'objections')]), 'HAD_ANOTHER_PART'],
  ['who declared a conflict', person('a'), matter([had('a', 'recused')]), 'RECUSED'],
  ['who reviewed it in an earlier round', person('a'), matter([had('a', 'reviewer')]), null],
  ['beside a colleague', person('a', AGENCY), matter([had('b', 'reviewer', AGENCY)]), 'SAME_ORGANISATION'],
  [
    'beside a colleague who recommended',
    person('a', AGENCY),
    matter([had('b', 'agriculture', AGENCY)]),
    'SAME_ORGANISATION',
  ],
  ['beside a colleague who is recused', person('a', AGENCY), matter([had('b', 'recused', AGENCY)]), null],
  ['beside somebody of another organisation', person('a', AGENCY), matter([had('b', 'reviewer', 'org-other')]), null],
  ['beside another of the house, who has none', person('a'), matter([had('b', 'reviewer')]), null],
];

test.each(CASES)('%s', (_, decider, of, expected) => {
  expect(eyesFault(decider, of, 'reviewer')).toBe(expected);
});

test('a second role opens nothing: whatever is added to the grants, no fault goes away', () => {
  const more = ['auditor', 'operator', 'countyAgriculture', 'finance', 'reviewer'].map((role) => grant(role));
  for (const [, decider, of, expected] of CASES) {
    for (const extra of more) {
      const wider = { ...decider, grants: [...decider.grants, extra] };
      expect(eyesFault(wider, of, 'reviewer')).toBe(expected);
    }
  }
});

test('a fault never depends on the order in which things happened', () => {
  for (const [, decider, of, expected] of CASES) {
    const crowd = [...of.participants, had('x', 'agriculture'), had('y', 'city', 'org-y')];
    expect(eyesFault(decider, { ...of, participants: [...crowd].reverse() }, 'reviewer')).toBe(expected);
  }
});

test('an inspector is kept out by a tie, not by having looked at it before', () => {
  expect(tieTo(person('a'), matter([had('a', 'agriculture')]))).toBeNull();
  expect(tieTo(person('a', SUPPLIER), matter())).toBe('BELONGS_TO_PARTY');
  expect(tieTo(person('a'), matter([had('a', 'recused')]))).toBe('RECUSED');
});

test('organisations count once, whatever role they come by', () => {
  expect(
    organisationsOf([grant('supplier', 'b'), grant('businessBuyer', 'b'), grant('reviewer'), grant('supplier', 'a')]),
  ).toEqual(['a', 'b']);
});

test.each([
  ['a county of its own', '620503', 'county', true],
  ['another county', '620502', 'county', false],
  ['a city where a county is wanted', '6205', 'county', false],
  ['a city for its county', '6205', 'city', true],
  ['another city', '6206', 'city', false],
  ['a province for its county', '62', 'province', true],
  ['a province where a city is wanted', '62', 'city', false],
  ['the whole country where any reach will do', null, undefined, true],
  ['the whole country where a province is wanted', null, 'province', false],
] as const)('%s', (_, jurisdiction, reach, expected) => {
  const grants = [grant('auditor', null, jurisdiction)];
  expect(isCompetent(grants, '620503', reach === undefined ? { role: 'auditor' } : { role: 'auditor', reach })).toBe(
    expected,
  );
  expect(isCompetent(grants, '620503', { role: 'reviewer' })).toBe(false);
});
