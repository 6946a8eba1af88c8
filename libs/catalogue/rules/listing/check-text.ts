import type { machines } from '@xihuo/contract';

/** A rule of words: dated data, compiled on every look so that a new version needs no new code. */
export interface WordRule {
  readonly id: string;
  readonly law: string;
  readonly weight: machines.listings.TextFinding['weight'];
  readonly patterns: readonly string[];
  /** A kind of certificate that makes the words lawful while it is valid. */
  readonly unless?: string;
  readonly why: { zh: string; en: string };
  readonly fix: { zh: string; en: string };
}

export interface WordRules {
  readonly version: string;
  readonly rules: readonly WordRule[];
}

/**
 * What people write between two Chinese signs so that a word is not found: blanks, dots, quotes, pictures and what nobody sees; never
 * the end of a clause. The twin of `catalogue.plain_words`, whose patterns know no properties of characters.
 */
const BETWEEN =
  /[\s\u00AD\u034F\u061C\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\u{E0000}-\u{E0FFF}·・•‧.*_~|/\\+=^#&\-—「」『』“”"'《》【】()\u2190-\u21FF\u2300-\u23FF\u25A0-\u27BF\u2B00-\u2BFF\u{1F300}-\u{1FAFF}]/u;
const HAN = /\p{Script=Han}/u;

/** What the rule is told about Chinese signs: it knows no library. */
export interface Signs {
  /** The simplified sign of a traditional one, any other as it is. */
  simplifiedSign(sign: string): string;
}

interface Squeezed {
  readonly text: string;
  /** Where each unit of the squeezed text stands in the text. */
  readonly at: readonly number[];
}

interface Unit {
  readonly sign: string;
  readonly isHan: boolean;
  readonly isBetween: boolean;
}
/** What each sign reads as. A table says the same few thousand signs in each of its rows, and reading them was half of writing it. */
const readings = new WeakMap<Signs, Map<string, readonly Unit[]>>();
/** More signs than Chinese is written with: who writes others is read anew. */
const MOST_KEPT = 20_000;

function unitsOf(sign: string, { simplifiedSign }: Signs, kept: Map<string, readonly Unit[]>): readonly Unit[] {
  const known = kept.get(sign);
  if (known) return known;
  const units = [...sign.normalize('NFKC').toLowerCase()].map((unit): Unit => {
    const isHan = HAN.test(unit);
    const simple = isHan ? simplifiedSign(unit) : unit;
    return { sign: simple, isHan: HAN.test(simple), isBetween: BETWEEN.test(simple) };
  });
  if (kept.size < MOST_KEPT) kept.set(sign, units);
  return units;
}

/** The text as it is looked through: half width, small letters, simplified, nothing written between Chinese signs. */
export function squeeze(text: string, signs: Signs): Squeezed {
  const kept = readings.get(signs) ?? new Map<string, readonly Unit[]>();
  readings.set(signs, kept);
  const units: Unit[] = [];
  const places: number[] = [];
  let place = 0;
  for (const sign of text) {
    for (const unit of unitsOf(sign, signs, kept)) {
      units.push(unit);
      places.push(place);
    }
    place += sign.length;
  }
  // The next sign that is really written, read from the end, so that a long text costs no more than its length.
  const next: boolean[] = [];
  for (let index = units.length - 1, han = false; index >= 0; index -= 1) {
    next[index] = han;
    if (!units[index]!.isBetween) han = units[index]!.isHan;
  }
  const at: number[] = [];
  let squeezed = '';
  let afterHan = false;
  for (const [index, { sign, isHan, isBetween }] of units.entries()) {
    if (isBetween && afterHan && next[index]) continue;
    if (!isBetween) afterHan = isHan;
    squeezed += sign;
    for (let unit = 0; unit < sign.length; unit += 1) at.push(places[index]!);
  }
  return { text: squeezed, at };
}

interface Compiled {
  readonly rule: WordRule;
  readonly pattern: RegExp;
}
interface CompiledRules {
  readonly each: readonly Compiled[];
  /** Says of nearly every text that no rule has anything to say about it, in one reading. */
  readonly any: RegExp;
}
/** The patterns of rules that were met before: a table of ten thousand rows is looked through with one set of them. */
const compiled = new WeakMap<readonly WordRule[], CompiledRules>();

function patternsOf(rules: readonly WordRule[], { simplifiedSign }: Signs): CompiledRules {
  const known = compiled.get(rules);
  if (known) return known;
  const words = rules.map(({ patterns }) =>
    // As the texts are: a word of a rule that reads otherwise in simplified signs would be found nowhere.
    patterns.join('|').replaceAll(/\p{Script=Han}/gu, (sign) => simplifiedSign(sign)),
  );
  const each = rules.map((rule, at) => ({ rule, pattern: new RegExp(words[at]!, 'gu') }));
  const made = { each, any: new RegExp(words.join('|'), 'u') };
  compiled.set(rules, made);
  return made;
}

/**
 * Looks texts through for what may not stand in a listing (广告法 art. 9, 17, 18; 食品安全法 art. 73). Pure: the same texts, rules
 * and certificates give the same findings, in the order of the fields, the text and the rules.
 *
 * @param certificates kinds that are valid for this product today
 */
export function checkTexts(
  { rules }: WordRules,
  texts: Partial<Readonly<Record<machines.listings.FoundIn, string>>>,
  certificates: readonly string[],
  signs: Signs,
): machines.listings.TextFinding[] {
  const { each, any } = patternsOf(rules, signs);
  const active = each.filter(({ rule: { unless } }) => unless === undefined || !certificates.includes(unless));
  return (Object.entries(texts) as [machines.listings.FoundIn, string][]).flatMap(([field, text]) => {
    const { text: squeezed, at } = squeeze(text, signs);
    if (!any.test(squeezed)) return [];
    return active
      .flatMap(({ rule, pattern }) =>
        [...squeezed.matchAll(pattern)]
          .filter(([word]) => word !== '')
          .map((match): machines.listings.TextFinding => {
            const from = at[match.index]!;
            const last = at[match.index + match[0].length - 1]!;
            const to = last + signAt(text, last).length;
            const { id, law, weight, why, fix } = rule;
            return { field, word: text.slice(from, to), from, to, rule: id, law, weight, why, fix };
          }),
      )
      .sort((one, other) => one.from - other.from);
  });
}

function signAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at)!);
}

/** Rules that no certificate lifts: what they find is wrong whatever papers come later. */
export function beyondCertificates({ version, rules }: WordRules): WordRules {
  return { version, rules: rules.filter(({ unless }) => unless === undefined) };
}

export function blocking(findings: readonly machines.listings.TextFinding[]): machines.listings.TextFinding[] {
  return findings.filter(({ weight }) => weight === 'blocks');
}

/** Rules whose findings want a look at the proof and were not ticked. */
export function unseen(findings: readonly machines.listings.TextFinding[], looked: readonly string[]): string[] {
  const wanted = findings.filter(({ weight }) => weight === 'review').map(({ rule }) => rule);
  return [...new Set(wanted)].filter((rule) => !looked.includes(rule));
}
