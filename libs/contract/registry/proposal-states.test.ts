import { states } from '@xihuo/kernel';
import { PROPOSAL_STATES, proposalStates } from './proposal-states';

test('a proposed setting reaches every state, and is decided once', () => {
  expect([...states.reachable(proposalStates)].sort()).toEqual([...PROPOSAL_STATES].sort());
  for (const state of ['approved', 'refused', 'withdrawn'] as const) expect(proposalStates.table[state]).toEqual({});
});
