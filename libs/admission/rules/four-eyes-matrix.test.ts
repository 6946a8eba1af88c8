import { machines, reviewing } from '@xihuo/contract';
import type { Decider } from './four-eyes';
import { recognitionEyes, type RecognitionPart } from './recognition/may-decide';
import { mayAct, type Part, type ReviewAction, type ReviewCase } from './review/may-act';
import { mayActOnCase, mayDecideAppeal, type CaseAction, type CasePart } from './watch/may-act';

const COUNTY = '620503';
const SUPPLIER = 'org-supplier';
const AGENCY = 'org-agency';

/** Every role that decides anything, each where it decides: a second role must open nothing. */
const SEATS = [
  ['countyAgriculture', COUNTY],
  ['countyRevitalisation', COUNTY],
  ['auditor', COUNTY.slice(0, 4)],
  ['auditor', COUNTY.slice(0, 2)],
  ['reviewer', null],
  ['operator', null],
] as const;
const ALL_SEATS = SEATS.map(([role, jurisdiction]) => ({ role, jurisdiction, organisationId: null }));

/** The one who decides, how that one is to whoever acted before, and what that must come to. */
const KINSHIPS = {
  himself: { personId: 'decider', organisations: [], colleagues: false },
  'a colleague': { personId: 'earlier', organisations: [AGENCY], colleagues: true },
  'a stranger': { personId: 'earlier', organisations: [], colleagues: false },
} as const;
type Kinship = keyof typeof KINSHIPS;

/** Holds every role there is; in the agency, too, where the case says so. */
function decider(organisations: readonly string[]): Decider {
  return {
    personId: 'decider',
    grants: [
      ...ALL_SEATS,
      ...organisations.map((organisationId) => ({ role: 'supplier', jurisdiction: null, organisationId })),
    ],
  };
}

/** The rule of the house in one place, written down apart from the code that keeps it. */
function expected(kinship: Kinship, earlier: string, wanted: string): string | null {
  if (kinship === 'himself') {
    if (earlier === 'submitter') return 'SUBMITTED_IT';
    if (earlier === 'recused') return 'RECUSED';
    return earlier === wanted ? null : 'HAD_ANOTHER_PART';
  }
  return kinship === 'a colleague' && earlier !== 'recused' ? 'SAME_ORGANISATION' : null;
}

function had<Name extends string>(kinship: Kinship, part: Name) {
  const { personId, colleagues } = KINSHIPS[kinship];
  return { personId, part, organisationIds: colleagues ? [AGENCY] : [] };
}

const kinships = Object.keys(KINSHIPS) as Kinship[];

describe('an application', () => {
  const PARTS: readonly Part[] = [
    ...(['submitter', 'agriculture', 'revitalisation', 'city'] as const),
    ...(['province', 'reviewer', 'objections', 'recused'] as const),
  ];
  /** Each action where it is the decider's turn, and the part it makes of the decider. */
  const TURNS: Readonly<Record<ReviewAction, [state: machines.ApplicationState, part: Part]>> = {
    signAgriculture: ['submitted', 'agriculture'],
    signRevitalisation: ['submitted', 'revitalisation'],
    checkCity: ['countyRecommended', 'city'],
    checkProvince: ['cityChecked', 'province'],
    claim: ['provinceChecked', 'reviewer'],
    decide: ['underReview', 'reviewer'],
    requestCorrections: ['underReview', 'reviewer'],
    reject: ['cityChecked', 'province'],
  };
  const matter = (state: machines.ApplicationState, change: Partial<ReviewCase>): ReviewCase => ({
    ...{ state, countyCode: COUNTY, levels: ['city', 'province'], parties: [SUPPLIER], submittedBy: 'submitter' },
    ...{
      participants: [],
      signed: [],
      claimedBy: state === 'underReview' ? 'decider' : null,
      decidedBy: [],
      held: false,
    },
    ...change,
  });
  const cases = reviewing.REVIEW_ACTIONS.flatMap((action) =>
    PARTS.flatMap((earlier) => kinships.map((kinship) => [action, earlier, kinship] as const)),
  );

  test.each(cases)('%s, where %s was %s', (action, earlier, kinship) => {
    const [state, part] = TURNS[action];
    const { refusal } = mayAct(
      action,
      matter(state, { participants: [had(kinship, earlier)] }),
      decider(KINSHIPS[kinship].organisations),
    );
    expect(refusal).toBe(expected(kinship, earlier, part));
  });

  test.each(reviewing.REVIEW_ACTIONS)('%s by somebody of the supplier, or who handed it in', (action) => {
    const [state] = TURNS[action];
    expect(mayAct(action, matter(state, {}), decider([SUPPLIER])).refusal).toBe('BELONGS_TO_PARTY');
    expect(mayAct(action, matter(state, { submittedBy: 'decider' }), decider([])).refusal).toBe('SUBMITTED_IT');
  });
});

