import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SHOP = join(__dirname, '..');
const LOCALE = join(__dirname, 'zh-CN');
/** At hand from the start, or of a document of its own. */
const AT_HAND = ['edge', 'frame', 'buying', 'goods', 'search', 'farmer'];

const all = new Map(
  readdirSync(LOCALE)
    .map((file) => file.replace('.ts', ''))
    .map((part) => [camel(part), keysIn(join(LOCALE, `${part}.ts`))]),
);
const lazy = new Map([...all].filter(([part]) => !AT_HAND.includes(part)));

function camel(file: string): string {
  return file.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function keysIn(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/^ {2}'([\w.-]+)':/gm)].map(([, key]) => key!);
}

/** The file that a relative import names. */
function resolved(from: string, name: string): string | undefined {
  const base = join(dirname(from), name);
  return ['.tsx', '.ts'].map((ending) => base + ending).find(existsSync);
}

/** A part of a page that fetches its own words: `later(() => import('./x'), 'X', 'words')`. */
const LATER = /(?:later|lazyPart)\(\s*\(\) => import\('(\.[^']+)'\),\s*'\w+'((?:,\s*'\w+')*),?\s*\)/g;

/**
 * A file of the shop and all it is made of; what it fetches later by itself counts too, since it is shown in the same place, but for
 * parts with words of their own.
 */
function madeOf(file: string, known = new Set<string>()): Set<string> {
  if (known.has(file)) return known;
  known.add(file);
  const text = readFileSync(file, 'utf8')
    .replace(/^import type .*$/gm, '')
    .replace(LATER, '');
  for (const [, name] of text.matchAll(/(?:from|import\()\s*'(\.[^']+)'/g)) {
    const next = resolved(file, name!);
    if (next && !next.includes('/i18n/')) madeOf(next, known);
  }
  return known;
}

/** Parts whose words a file names, whole or by their beginning. */
function saidIn(file: string, parts = lazy): string[] {
  const text = readFileSync(file, 'utf8');
  const whole = new Set([...text.matchAll(/'([a-zA-Z]+\.[\w.-]+)'/g)].map(([, key]) => key!));
  const begun = [...text.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g)].map(([, key]) => key!);
  return [...parts]
    .filter(([, keys]) => keys.some((key) => whole.has(key) || begun.some((beginning) => key.startsWith(beginning))))
    .map(([part]) => part);
}

const saidBy = (file: string, parts = lazy): string[] =>
  [...new Set([...madeOf(file)].flatMap((each) => saidIn(each, parts)))].sort();

const ROUTES = readFileSync(join(SHOP, 'routes.tsx'), 'utf8').replace(/^\/\*\*.*$/gm, '');
const pages = [...ROUTES.matchAll(/page\(\s*\(\) => import\('\.\/([\w/-]+)'\),\s*'\w+'((?:,\s*'\w+')*),?\s*\)/g)].map(
  ([, file, said]) => [file!, [...said!.matchAll(/'(\w+)'/g)].map(([, part]) => part!).sort()] as const,
);

test('every page is looked at', () => {
  expect(pages.length).toBe([...ROUTES.matchAll(/\.\.\.page\(/g)].length);
  expect(pages.length).toBeGreaterThan(30);
});

test.each(pages)('%s fetches the words it says, and no others', (file, fetched) => {
  expect(fetched).toEqual(saidBy(join(SHOP, `${file}.tsx`)));
});

const later = readdirSync(SHOP, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('-parts.ts'))
  .flatMap((file) =>
    [...readFileSync(join(SHOP, file), 'utf8').matchAll(LATER)].map(
      ([, part, said]) =>
        [resolved(join(SHOP, file), part!)!, [...said!.matchAll(/'(\w+)'/g)].map(([, name]) => name!).sort()] as const,
    ),
  );

test('parts that come later are looked at', () => expect(later.length).toBeGreaterThan(4));

test.each(later)('%s, which comes later, fetches the words it says, and no others', (file, fetched) => {
  expect(fetched).toEqual(saidBy(file));
});

test('what surrounds every page says nothing that has to be fetched', () => {
  const frame = ['frame/shell.tsx', 'frame/not-found.tsx', 'frame/route-failed.tsx'];
  for (const file of frame) expect([file, saidBy(join(SHOP, file))]).toEqual([file, []]);
});

test('the lot’s document says what it has at hand and fetches, and no others', () => {
  const says = saidBy(join(SHOP, 'trace/document/lot-document.tsx'), all);
  expect(says.filter((part) => part !== 'farmer')).toEqual(['edge', 'goods', 'proof']);
});

test('every word is said somewhere', () => {
  const texts = readdirSync(SHOP, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.startsWith('i18n/') && !file.includes('.test.'))
    .map((file) => readFileSync(join(SHOP, file), 'utf8'))
    .join('\n');
  const whole = new Set([...texts.matchAll(/['"`]([a-zA-Z]+\.[\w.-]+)['"`]/g)].map(([, key]) => key!));
  const begun = [...texts.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g)].map(([, key]) => key!);
  const isSaid = (key: string) => whole.has(key) || begun.some((beginning) => key.startsWith(beginning));
  // The sections of a legal text are said by a list of its own, which a test beside it holds against the words.
  const unsaid = [...all]
    .filter(([part]) => part !== 'legal')
    .flatMap(([, keys]) => keys.filter((key) => !isSaid(key)));
  expect(unsaid).toEqual([]);
});
