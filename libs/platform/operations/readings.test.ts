import { faultOf } from './readings';
import type { ReadingRow } from './readings.sql';

const row = (given: Partial<ReadingRow>): ReadingRow => ({
  ...{ kind: 'outbox', name: 'x', count: 0, since: null, age: null, bad: false, every_ms: null, reason: null },
  ...given,
});

test.each<[string, Partial<ReadingRow>, boolean]>([
  ['nothing waits', {}, false],
  ['what came a moment ago', { count: 3, age: 20 }, false],
  ['what waits since long', { count: 1, age: 301 }, true],
  ['mail has more time', { kind: 'message', count: 1, age: 301 }, false],
  ['but not for ever', { kind: 'message', count: 1, age: 901 }, true],
  ['the chain has least', { kind: 'audit', count: 1, age: 61 }, true],
  ['what was laid aside', { kind: 'deadLetters', count: 1, age: 1 }, true],
  ['a worker nobody heard of', { kind: 'process' }, true],
  ['a worker of a minute ago', { kind: 'process', age: 60 }, false],
  ['a worker of five minutes ago', { kind: 'process', age: 300 }, true],
  ['a job that never ran', { kind: 'job' }, true],
  ['a job whose last round failed', { kind: 'job', age: 1, bad: true, every_ms: 1_000 }, true],
  ['an hourly job of two hours ago', { kind: 'job', age: 7_200, every_ms: 3_600_000 }, false],
  ['a job of every second, of two hours ago', { kind: 'job', age: 7_200, every_ms: 1_000 }, true],
  ['a switch is no fault', { kind: 'switch', bad: true }, false],
])('%s', (_, given, wrong) => {
  const fault = faultOf(row(given));
  expect(fault !== null).toBe(wrong);
  if (fault) expect(Object.values(fault).every((words) => words.length > 3)).toBe(true);
});
