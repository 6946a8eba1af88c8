import { sameWords } from '@xihuo/ui';
import { en } from './en';
import { zh } from './zh-CN';

test('the console says the same in both languages', () => {
  expect(sameWords(zh, en)).toEqual([]);
});
