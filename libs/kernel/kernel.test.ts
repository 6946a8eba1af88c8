import { canonicalJson } from './canonical';
import { isUuid, uuidv7 } from './ids';
import { reachable, statesBefore, transition, type StateTable } from './states';
import { addDays, businessDate, clockTime } from './time';

test('a business date turns at midnight in Shanghai, not in London', () => {
  expect(businessDate(new Date('2026-11-23T15:59:59Z'))).toBe('2026-11-23');
  expect(businessDate(new Date('2026-11-23T16:00:00Z'))).toBe('2026-11-24');
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
});

test('an instant is told by the clock of Beijing, to the minute', () => {
  expect(clockTime(new Date('2026-11-23T16:05:59Z'))).toBe('2026-11-24 00:05');
});

test('ids made later sort later and are valid version 7', () => {
  const random = new Uint8Array(16).fill(255);
  const early = uuidv7(Date.UTC(2026, 0, 1), random);
  const late = uuidv7(Date.UTC(2026, 0, 2), new Uint8Array(16));
  expect(early < late).toBe(true);
  expect(isUuid(early) && early[14] === '7').toBe(true);
});

test('equal values have equal text, whatever the order of their keys', () => {
  expect(canonicalJson({ b: 1n, a: [{ d: 1, c: 2 }] })).toBe(canonicalJson({ a: [{ c: 2, d: 1 }], b: '1' }));
});

test('a state table answers legal and illegal events and knows what can be reached', () => {
  const door: StateTable<'open' | 'shut' | 'bricked', 'close' | 'open'> = {
    initial: 'open',
    table: { open: { close: 'shut' }, shut: { open: 'open' }, bricked: {} },
  };
  expect(transition(door, 'open', 'close')).toBe('shut');
  expect(transition(door, 'bricked', 'open')).toBeNull();
  expect(statesBefore(door, 'open')).toEqual(['shut']);
  expect([...reachable(door)].sort()).toEqual(['open', 'shut']);
});