describe('a recognition', () => {
  const EARLIER = { county: 'stampedBy', reviewer: 'checkedBy' } as const;
  const WANTED: readonly RecognitionPart[] = ['county', 'reviewer', 'revoker', 'objections'];
  const matter = (change: object) => ({
    ...{ state: 'publicNotice' as const, supplierId: SUPPLIER, countyCode: COUNTY, submittedBy: 'submitter' },
    ...{ stampedBy: null, checkedBy: null },
    ...change,
  });
  const cases = WANTED.flatMap((part) => (['county', 'reviewer'] as const).map((earlier) => [part, earlier] as const));

  test.each(cases)('%s by who was its %s', (part, earlier) => {
    const own = matter({ [EARLIER[earlier]]: 'decider' });
    expect(recognitionEyes(own, decider([]), part)).toBe(part === earlier ? null : 'HAD_ANOTHER_PART');
    expect(recognitionEyes(matter({ [EARLIER[earlier]]: 'earlier' }), decider([]), part)).toBeNull();
  });

  test.each(WANTED)('%s by somebody of the supplier, or who asked for it', (part) => {
    expect(recognitionEyes(matter({}), decider([SUPPLIER]), part)).toBe('BELONGS_TO_PARTY');
    expect(recognitionEyes(matter({ submittedBy: 'decider' }), decider([]), part)).toBe('SUBMITTED_IT');
  });
});

describe('a case and its appeal', () => {
  const PARTS: readonly CasePart[] = ['opener', 'proposer', 'imposer', 'decider', 'verifier'];
  const matter = <State>(state: State, participants: ReturnType<typeof had<CasePart>>[]) => ({
    ...{ supplierId: SUPPLIER, countyCode: COUNTY, state, participants, spokenBy: [] },
  });
  const cases = PARTS.flatMap((earlier) => kinships.map((kinship) => [earlier, kinship] as const));

  test.each(cases)('an appeal, where the %s was %s', (earlier, kinship) => {
    const appeal = matter('filed' as const, [had(kinship, earlier)]);
    const refusal = mayDecideAppeal(appeal, decider(KINSHIPS[kinship].organisations));
    expect(refusal).toBe(expected(kinship, earlier, 'appeals'));
  });

  // What was proposed is decided by another; everything else one reviewer may carry on alone.
  test.each(cases)('a proposal, where the %s was %s', (earlier, kinship) => {
    const proposed = matter('proposed' as const, [had(kinship, earlier)]);
    const refusal = mayActOnCase('decide', proposed, decider(KINSHIPS[kinship].organisations));
    expect(refusal).toBe(earlier === 'proposer' ? expected(kinship, earlier, 'decider') : null);
  });

  test('an appeal by who spoke for the supplier, and has left it since', () => {
    const appeal = { ...matter('filed' as const, []), spokenBy: ['decider'] };
    expect(mayDecideAppeal(appeal, decider([]))).toBe('SUBMITTED_IT');
  });

  test.each(['impose', 'propose', 'drop', 'decide', 'close'] as const)(
    '%s by somebody of the supplier',
    (action: CaseAction) => {
      for (const state of Object.keys(machines.caseStates.table) as machines.CaseState[])
        expect(mayActOnCase(action, matter(state, []), decider([SUPPLIER]))).toBe('BELONGS_TO_PARTY');
    },
  );
});
