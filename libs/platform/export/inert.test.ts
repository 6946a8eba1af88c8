import { inert } from './inert';

it.each([
  '=1+1',
  '+86',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '  =1',
  '＝1+1',
  '＋1',
  '－1',
  '＠A1',
  "=cmd|'/c calc'!A1",
])('%j does not run', (text) => {
  expect(inert(text)).toBe(`'${text}`);
});

it.each(['', '永宁村', '91350100M000100Y43', 'a=b', '3-5 斤', "'=1", '甲＝乙'])('%j stays as it is', (text) => {
  expect(inert(text)).toBe(text);
});
