import { wordChecks } from '@xihuo/ui';
import { zh as console } from '../../i18n/zh-CN';
import { en } from './en';
import { zh } from './zh-CN';

test('looking on is told in both languages, and no other part of the console has the same keys', () => {
  expect(wordChecks.sameWords(zh, en)).toEqual([]);
  expect(Object.keys(zh).filter((key) => key in console)).toEqual([]);
});
