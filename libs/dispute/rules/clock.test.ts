import { machines } from '@xihuo/contract';
import { CLOCKS, effectOn, type ClockFacts } from './clock';

const DUE = '2026-03-10';
const facts = (state: machines.DisputeState, more: Partial<ClockFacts> = {}): ClockFacts => ({
  ...{ state, dueOn: DUE, negotiateUntil: '2026-03-20', waitingFor: null },
  ...more,
});

test.each<[machines.DisputeState, Partial<ClockFacts>, string | null]>([
  ['negotiating', { waitingFor: 'supplier' }, 'escalate'],
  ['negotiating', { waitingFor: 'buyer' }, 'lapse'],
  // The talking is over: the platform steps in, whoever spoke last.
  ['negotiating', { waitingFor: 'buyer', negotiateUntil: DUE }, 'escalate'],
  ['evidence', {}, 'mediate'],
  ['mediating', {}, 'overdue'],
  ['decided', {}, 'execute'],
  ['appealed', {}, 'overdue'],
  ['referred', {}, 'ask'],
  ['executed', {}, null],
  ['withdrawn', {}, null],
  ['lapsed', {}, null],
])('%s with %j: %s on the day after', (state, more, effect) => {
  expect(effectOn(facts(state, more), '2026-03-11')).toBe(effect);
  // The last day is a day like the others.
  expect(effectOn(facts(state, more), DUE)).toBeNull();
});

test('every state that waits for somebody has a clock, and no other', () => {
  const open = machines.DISPUTE_STATES.filter((state) => !['executed', 'withdrawn', 'lapsed'].includes(state));
  expect(Object.keys(CLOCKS).sort()).toEqual([...open].sort());
});
