import { machines } from '@xihuo/contract';
import { states } from '@xihuo/kernel';
import type { Decider } from '../four-eyes';
import { mayActOnCase, mayActOnMeasure, mayDecideAppeal, type CaseAction, type CasePart } from './may-act';

const SUPPLIER = 'supplier-1';
const COUNTY = '610629';
const reviewer = (
  personId: string,
  organisationId: string | null = null,
  jurisdiction: string | null = null,
): Decider => ({
  personId,
  grants: [{ role: 'reviewer', organisationId, jurisdiction }],
});
const hand = (personId: string, part: CasePart, organisationIds: string[] = []) => ({
  personId,
  part,
  organisationIds,
});
const matter = (state: machines.CaseState, participants: ReturnType<typeof hand>[] = []) => ({
  ...{ supplierId: SUPPLIER, countyCode: COUNTY, state, participants, spokenBy: ['clerk'] },
});
const ACTIONS: CaseAction[] = ['impose', 'propose', 'drop', 'decide', 'close'];
const CASE_STATES = Object.keys(machines.caseStates.table) as machines.CaseState[];

describe.each(ACTIONS)('%s', (action) => {
  test.each(CASE_STATES)('of a case that is %s, as its table says', (state) => {
    const legal = states.transition(machines.caseStates, state, action) !== null;
    expect(mayActOnCase(action, matter(state), reviewer('r1'))).toBe(legal ? null : 'NOT_AT_THIS_STEP');
  });

  const any = machines.caseStates.initial;
  test.each(['auditor', 'operator', 'countyAgriculture', 'supplier', 'mediator', 'finance'])('not by %s', (role) => {
    const decider = { personId: 'p', grants: [{ role, organisationId: null, jurisdiction: null }] };
    expect(mayActOnCase(action, matter(any), decider)).toBe('NOT_YOUR_PART');
  });
  test('not outside of the jurisdiction', () => {
    expect(mayActOnCase(action, matter(any), reviewer('r1', null, '62'))).toBe('NOT_YOUR_PART');
  });
  test('not by who once spoke for the supplier in it', () => {
    expect(mayActOnCase(action, matter(any), reviewer('clerk'))).toBe('SUBMITTED_IT');
  });
  test('not by somebody of the supplier, whatever other role', () => {
    const decider = reviewer('r1');
    const both = {
      ...decider,
      grants: [...decider.grants, { role: 'supplier', organisationId: SUPPLIER, jurisdiction: null }],
    };
    expect(mayActOnCase(action, matter(any), both)).toBe('BELONGS_TO_PARTY');
  });
});

describe('a proposal', () => {
  const proposed = (organisations: string[] = []) => matter('proposed', [hand('r1', 'proposer', organisations)]);
  test('is decided by somebody else', () => {
    expect(mayActOnCase('decide', proposed(), reviewer('r1'))).toBe('HAD_ANOTHER_PART');
    expect(mayActOnCase('decide', proposed(), reviewer('r2'))).toBeNull();
  });
  test('is not decided by a colleague', () => {
    expect(mayActOnCase('decide', proposed(['o1']), reviewer('r2', 'o1'))).toBe('SAME_ORGANISATION');
  });
  test('is taken back by whoever made it', () => {
    expect(mayActOnCase('drop', proposed(), reviewer('r1'))).toBeNull();
  });
});

describe('an appeal', () => {
  const PARTS: CasePart[] = ['opener', 'proposer', 'imposer', 'decider', 'verifier'];
  const appealed = (state: machines.AppealState, participants: ReturnType<typeof hand>[] = []) => ({
    ...{ supplierId: SUPPLIER, countyCode: COUNTY, state, participants, spokenBy: ['clerk'] },
  });
  test.each(PARTS)('is not decided by the %s of its case', (part) => {
    expect(mayDecideAppeal(appealed('filed', [hand('r1', part)]), reviewer('r1'))).toBe('HAD_ANOTHER_PART');
    expect(mayDecideAppeal(appealed('filed', [hand('r1', part, ['o'])]), reviewer('r2', 'o'))).toBe(
      'SAME_ORGANISATION',
    );
    expect(mayDecideAppeal(appealed('filed', [hand('r1', part)]), reviewer('r2'))).toBeNull();
  });
  test('is not decided by who filed it, when they have changed sides', () => {
    expect(mayDecideAppeal(appealed('filed'), reviewer('clerk'))).toBe('SUBMITTED_IT');
  });
  test.each(['upheld', 'dismissed', 'withdrawn'] as const)('that is %s is over', (state) => {
    expect(mayDecideAppeal(appealed(state), reviewer('r2'))).toBe('NOT_AT_THIS_STEP');
  });
});

describe('a measure', () => {
  const measure = (kind: string, state: machines.MeasureState = 'inForce') => ({
    ...{ supplierId: SUPPLIER, countyCode: COUNTY, kind, state, participants: [], spokenBy: ['clerk'] },
  });
  test.each([
    ['notice', null],
    ['warning', null],
    ['productDelisting', null],
    ['suspension', null],
    ['rectification', 'NOT_AT_THIS_STEP'],
    ['exit', 'NOT_AT_THIS_STEP'],
    ['reAdmissionBar', 'NOT_AT_THIS_STEP'],
  ])('%s by hand: %s', (kind, refusal) => {
    expect(mayActOnMeasure('lift', measure(kind), null, reviewer('r1'))).toBe(refusal);
  });
  test.each(Object.keys(machines.measureStates.table) as machines.MeasureState[])(
    '%s is lifted only in force',
    (state) => {
      const expected = state === 'inForce' ? null : 'NOT_AT_THIS_STEP';
      expect(mayActOnMeasure('lift', measure('warning', state), null, reviewer('r1'))).toBe(expected);
    },
  );
  test.each(Object.keys(machines.rectificationStates.table) as machines.RectificationState[])(
    'is verified when it was reported, not when %s',
    (state) => {
      const expected = state === 'reported' ? null : 'NOT_AT_THIS_STEP';
      expect(mayActOnMeasure('verify', measure('rectification'), state, reviewer('r1'))).toBe(expected);
      expect(mayActOnMeasure('sendBack', measure('rectification'), state, reviewer('r1'))).toBe(expected);
      expect(mayActOnMeasure('verify', measure('rectification'), state, reviewer('clerk'))).toBe('SUBMITTED_IT');
    },
  );
});
