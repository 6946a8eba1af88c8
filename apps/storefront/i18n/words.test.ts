import { sameWords } from '@xihuo/ui';
import { en } from './en';
import { farmer as farmerEn } from './en/farmer';
import { zh } from './zh-CN';
import { farmer as farmerZh } from './zh-CN/farmer';

test('the farm households’ pages say the same in both languages', () => {
  expect(sameWords(farmerZh, farmerEn)).toEqual([]);
});

test('the shop says the same in both languages', () => {
  expect(sameWords(zh, en)).toEqual([]);
});
