import { changesOf, isComplete, linesOf, unitAt } from './value-tree';

const rule = { mode: 'rate', windowDays: 90, steps: [{ at: 300, measure: 'case' }] };

test('a rule is read line by line, a list of plain values in one', () => {
  expect(linesOf({ grades: ['first', 'second'], ...rule })).toEqual([
    { path: ['grades'], value: ['first', 'second'] },
    { path: ['mode'], value: 'rate' },
    { path: ['windowDays'], value: 90 },
    { path: ['steps', '1', 'at'], value: 300 },
    { path: ['steps', '1', 'measure'], value: 'case' },
  ]);
});

test('only what is said otherwise is a change: other, gone, new', () => {
  expect(changesOf({ a: 1, b: [1, 2], c: 3 }, { a: 1, b: [1], d: 4 })).toEqual([
    { path: ['b'], before: [1, 2], after: [1] },
    { path: ['c'], before: 3, after: undefined },
    { path: ['d'], before: undefined, after: 4 },
  ]);
  expect(changesOf(rule, structuredClone(rule))).toEqual([]);
  expect(changesOf(['x'], ['x', 'y'])).toEqual([{ path: [], before: ['x'], after: ['x', 'y'] }]);
});

test('what was typed and is no number, or was left empty, is not complete', () => {
  expect(isComplete({ a: [1, null], b: 'x' })).toBe(true);
  expect(isComplete({ a: [Number.NaN] })).toBe(false);
  expect(isComplete({ a: '' })).toBe(false);
});

test.each([
  ['benefit.leastDayWageFen', { '62': 1 }, ['62'], 'fen'],
  ['trace.processingYieldBp', {}, ['grading', 'leastBp'], 'basisPoints'],
  ['admission.signalRule.returns', rule, ['steps', '1', 'at'], 'basisPoints'],
  ['admission.signalRule.returns', { ...rule, mode: 'days' }, ['steps', '1', 'at'], null],
  ['admission.signalRule.returns', rule, ['windowDays'], null],
] as const)('%s %j at %j counts %s', (key, root, path, unit) => {
  expect(unitAt(key, root, path)).toBe(unit);
});
