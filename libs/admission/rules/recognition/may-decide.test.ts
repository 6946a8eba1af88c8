import { machines } from '@xihuo/contract';
import type { Decider } from '../four-eyes';
import { dossierRefusal, type DossierAction } from '../product/may-decide';
import { recognitionRefusal, type RecognitionAction, type RecognitionMatter } from './may-decide';

const SUPPLIER = 'supplier-1';
const COUNTY = '610629';
const grant = (role: string, jurisdiction: string | null = null, organisationId: string | null = null) => ({
  ...{ role, jurisdiction, organisationId },
});
const who = (personId: string, ...grants: ReturnType<typeof grant>[]): Decider => ({ personId, grants });

const PEOPLE: Record<string, Decider> = {
  clerk: who('clerk', grant('supplier', null, SUPPLIER)),
  otherSupplier: who('otherSupplier', grant('supplier', null, 'supplier-2')),
  countyOfficer: who('countyOfficer', grant('countyRevitalisation', COUNTY)),
  nextCounty: who('nextCounty', grant('countyAgriculture', '610630')),
  reviewer: who('reviewer', grant('reviewer')),
  foreignReviewer: who('foreignReviewer', grant('reviewer', '50')),
  colleagueReviewer: who('colleagueReviewer', grant('reviewer'), grant('supplier', null, SUPPLIER)),
  auditor: who('auditor', grant('auditor', '61')),
  operator: who('operator', grant('operator')),
  stamper: who('stamper', grant('countyRevitalisation', COUNTY), grant('reviewer')),
  checker: who('checker', grant('reviewer'), grant('countyAgriculture', COUNTY)),
};

const matter = (state: machines.RecognitionState): RecognitionMatter => ({
  ...{ state, supplierId: SUPPLIER, countyCode: COUNTY, submittedBy: 'clerk' },
  stampedBy: ['submitted', 'correctionsRequested'].includes(state) ? null : 'stamper',
  checkedBy: ['submitted', 'correctionsRequested', 'countyStamped'].includes(state) ? null : 'checker',
});

/** Who may take which step, and where; every other combination of person, state and step is refused. */
const ALLOWED: Record<RecognitionAction, { states: machines.RecognitionState[]; people: string[] }> = {
  stamp: { states: ['submitted'], people: ['countyOfficer', 'stamper', 'checker'] },
  publish: { states: ['countyStamped'], people: ['reviewer', 'checker'] },
  requestCorrections: { states: ['submitted', 'countyStamped'], people: [] },
  reject: { states: ['submitted', 'countyStamped'], people: [] },
  withdraw: {
    states: ['submitted', 'countyStamped', 'publicNotice', 'correctionsRequested'],
    people: ['clerk', 'colleagueReviewer'],
  },
  resubmit: { states: ['correctionsRequested'], people: ['clerk', 'colleagueReviewer'] },
  revoke: { states: ['recognised'], people: ['reviewer'] },
};
const SENDING_BACK: Partial<Record<machines.RecognitionState, string[]>> = {
  submitted: ['countyOfficer', 'stamper', 'checker'],
  countyStamped: ['reviewer', 'checker'],
};

const rows = machines.RECOGNITION_STATES.flatMap((state) =>
  (Object.keys(ALLOWED) as RecognitionAction[]).flatMap((action) =>
    Object.keys(PEOPLE).map((person) => {
      const { states, people } = ALLOWED[action];
      const hands = action === 'reject' || action === 'requestCorrections' ? (SENDING_BACK[state] ?? []) : people;
      return { state, action, person, allowed: states.includes(state) && hands.includes(person) };
    }),
  ),
);

test.each(rows)('recognition that is $state: $action by $person -> $allowed', ({ state, action, person, allowed }) => {
  expect(recognitionRefusal(action, matter(state), PEOPLE[person]!) === null).toBe(allowed);
});

const DOSSIER: Record<DossierAction, string[]> = {
  approve: ['reviewer', 'stamper', 'checker'],
  requestCorrections: ['reviewer', 'stamper', 'checker'],
  reject: ['reviewer', 'stamper', 'checker'],
  withdraw: ['clerk', 'colleagueReviewer'],
};
const dossierRows = machines.DOSSIER_STATES.flatMap((state) =>
  (Object.keys(DOSSIER) as DossierAction[]).flatMap((action) =>
    Object.keys(PEOPLE).map((person) => {
      const inTime = state === 'submitted' || (state === 'correctionsRequested' && action === 'withdraw');
      return { state, action, person, allowed: inTime && DOSSIER[action].includes(person) };
    }),
  ),
);

test.each(dossierRows)(
  'dossier that is $state: $action by $person -> $allowed',
  ({ state, action, person, allowed }) => {
    const dossier = { state, supplierId: SUPPLIER, countyCode: COUNTY, submittedBy: 'clerk', inStanding: true };
    expect(dossierRefusal(action, dossier, PEOPLE[person]!) === null).toBe(allowed);
  },
);

test('whoever sent a dossier approves it by no second role', () => {
  const dossier = {
    state: 'submitted' as const,
    supplierId: SUPPLIER,
    countyCode: COUNTY,
    submittedBy: 'turncoat',
    inStanding: true,
  };
  expect(dossierRefusal('approve', dossier, who('turncoat', grant('reviewer')))).toBe('SUBMITTED_IT');
  expect(dossierRefusal('approve', { ...dossier, inStanding: false }, PEOPLE['reviewer']!)).toBe(
    'SUPPLIER_NOT_CERTIFIED',
  );
});
