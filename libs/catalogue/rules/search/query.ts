import { INITIALS, numberTerm, PINYIN, WORD } from './document';
import { isHan, joined, pairs, plain, runs, type Chinese } from './plain';

/** Whoever types one of them means all: by every spelling, without spaces, the words of its groups. */
export type Synonyms = ReadonlyMap<string, readonly string[]>;

export interface SearchQuery {
  /** For `@@`; every lexeme in it is quoted. */
  terms: string;
  /** The whole, and the whole with other words for the same: what a name is held against. */
  wholes: string[];
  /** Its words, with spaces where a synonym has several: what is in a name counts more than what is in its place or its seller. */
  words: string[];
}

const MOST_UNITS = 12;
const LONGEST_RUN = 40;
/** Signs of a whole question that are asked for as one word: some become eighteen letters, and the database takes no word of 2 kB. */
const LONGEST_WHOLE = 80;
/** Article numbers have forty characters at most, which may be more when they are written plainly. */
const LONGEST_NUMBER = 80;
const LONGEST_SYNONYM = 8;
/** Words of letters that one synonym may have: goji berry, prickly ash peel. */
const LONGEST_PHRASE = 4;

/** Said beside what is looked for, and in no name: dropped where something else is left. */
const SAID_BESIDE = new Set([
  '的',
  '了',
  '和',
  '与',
  '买',
  '要',
  '想',
  '想要',
  '我要',
  '正宗',
  '特产',
  '新鲜',
  '包邮',
  '优质',
  '批发',
  '商品',
]);

/** Everything in it that may be a synonym: the spellings to be asked for. */
export function synonymKeys(typed: string, chinese: Chinese): string[] {
  const text = plain(typed, chinese);
  const keys = new Set<string>();
  const parts = units(text);
  for (let from = 0; from < parts.length; from += 1)
    for (const phrase of phrasesFrom(parts, from)) keys.add(joined(phrase));
  for (const run of parts.flatMap(runs)) {
    if (!isHan(run)) keys.add(run);
    const signs = [...run].slice(0, LONGEST_RUN);
    if (isHan(run))
      for (let from = 0; from < signs.length; from += 1)
        for (let length = 2; length <= LONGEST_SYNONYM && from + length <= signs.length; length += 1)
          keys.add(signs.slice(from, from + length).join(''));
  }
  keys.add(joined(text).slice(0, 60));
  return [...keys];
}

/** What was typed as a query; null where it holds neither a sign nor a letter nor a digit. */
export function readQuery(typed: string, chinese: Chinese, synonyms: Synonyms): SearchQuery | null {
  const text = plain(typed, chinese);
  const parts = units(text);
  if (parts.length === 0) return null;
  const words = spoken(phrased(parts, synonyms).flatMap((unit) => wordsOf(unit, chinese, synonyms)));
  const split = and(words.map((word) => oneWord(word, synonyms)));
  const number = numberTerm(typed, chinese);
  const whole = number === null || number.length > LONGEST_NUMBER ? [] : [lexeme(number)];
  return {
    terms: or([split, ...asOnePinyin(text, parts, chinese), ...whole]),
    wholes: wholesOf(text, words, synonyms),
    words,
  };
}

const units = (text: string): string[] =>
  text
    .split(' ')
    .filter(Boolean)
    .slice(0, MOST_UNITS)
    .map((unit) => [...unit].slice(0, LONGEST_RUN).join(''));

/** What is typed in letters from one place on, two words at least, the longest first. */
function phrasesFrom(parts: readonly string[], from: number): string[] {
  const signs = parts.findIndex((part, at) => at >= from && isHan(part));
  const most = Math.min(signs === -1 ? parts.length : signs, from + LONGEST_PHRASE);
  return Array.from({ length: Math.max(0, most - from - 1) }, (_, less) => parts.slice(from, most - less).join(' '));
}

/** Words of letters that are one synonym stand together: each by itself would ask for something else. */
function phrased(parts: readonly string[], synonyms: Synonyms): string[] {
  const said: string[] = [];
  for (let at = 0; at < parts.length;) {
    const unit = phrasesFrom(parts, at).find((phrase) => synonyms.has(joined(phrase))) ?? parts[at]!;
    said.push(unit);
    at += unit.split(' ').length;
  }
  return said;
}

