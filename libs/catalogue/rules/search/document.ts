import { endings, isHan, joined, pairs, plain, remembering, runs, type Chinese } from './plain';

/** A name as it is compared, read once for everything that is made of it. */
export interface Name {
  zh: string;
  en: string;
  /** One syllable a sign. */
  spelt: readonly string[];
}

export interface DocumentWords {
  name: Name;
  /** What kind of goods it is, in both languages. */
  kinds: readonly string[];
  /** The county, the prefecture and the province it is from; pinyin by syllable. */
  places: readonly { name: string; pinyin: string }[];
  suppliers: readonly string[];
  /** Of its packs: the sellers' own numbers (商家货号) and GTINs. */
  numbers: readonly string[];
}

/** What a company is called by its form: everybody's name ends so, and nobody looks for it. */
const FORMS =
  /(?:农民)?(?:种植|养殖|种养殖)?专业合作社(?:联合社)?|(?:有限)?责任公司|股份有限公司|有限公司|家庭农场|经济合作社|集团/g;

/** Marks in a query: what a lexeme is the beginning of. */
export const PINYIN = '1';
export const INITIALS = '2';
export const WORD = '3';
/** What is found whole or not at all. */
export const NUMBER = '4';

/**
 * A number of goods as it is typed on either side: without spaces and hyphens, and without the zeros that fill a bar code of 8, 12 or
 * 13 digits up to 14. Null for what has no digit, which is a word, and for what is too short to be told from a weight.
 */
export function numberTerm(text: string, chinese: Pick<Chinese, 'simplified'>): string | null {
  const number = joined(plain(text, chinese));
  if (number.length < SHORTEST_NUMBER || !/\d/.test(number)) return null;
  return NUMBER + (/^\d{8,}$/.test(number) ? number.replace(/^0+(?=\d)/, '') : number);
}

const SHORTEST_NUMBER = 3;

export function nameOf(nameZh: string, nameEn: string, chinese: Chinese): Name {
  const zh = plain(nameZh, chinese);
  return { zh, en: plain(nameEn, chinese), spelt: chinese.syllables(hanOf(zh)) };
}

/** A name as it is looked through: |sign by sign|pinyin|initials|english|, each without spaces. */
export function namesText({ zh, en, spelt }: Name): string {
  return `|${[joined(zh), spelt.join(''), initialsOf(spelt), joined(en)].join('|')}|`;
}

/** The lexemes by which a name is found: its signs and pairs, and every ending of its pinyin, initials and words. */
export function nameTerms({ zh, en, spelt }: Name): string[] {
  const parts = runs(zh);
  return [
    ...parts.filter(isHan).flatMap((run) => [...run, ...pairs(run)]),
    ...endings(spelt).map((ending) => PINYIN + ending),
    ...endings(spelt.map(firstOf)).map((ending) => INITIALS + ending),
    ...[...parts.filter((run) => !isHan(run)), ...en.split(' ')].filter(Boolean).map((word) => WORD + word),
  ];
}

/** Everything a product is found by, with spaces between: letters, signs and digits need no quotes among lexemes. */
export function documentTerms({ name, kinds, places, suppliers, numbers }: DocumentWords, besides: Besides): string {
  return [
    ...nameTerms(name),
    ...kinds.map(besides.signs),
    ...places.map((place) => `${besides.signs(place.name)} ${besides.pinyin(place.pinyin)}`),
    ...suppliers.map(besides.seller),
    ...numbers.flatMap((number) => besides.number(number) ?? []),
  ].join(' ');
}

/** What stands beside names, in every second document again: lexemes with spaces between. */
export interface Besides {
  signs(text: string): string;
  pinyin(spelt: string): string;
  seller(name: string): string;
  number(text: string): string | null;
}

/** Reads each text once for as long as it is kept: for a batch, so that it holds no more than a batch has. */
export function besidesOf(chinese: Chinese): Besides {
  const signs = remembering((text: string) =>
    runs(plain(text, chinese))
      .flatMap((run) => (isHan(run) ? pairs(run) : [WORD + run]))
      .join(' '),
  );
  return {
    signs,
    pinyin: remembering((spelt: string) => PINYIN + joined(plain(spelt, chinese))),
    seller: remembering((name: string) => signs(name.replace(FORMS, ''))),
    // Hardly two packs have one number: nothing to remember.
    number: (text) => numberTerm(text, chinese),
  };
}

export const hanOf = (text: string): string => runs(text).filter(isHan).join('');

/** A sign that no table spells stands for itself, and may be written in two halves: never one of them alone. */
const firstOf = (syllable: string): string => [...syllable][0] ?? '';
export const initialsOf = (spelt: readonly string[]): string => spelt.map(firstOf).join('');
