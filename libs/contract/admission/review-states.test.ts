import { states } from '@xihuo/kernel';
import * as reviewing from './review-states';
import { applicationStates } from './states';

type Machine = states.StateTable<string, string>;

const OPEN = { requestCorrections: 'correctionsRequested', reject: 'rejected', withdraw: 'withdrawn' };

/** Every state with the events it answers to; what is not written here is an illegal transition, and that is tested too. */
const EXPECTED: Record<string, [machine: Machine, table: Record<string, Record<string, string>>]> = {
  application: [
    applicationStates,
    {
      draft: { submit: 'submitted', withdraw: 'withdrawn' },
      submitted: { recommend: 'countyRecommended', ...OPEN },
      countyRecommended: {
        ...{ checkCity: 'cityChecked', checkProvince: 'provinceChecked', startReview: 'underReview' },
        ...OPEN,
      },
      cityChecked: { checkProvince: 'provinceChecked', startReview: 'underReview', ...OPEN },
      provinceChecked: { startReview: 'underReview', ...OPEN },
      underReview: { publish: 'publicNotice', ...OPEN },
      publicNotice: { certify: 'certified', ...OPEN },
      certified: {},
      correctionsRequested: { resubmit: 'submitted', withdraw: 'withdrawn' },
      rejected: {},
      withdrawn: {},
    },
  ],
  review: [
    reviewing.reviewStates,
    {
      claimed: { claim: 'claimed', release: 'released', decide: 'decided' },
      released: { claim: 'claimed' },
      decided: {},
    },
  ],
  inspection: [
    reviewing.inspectionStates,
    { planned: { report: 'reported', cancel: 'cancelled' }, reported: {}, cancelled: {} },
  ],
  publicNotice: [
    reviewing.publicNoticeStates,
    { open: { pass: 'passed', fail: 'failed', withdraw: 'withdrawn' }, passed: {}, failed: {}, withdrawn: {} },
  ],
  objection: [
    reviewing.objectionStates,
    { open: { uphold: 'upheld', dismiss: 'dismissed' }, upheld: {}, dismissed: {} },
  ],
};

describe.each(Object.entries(EXPECTED))('%s', (_, [machine, table]) => {
  const all = Object.keys(machine.table);
  const events = [...new Set([machine.table, table].flatMap(Object.values).flatMap((row) => Object.keys(row)))];
  const cases = all.flatMap((state) => events.map((event) => [state, event, table[state]?.[event] ?? null] as const));

  test('knows the states of the list and no others', () => {
    expect(all.sort()).toEqual(Object.keys(table).sort());
  });

  test.each(cases)('%s x %s -> %s', (state, event, next) => {
    expect(states.transition(machine, state, event)).toBe(next);
  });

  test('reaches every state from its beginning', () => {
    expect([...states.reachable(machine)].sort()).toEqual(all.sort());
  });
});
