import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { doubledWords, sameWords } from '@xihuo/ui';
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

test.each(['zh-CN', 'en'])('no two parts of the shop’s words in %s hold the same key', async (locale) => {
  const folder = join(__dirname, locale);
  // The farm households' pages have a catalog of their own.
  const names = readdirSync(folder).filter((name) => name !== 'farmer.ts');
  const files = await Promise.all(
    names.map((name) => import(join(folder, name)) as Promise<Record<string, Record<string, string>>>),
  );
  expect(doubledWords(files.flatMap((file) => Object.values(file)))).toEqual([]);
});
