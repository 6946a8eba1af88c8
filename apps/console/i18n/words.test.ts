import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { wordChecks } from '@xihuo/ui';
import { en } from './en';
import { changed as enChanged } from './en/changed';
import { deeds as enDeeds } from './en/deeds';
import { zh } from './zh-CN';
import { changed } from './zh-CN/changed';
import { deeds } from './zh-CN/deeds';

const { doubledWords, sameWords } = wordChecks;

test('the console says the same in both languages', () => {
  expect(sameWords({ ...zh, ...deeds, ...changed }, { ...en, ...enDeeds, ...enChanged })).toEqual([]);
});

test.each([
  ['zh-CN', { ...zh, ...deeds, ...changed }],
  ['en', { ...en, ...enDeeds, ...enChanged }],
])(
  'no two parts of the console’s words in %s hold the same key, and every part is joined or fetched',
  async (locale, whole) => {
    const folder = join(__dirname, locale);
    const files = await Promise.all(
      readdirSync(folder).map((name) => import(join(folder, name)) as Promise<Record<string, Record<string, string>>>),
    );
    const parts = files.flatMap((file) => Object.values(file));
    expect(doubledWords(parts)).toEqual([]);
    expect(parts.flatMap((part) => Object.keys(part)).sort()).toEqual(Object.keys(whole).sort());
  },
);

/** Every page and piece, as it is written. */
function sources(below = ''): [string, string][] {
  const root = join(__dirname, '..', below);
  return readdirSync(root, { withFileTypes: true }).flatMap((entry): [string, string][] => {
    const path = join(below, entry.name);
    if (entry.isDirectory()) return sources(path);
    return entry.name.endsWith('.tsx') ? [[path, readFileSync(join(root, entry.name), 'utf8')]] : [];
  });
}

test('nothing stands apart from words that end with a full-width sign, which brings its own room', () => {
  const words: Readonly<Record<string, string>> = zh;
  const apart = sources().flatMap(([path, text]) =>
    [...text.matchAll(/\{t\('([\w.]+)'[^{}]*(?:\{[^{}]*\}[^{}]*)?\)\}(?: |\{' '\}\s*)[<{]/g)]
      .filter(([, key]) => /[，。；：！？]$/.test(words[key!] ?? ''))
      .map(([, key]) => `${path}: ${key}`),
  );
  expect(apart).toEqual([]);
});