/** Words of one unit, Chinese ones cut: synonyms first, since operators know them better than any dictionary. */
function wordsOf(unit: string, chinese: Chinese, synonyms: Synonyms): string[] {
  if (unit.includes(' ')) return [unit];
  return runs(unit).flatMap((run) => (isHan(run) ? cutRun(run, chinese, synonyms) : [run]));
}

function cutRun(run: string, chinese: Chinese, synonyms: Synonyms): string[] {
  const signs = [...run];
  for (let length = Math.min(LONGEST_SYNONYM, signs.length); length >= 2; length -= 1) {
    for (let from = 0; from + length <= signs.length; from += 1) {
      const word = signs.slice(from, from + length).join('');
      if (!synonyms.has(word)) continue;
      const rest = (piece: string[]) => (piece.length === 0 ? [] : cutRun(piece.join(''), chinese, synonyms));
      return [...rest(signs.slice(0, from)), word, ...rest(signs.slice(from + length))];
    }
  }
  return together(chinese.cut(run));
}

/** The dictionary knows few small places: 中, 宁 is 中宁 as somebody typed it. */
function together(pieces: readonly string[]): string[] {
  const words: string[] = [];
  let open = false;
  for (const piece of pieces) {
    const single = [...piece].length === 1 && !SAID_BESIDE.has(piece);
    if (single && open) words[words.length - 1] += piece;
    else words.push(piece);
    open = single;
  }
  return words;
}

function spoken(words: string[]): string[] {
  const meant = words.filter((word) => !SAID_BESIDE.has(word));
  return [...new Set(meant.length > 0 ? meant : words)].slice(0, MOST_UNITS);
}

function oneWord(word: string, synonyms: Synonyms): string {
  const others = (synonyms.get(joined(word)) ?? []).filter((other) => other !== word);
  return or([word, ...others].map(said));
}

/** A word as it stands in names; of several, each. */
function said(word: string): string {
  return and(word.split(' ').map((one) => (isHan(one) ? signs(one) : letters(one))));
}

const signs = (word: string): string => and(pairs(word).map((pair) => lexeme(pair)));

/** Letters may begin a pinyin, initials or an English word; a plural finds its singular. */
function letters(word: string): string {
  const singular = word.length > 3 && word.endsWith('s') ? [lexeme(WORD + word.slice(0, -1))] : [];
  return or([
    ...(word.length > 1 ? [beginning(PINYIN + word)] : []),
    ...(word.length <= 12 ? [beginning(INITIALS + word)] : []),
    word.length > 2 ? beginning(WORD + word) : lexeme(WORD + word),
    ...singular,
  ]);
}

/** Pinyin is typed with spaces and mixed with signs: gou qi, 枸qi and 苟qi all say gouqi. */
function asOnePinyin(text: string, parts: readonly string[], chinese: Chinese): string[] {
  const whole = [...joined(text)].slice(0, LONGEST_WHOLE).join('');
  if (isHan(whole)) {
    if (runs(whole).length < 2) return [];
    const spelt = runs(whole).map((run) => (isHan(run) ? chinese.syllables(run).join('') : run));
    return [beginning(PINYIN + spelt.join(''))];
  }
  return parts.length > 1 ? [beginning(PINYIN + whole), beginning(INITIALS + whole)] : [];
}

function wholesOf(text: string, words: readonly string[], synonyms: Synonyms): string[] {
  const whole = joined(text);
  const wholes = [whole, joined(words.join(''))];
  for (const word of words)
    for (const other of synonyms.get(joined(word)) ?? [])
      wholes.push(joined(words.map((one) => (one === word ? other : one)).join('')));
  for (const other of synonyms.get(whole) ?? []) wholes.push(joined(other));
  return [...new Set(wholes)].slice(0, MOST_UNITS);
}

/** Nothing but letters, signs and digits comes here, so quoting is enough. */
const lexeme = (text: string): string => `'${text}'`;
const beginning = (text: string): string => `'${text}':*`;
const and = (parts: readonly string[]): string => (parts.length === 1 ? parts[0]! : `(${parts.join(' & ')})`);
const or = (parts: readonly string[]): string => (parts.length === 1 ? parts[0]! : `(${parts.join(' | ')})`);
