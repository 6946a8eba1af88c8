import { machines, reviewing } from '@xihuo/contract';
import { mayAct, type Part, type ReviewAction, type ReviewCase } from './may-act';
import { levelsOf, nextStep, type Level } from './next-step';

const COUNTY = '620503';
const HOUSE = { organisationId: null };
const STATES = Object.keys(machines.applicationStates.table) as machines.ApplicationState[];

/** Everybody who could come, by role and place. */
const PEOPLE = {
  agriculture: { role: 'countyAgriculture', jurisdiction: COUNTY },
  revitalisation: { role: 'countyRevitalisation', jurisdiction: COUNTY },
  agricultureElsewhere: { role: 'countyAgriculture', jurisdiction: '620502' },
  cityAuditor: { role: 'auditor', jurisdiction: '6205' },
  cityAuditorElsewhere: { role: 'auditor', jurisdiction: '6206' },
  provinceAuditor: { role: 'auditor', jurisdiction: '62' },
  reviewer: { role: 'reviewer', jurisdiction: null },
  operator: { role: 'operator', jurisdiction: null },
  supplier: { role: 'supplier', jurisdiction: null },
} as const;
type Who = keyof typeof PEOPLE;

const decider = (who: Who) => ({ personId: who, grants: [{ ...PEOPLE[who], ...HOUSE }] });
const matter = (change: Partial<ReviewCase> = {}): ReviewCase => ({
  state: 'submitted',
  countyCode: COUNTY,
  levels: [],
  parties: ['org-supplier'],
  submittedBy: 'submitter',
  participants: [],
  signed: [],
  claimedBy: null,
  decidedBy: [],
  held: false,
  ...change,
});

/** Who takes which step in which state; everybody and everything else is refused. The reviewer has it claimed. */
function allowed(action: ReviewAction, who: Who, state: machines.ApplicationState, levels: readonly Level[]): boolean {
  const step = nextStep(state, levels);
  const hands: Record<string, Who[]> = {
    county: ['agriculture', 'revitalisation'],
    city: ['cityAuditor'],
    province: ['provinceAuditor'],
    review: ['reviewer'],
  };
  switch (action) {
    case 'signAgriculture':
      return who === 'agriculture' && state === 'submitted';
    case 'signRevitalisation':
      return who === 'revitalisation' && state === 'submitted';
    case 'checkCity':
      return who === 'cityAuditor' && step === 'city';
    case 'checkProvince':
      return who === 'provinceAuditor' && step === 'province';
    case 'claim':
      return who === 'reviewer' && step === 'review';
    case 'decide':
      return who === 'reviewer' && state === 'underReview';
    case 'requestCorrections':
      return step !== null && hands[step]!.includes(who) && (step !== 'review' || state === 'underReview');
    case 'reject':
      return step !== null && step !== 'review' && hands[step]!.includes(who);
  }
}

const LEVELS: Level[][] = [[], ['city'], ['province'], ['city', 'province']];

describe.each(reviewing.REVIEW_ACTIONS)('%s', (action) => {
  const cases = STATES.flatMap((state) =>
    LEVELS.flatMap((levels) => (Object.keys(PEOPLE) as Who[]).map((who) => [who, state, levels] as const)),
  );

  test(`by ${cases.length} cases of person, state and levels`, () => {
    const wrong = cases.filter(([who, state, levels]) => {
      const { refusal } = mayAct(action, matter({ state, levels, claimedBy: 'reviewer' }), decider(who));
      return (refusal === null) !== allowed(action, who, state, levels);
    });
    expect(wrong).toEqual([]);
  });

  test('never by anybody tied to it, whatever the state', () => {
    const tied: Partial<ReviewCase>[] = (Object.keys(PEOPLE) as Who[]).flatMap((who) => [
      { submittedBy: who },
      { participants: [{ personId: who, part: 'recused' as Part, organisationIds: [] }] },
    ]);
    for (const state of STATES) {
      for (const who of Object.keys(PEOPLE) as Who[]) {
        for (const change of tied.filter((one) => JSON.stringify(one).includes(`"${who}"`))) {
          expect(mayAct(action, matter({ state, claimedBy: who, ...change }), decider(who)).refusal).not.toBeNull();
        }
      }
    }
  });

  test('is a transition the table of states knows, wherever it moves one', () => {
    const event = {
      ...{ checkCity: 'checkCity', checkProvince: 'checkProvince' },
      ...{ requestCorrections: 'requestCorrections', reject: 'reject' },
    }[action as string] as machines.ApplicationEvent | undefined;
    if (event === undefined) return;
    for (const [who, state, levels] of cases) {
      if (!allowed(action, who, state, levels)) continue;
      expect(machines.applicationStates.table[state][event]).toBeDefined();
    }
  });
});

/** What the step itself refuses, to somebody who may take it. */
const OF_THE_STEP: [string, ReviewAction, Who, Partial<ReviewCase>, string | null][] = [
  ['signed already', 'signAgriculture', 'agriculture', { signed: ['agriculture'] }, 'ALREADY_DONE'],
  ['the other department signed', 'signAgriculture', 'agriculture', { signed: ['revitalisation'] }, null],
  ['another has it claimed', 'claim', 'reviewer', { state: 'underReview', claimedBy: 'other' }, 'CLAIMED_BY_OTHER'],
  ['claimed by oneself', 'claim', 'reviewer', { state: 'underReview', claimedBy: 'reviewer' }, null],
  ['judged by oneself already', 'claim', 'reviewer', { state: 'underReview', decidedBy: ['reviewer'] }, 'ALREADY_DONE'],
  ['judged by another', 'claim', 'reviewer', { state: 'underReview', decidedBy: ['other'] }, null],
  ['without a claim', 'decide', 'reviewer', { state: 'underReview' }, 'NOT_CLAIMED'],
  ['with another one’s claim', 'decide', 'reviewer', { state: 'underReview', claimedBy: 'other' }, 'NOT_CLAIMED'],
  ['corrections without a claim', 'requestCorrections', 'reviewer', { state: 'underReview' }, 'NOT_CLAIMED'],
  ['one reviewer alone', 'reject', 'reviewer', { state: 'underReview', claimedBy: 'reviewer' }, 'NOT_AT_THIS_STEP'],
  ['on public notice', 'reject', 'reviewer', { state: 'publicNotice' }, 'NOT_AT_THIS_STEP'],
  ['held after the notice', 'reject', 'reviewer', { state: 'publicNotice', held: true }, null],
  ['held, but by the county', 'reject', 'agriculture', { state: 'publicNotice', held: true }, 'NOT_YOUR_PART'],
];

test.each(OF_THE_STEP)('%s', (_, action, who, change, expected) => {
  expect(mayAct(action, matter(change), decider(who)).refusal).toBe(expected);
});

test('a county without a city has no city check, whatever the standard says', () => {
  expect(levelsOf(['province', 'city'], { hasCity: true })).toEqual(['city', 'province']);
  expect(levelsOf(['province', 'city'], { hasCity: false })).toEqual(['province']);
  expect(levelsOf([], { hasCity: true })).toEqual([]);
});
