import { states } from '@xihuo/kernel';
import { IMPORT_STATES, importStates, type ImportEvent, type ImportState } from './import-states';

const EVENTS: ImportEvent[] = ['read', 'confirm', 'stop', 'finish', 'discard'];

/** Every state with the events it answers to; what is not written here is an illegal transition, and that is tested too. */
const EXPECTED: Record<ImportState, Partial<Record<ImportEvent, ImportState>>> = {
  reading: { read: 'previewed', discard: 'discarded' },
  previewed: { confirm: 'writing', discard: 'discarded' },
  writing: { stop: 'stopped', finish: 'done' },
  stopped: { confirm: 'writing', discard: 'discarded' },
  done: {},
  discarded: {},
};

it.each(
  IMPORT_STATES.flatMap((state) => EVENTS.map((event) => [state, event, EXPECTED[state][event] ?? null] as const)),
)('%s, %s: %s', (state, event, next) => {
  expect(states.transition(importStates, state, event)).toBe(next);
});

it('reaches every state, and writes nothing that was not confirmed', () => {
  expect([...states.reachable(importStates)].sort()).toEqual([...IMPORT_STATES].sort());
  expect(states.statesBefore(importStates, 'confirm')).toEqual(['previewed', 'stopped']);
});
