import { linesOf } from './word-lines';

it.each([
  ['土豆\n马铃薯\n', ['土豆', '马铃薯']],
  ['土豆、 马铃薯，洋芋', ['土豆', '马铃薯', '洋芋']],
  [' \n', []],
])('%j', (text, expected) => {
  expect(linesOf(text)).toEqual(expected);
});
