import { pauseAfter } from './poll';

test('looks sooner at first, less often later, and gives up after a minute', () => {
  const pauses: number[] = [];
  for (let pause = pauseAfter(0); pause !== false; pause = pauseAfter(pauses.length)) pauses.push(pause / 1000);
  expect(pauses.slice(0, 3)).toEqual([2, 4, 8]);
  expect(pauses.reduce((all, pause) => all + pause)).toBe(60);
});
