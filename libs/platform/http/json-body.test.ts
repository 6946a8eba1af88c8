import { parseJson } from './json-body';

test.each([
  ['plain', '{"a":1,"b":[{"a":2},{"a":3}]}'],
  ['a key that also is a value', '{"a":"a","b":"a"}'],
  ['colons and braces inside strings', '{"a":"x\\":{","b":"}"}'],
  ['the same key in neighbours', '{"a":{"k":1},"b":{"k":1}}'],
  ['a bare number', '12'],
  ['quotes escaped before a backslash', '{"a":"\\\\","b":1}'],
])('%s is read', (_, text) => {
  expect(parseJson(text)).toEqual(JSON.parse(text));
});

test.each([
  ['cut off', '{"a":'],
  ['empty', ''],
  ['a key twice', '{"quantity":1,"quantity":100}'],
  ['a key twice, with space before the colon', '{"a" : 1, "a"\n:2}'],
  ['a key twice, once escaped', '{"a":1,"\\u0061":2}'],
  ['a key twice, deep inside', '{"lines":[{"q":1},{"q":1,"q":2}]}'],
  ['__proto__', '{"__proto__":{"role":"operator"}}'],
  ['__proto__ escaped', '{"\\u005f_proto__":{}}'],
])('%s is refused', (_, text) => {
  expect(() => parseJson(text)).toThrow(expect.objectContaining({ code: 'MALFORMED_JSON' }));
});

test('deep nesting and long strings cost no stack', () => {
  const deep = '['.repeat(5_000) + ']'.repeat(5_000);
  expect(() => parseJson(deep)).not.toThrow();
  expect(() => parseJson(JSON.stringify({ a: 'x"'.repeat(200_000) }))).not.toThrow();
});
