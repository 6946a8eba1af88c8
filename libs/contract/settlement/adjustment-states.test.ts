import { states } from '@xihuo/kernel';
import { ADJUSTMENT_STATES, adjustmentStates } from './adjustment-states';

test('an adjustment reaches every state, and is decided and posted once', () => {
  expect([...states.reachable(adjustmentStates)].sort()).toEqual([...ADJUSTMENT_STATES].sort());
  for (const state of ['refused', 'withdrawn', 'posted'] as const) expect(adjustmentStates.table[state]).toEqual({});
  expect(adjustmentStates.table.approved).toEqual({ post: 'posted' });
});
