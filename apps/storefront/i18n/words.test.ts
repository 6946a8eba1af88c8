import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { wordChecks, type Translation } from '@xihuo/ui';

const { doubledWords, sameWords } = wordChecks;

type Catalog = Readonly<Record<string, string>>;

const filesOf = (locale: string) => readdirSync(join(__dirname, locale)).sort();
async function catalogOf<C>(locale: string, name: string): Promise<C> {
  const module = (await import(join(__dirname, locale, name))) as Record<string, C>;
  return Object.values(module)[0]!;
}

test('both languages have the same parts', () => {
  expect(filesOf('en')).toEqual(filesOf('zh-CN'));
});

test.each(filesOf('zh-CN'))('%s says the same in both languages', async (name) => {
  const zh = await catalogOf<Catalog>('zh-CN', name);
  expect(sameWords(zh, await catalogOf<Translation<Catalog>>('en', name))).toEqual([]);
});

test.each(['zh-CN', 'en'])('no two parts of the shop’s words in %s hold the same key', async (locale) => {
  // The farm households' pages have a catalog of their own.
  const names = filesOf(locale).filter((name) => name !== 'farmer.ts');
  expect(doubledWords(await Promise.all(names.map((name) => catalogOf<Catalog>(locale, name))))).toEqual([]);
});
