import { states } from '@xihuo/kernel';
import { DISPUTE_STATES, disputeStates } from './states';

/** Every state with the events it answers to; what is not written here is an illegal transition. */
const EXPECTED = {
  negotiating: { agree: 'executed', escalate: 'evidence', withdraw: 'withdrawn', lapse: 'lapsed' },
  evidence: { agree: 'executed', mediate: 'mediating', withdraw: 'withdrawn', refer: 'referred' },
  mediating: { agree: 'executed', decide: 'decided', withdraw: 'withdrawn', refer: 'referred' },
  decided: { execute: 'executed', appeal: 'appealed' },
  appealed: { execute: 'executed', refer: 'referred' },
  referred: { conclude: 'executed' },
  executed: {},
  withdrawn: {},
  lapsed: {},
};

test('a dispute goes the way its table says, and no other', () => {
  expect(disputeStates.table).toEqual(EXPECTED);
});
test('every state is reached, and every way ends', () => {
  expect([...states.reachable(disputeStates)].sort()).toEqual([...DISPUTE_STATES].sort());
  for (const state of DISPUTE_STATES)
    expect(
      [...states.reachable({ ...disputeStates, initial: state })].some(
        (end) => states.eventsFrom(disputeStates, end).length === 0,
      ),
    ).toBe(true);
});
