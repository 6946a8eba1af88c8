/** Words for one thing, with their pinyin: whoever types one finds all. */
const SYNONYMS: readonly (readonly (readonly [word: string, pinyin: string])[])[] = [
  [
    ['马铃薯', 'ma ling shu'],
    ['土豆', 'tu dou'],
    ['洋芋', 'yang yu'],
  ],
  [
    ['番茄', 'fan qie'],
    ['西红柿', 'xi hong shi'],
  ],
  [
    ['甘薯', 'gan shu'],
    ['红薯', 'hong shu'],
    ['地瓜', 'di gua'],
  ],
  [
    ['猕猴桃', 'mi hou tao'],
    ['奇异果', 'qi yi guo'],
  ],
  [
    ['辣椒', 'la jiao'],
    ['海椒', 'hai jiao'],
  ],
  [
    ['菇娘', 'gu niang'],
    ['姑娘果', 'gu niang guo'],
  ],
  [
    ['香包', 'xiang bao'],
    ['香囊', 'xiang nang'],
    ['荷包', 'he bao'],
  ],
];

export function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Pinyin by syllable, joined, and as initials: pingguo and pg both find 苹果. */
function spellings(pinyin: string): string[] {
  const syllables = normalise(pinyin).split(' ');
  return [syllables.join(' '), syllables.join(''), syllables.map((syllable) => syllable[0]).join('')];
}

/** What a search looks through, lower case; a bar keeps a match from running from one spelling into the next. */
export function searchText(product: { nameZh: string; nameEn: string; pinyin: string }): string {
  const meant = SYNONYMS.filter((group) => group.some(([word]) => product.nameZh.includes(word))).flat();
  return [
    product.nameZh,
    ...spellings(product.pinyin),
    normalise(product.nameEn),
    ...meant.flatMap(([word, pinyin]) => [word, ...spellings(pinyin)]),
  ].join('|');
}

export interface SearchPatterns {
  /** The longest term: what the index is asked for. */
  first: string;
  all: string[];
}

/**
 * What was typed, as LIKE patterns that must all match. Chinese and Latin are taken apart (苹guo means 苹 and guo); a run of
 * Latin words stays together, since pinyin is typed with spaces as well.
 */
export function searchPatterns(typed: string): SearchPatterns | null {
  const terms = normalise(typed).match(/[a-z0-9'][a-z0-9' ]*|[^\sa-z0-9'|]+/g) ?? [];
  const patterns = [...new Set(terms.map((term) => term.trim()).filter((term) => term !== ''))].map(
    (term) => `%${term.replace(/[\\%_]/g, '\\$&')}%`,
  );
  if (patterns.length === 0) return null;
  return { first: patterns.reduce((one, other) => (other.length > one.length ? other : one)), all: patterns };
}
