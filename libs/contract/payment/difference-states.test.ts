import { states } from '@xihuo/kernel';
import { DIFFERENCE_EVENTS, DIFFERENCE_STATES, differenceStates } from './difference-states';

const EXPECTED: Record<string, Record<string, string>> = {
  open: { assign: 'assigned', heal: 'closed' },
  assigned: { assign: 'assigned', explain: 'explained', repair: 'repaired', heal: 'closed' },
  explained: { assign: 'assigned', close: 'closed', heal: 'closed' },
  repaired: { assign: 'assigned', close: 'closed', heal: 'closed' },
  closed: { recur: 'open' },
};

test.each(
  DIFFERENCE_STATES.flatMap((state) =>
    DIFFERENCE_EVENTS.map((event) => [state, event, EXPECTED[state]![event] ?? null] as const),
  ),
)('%s, %s -> %s', (state, event, next) => {
  expect(states.transition(differenceStates, state, event)).toBe(next);
});

test('every state is reached', () => {
  expect([...states.reachable(differenceStates)].sort()).toEqual([...DIFFERENCE_STATES].sort());
});
