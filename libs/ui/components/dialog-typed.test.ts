import { afterwards, isText } from './dialog-typed';

test('a box in which nothing was typed closes at once; another one asks first, and Esc at the question stays', () => {
  expect(afterwards('nothing', 'leave')).toBe('closed');
  expect(afterwards('nothing', 'typed')).toBe('something');
  expect(afterwards('something', 'leave')).toBe('asked');
  expect(afterwards('asked', 'leave')).toBe('something');
  expect(afterwards('asked', 'stay')).toBe('something');
});

test.each([
  ['TEXTAREA', 'textarea', null, true],
  ['INPUT', 'text', null, true],
  ['INPUT', 'date', null, true],
  ['INPUT', 'search', null, false],
  ['INPUT', 'text', 'combobox', false],
  ['INPUT', 'checkbox', null, false],
  ['INPUT', 'file', null, false],
  ['SELECT', 'select-one', null, false],
])('%s of type %s with role %s is text: %s', (tagName, type, role, text) => {
  expect(isText({ tagName, type, role })).toBe(text);
});
