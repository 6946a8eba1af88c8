import { changedPointers } from './changed-pointers';

test.each<[string, unknown, unknown, string[]]>([
  ['nothing', { a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }, []],
  ['a value', { a: 1 }, { a: 2 }, ['/a']],
  ['a value within', { a: { b: [1, 2] } }, { a: { b: [1, 3] } }, ['/a/b/1']],
  ['what came', {}, { a: null }, ['/a']],
  ['what went', { a: [1, 2] }, { a: [1] }, ['/a/1']],
  ['a value that became a tree', { a: null }, { a: { b: 1 } }, ['/a']],
  ['everything', 1, 2, ['/']],
])('%s', (_what, before, after, expected) => {
  expect(changedPointers(before, after)).toEqual(expected);
});
