import { normalPassword, passwordFault } from './password-policy';

test.each([
  { given: 'seven77', login: 'liming', expected: 'short' },
  { given: '苹果苹果苹果苹', login: 'liming', expected: 'short' },
  { given: '洛川的苹果真甜呀', login: 'liming', expected: null },
  { given: '12345678', login: 'liming', expected: 'common' },
  { given: '１２３４５６７８', login: 'liming', expected: 'common' },
  { given: 'PassWord123', login: 'liming', expected: 'common' },
  { given: 'woaini1314', login: 'liming', expected: 'common' },
  { given: 'zzzzzzzzzzzz', login: 'liming', expected: 'common' },
  { given: 'LiMing-2026', login: 'liming', expected: 'likeLogin' },
  { given: 'the li path', login: 'li', expected: null },
  { given: 'only lower case letters and blanks', login: 'liming', expected: null },
  { given: `${'long and allowed '.repeat(8)}!`, login: 'liming', expected: null },
])('$given is $expected', ({ given, login, expected }) => {
  expect(passwordFault(given, login)).toBe(expected);
});

test('two spellings of one character are one password', () => {
  expect(normalPassword('cafe\u0301-ｘｉｈｕｏ')).toBe(normalPassword('caf\u00e9-xihuo'));
});
