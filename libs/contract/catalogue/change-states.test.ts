import { states } from '@xihuo/kernel';
import { CHANGE_EVENTS, CHANGE_STATES, changeStates } from './change-states';

/** Every state with every event it answers to; all other pairs are illegal, and tested as such. */
const EXPECTED: Record<string, Record<string, string>> = {
  draft: { save: 'draft', submit: 'submitted', cancel: 'cancelled' },
  submitted: {
    requestChanges: 'changesRequested',
    confirm: 'published',
    reject: 'rejected',
    cancel: 'cancelled',
  },
  changesRequested: { save: 'changesRequested', submit: 'submitted', cancel: 'cancelled' },
  published: {},
  rejected: {},
  cancelled: {},
};

test.each(
  CHANGE_STATES.flatMap((state) =>
    CHANGE_EVENTS.map((event) => [state, event, EXPECTED[state]![event] ?? null] as const),
  ),
)('%s, %s -> %s', (state, event, next) => {
  expect(states.transition(changeStates, state, event)).toBe(next);
});

test('every state is reached, and the list of states is the table', () => {
  expect([...states.reachable(changeStates)].sort()).toEqual([...CHANGE_STATES].sort());
  expect(Object.keys(changeStates.table)).toEqual([...CHANGE_STATES]);
});
