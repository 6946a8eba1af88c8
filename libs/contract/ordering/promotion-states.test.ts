import { states } from '@xihuo/kernel';
import { PROMOTION_STATES, promotionStates } from './promotion-states';

const EXPECTED: Record<string, Record<string, string>> = {
  draft: { publish: 'published', end: 'ended' },
  published: { end: 'ended' },
  ended: {},
};

test.each(
  PROMOTION_STATES.flatMap((state) =>
    (['publish', 'end'] as const).map((event) => [state, event, EXPECTED[state]![event] ?? null] as const),
  ),
)('%s, %s -> %s', (state, event, next) => {
  expect(states.transition(promotionStates, state, event)).toBe(next);
});

test('every state is reached, and the list of states is the table', () => {
  expect([...states.reachable(promotionStates)].sort()).toEqual([...PROMOTION_STATES].sort());
});
