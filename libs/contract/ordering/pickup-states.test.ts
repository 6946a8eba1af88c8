import { states } from '@xihuo/kernel';
import { PICKUP_STATES, pickupStates } from './pickup-states';

const EXPECTED: Record<string, Record<string, string>> = {
  expected: { takeIn: 'arrived' },
  arrived: { handOver: 'handedOver' },
  handedOver: {},
};

test.each(
  PICKUP_STATES.flatMap((state) =>
    (['takeIn', 'handOver'] as const).map((event) => [state, event, EXPECTED[state]![event] ?? null] as const),
  ),
)('%s, %s -> %s', (state, event, next) => {
  expect(states.transition(pickupStates, state, event)).toBe(next);
});

test('every state is reached, and the list of states is the table', () => {
  expect([...states.reachable(pickupStates)].sort()).toEqual([...PICKUP_STATES].sort());
});
