import { endings, isHan, joined, pairs, plain, runs, type Chinese } from './plain';

export interface DocumentWords {
  nameZh: string;
  nameEn: string;
  /** What kind of goods it is, in both languages. */
  kinds: readonly string[];
  /** The county, the prefecture and the province it is from; pinyin by syllable. */
  places: readonly { name: string; pinyin: string }[];
  suppliers: readonly string[];
}

/** What a company is called by its form: everybody's name ends so, and nobody looks for it. */
const FORMS =
  /(?:农民)?(?:种植|养殖|种养殖)?专业合作社(?:联合社)?|(?:有限)?责任公司|股份有限公司|有限公司|家庭农场|经济合作社|集团/g;

/** Marks in a query: what a lexeme is the beginning of. */
export const PINYIN = '1';
export const INITIALS = '2';
export const WORD = '3';

/** A name as it is looked through: |sign by sign|pinyin|initials|english|, each without spaces. */
export function namesText(nameZh: string, nameEn: string, chinese: Chinese): string {
  const zh = joined(plain(nameZh, chinese));
  const spelt = chinese.syllables(hanOf(zh));
  return `|${[zh, spelt.join(''), initialsOf(spelt), joined(plain(nameEn, chinese))].join('|')}|`;
}

/** The lexemes by which a name is found: its signs and pairs, and every ending of its pinyin, initials and words. */
export function nameTerms(nameZh: string, nameEn: string, chinese: Chinese): string[] {
  const zh = plain(nameZh, chinese);
  const spelt = chinese.syllables(hanOf(zh));
  const latin = runs(zh).filter((run) => !isHan(run));
  return [
    ...runs(zh)
      .filter(isHan)
      .flatMap((run) => [...run, ...pairs(run)]),
    ...endings(spelt).map((ending) => PINYIN + ending),
    ...endings(spelt.map((syllable) => syllable[0]!)).map((ending) => INITIALS + ending),
    ...[...latin, ...plain(nameEn, chinese).split(' ')].filter(Boolean).map((word) => WORD + word),
  ];
}

/** Everything a product is found by, each once. */
export function documentTerms(words: DocumentWords, chinese: Chinese): string[] {
  const signs = (text: string) => runs(plain(text, chinese)).flatMap((run) => (isHan(run) ? pairs(run) : [WORD + run]));
  return [
    ...new Set([
      ...nameTerms(words.nameZh, words.nameEn, chinese),
      ...words.kinds.flatMap(signs),
      ...words.places.flatMap(({ name, pinyin }) => [...signs(name), PINYIN + joined(plain(pinyin, chinese))]),
      ...words.suppliers.flatMap((name) => signs(name.replace(FORMS, ''))),
    ]),
  ];
}

export const hanOf = (text: string): string => runs(text).filter(isHan).join('');

export const initialsOf = (spelt: readonly string[]): string => spelt.map((syllable) => syllable[0] ?? '').join('');
