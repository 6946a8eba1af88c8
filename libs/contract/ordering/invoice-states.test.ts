import { states } from '@xihuo/kernel';
import { INVOICE_STATES, invoiceStates } from './invoice-states';

const EVENTS = ['issue', 'decline', 'withdraw', 'confirm', 'contest'] as const;
const EXPECTED: Record<string, Record<string, string>> = {
  requested: { issue: 'issued', decline: 'declined', withdraw: 'withdrawn' },
  issued: { confirm: 'confirmed', contest: 'contested' },
  contested: { issue: 'issued', decline: 'confirmed' },
};

test.each(
  INVOICE_STATES.flatMap((state) => EVENTS.map((event) => [state, event, EXPECTED[state]?.[event] ?? null] as const)),
)('%s, %s -> %s', (state, event, next) => {
  expect(states.transition(invoiceStates, state, event)).toBe(next);
});

test('every state is reached, and the list of states is the table', () => {
  expect([...states.reachable(invoiceStates)].sort()).toEqual([...INVOICE_STATES].sort());
});
