import type { Database } from '@xihuo/platform';
import { plain } from '../../rules/search/plain';
import { readQuery, synonymKeys, type SearchQuery, type Synonyms } from '../../rules/search/query';
import { meantBy, SHORTEST_SLIP, slipKeys } from '../../rules/search/spelling';
import { isHan } from '../../rules/search/plain';
import type { SearchEngine } from '../../store/search/engine';
import { synonymsOf, wordsLike } from '../../store/search/synonym.sql';
import { chinese } from '../../words/chinese';

export type Reader = Pick<Database, 'read'>;

/** What was typed as a query, with the synonyms of this moment; null where there is nothing in it to look for. */
export async function understand(database: Reader, typed: string): Promise<SearchQuery | null> {
  const keys = synonymKeys(typed, chinese);
  if (keys.length === 0) return null;
  const groups = await database.read(synonymsOf, [keys]);
  const synonyms = new Map<string, string[]>();
  for (const { words, spellings } of groups)
    for (const spelling of spellings) synonyms.set(spelling, [...(synonyms.get(spelling) ?? []), ...words]);
  return readQuery(typed, chinese, synonyms satisfies Synonyms);
}

/** So many are held against what was typed, a word: the likeliest are bought as a rule. */
const HELD = 12;
/** Longer corrections would not fit a cursor. */
const LONGEST_SHOWN = 60;

/**
 * What was probably meant where nothing was found: each word that finds nothing by itself gives way to a known one that sounds
 * alike or lies a letter away and finds something now, and is left out where there is none.
 *
 * @returns words that find something by themselves, or null
 */
export async function meant(database: Reader, engine: SearchEngine, query: SearchQuery): Promise<string | null> {
  const alone = query.words.map((word) => readQuery(word, chinese, new Map()));
  const known = await engine.findAny(alone.map((one) => one ?? query));
  const lost = query.words.filter((_, at) => !known.has(at));
  const keys = lost.flatMap((word) => keysOf(latinOf(word)));
  const like = keys.length === 0 ? [] : await database.read(wordsLike, [[...new Set(keys)]]);
  const likely = new Map(
    lost.map((word) => [
      word,
      meantBy(
        latinOf(word),
        like.filter(({ shown }) => shown !== word),
      ).slice(0, HELD),
    ]),
  );
  const bought = await findable(
    engine,
    [...likely.values()].flat().map(({ shown }) => shown),
  );
  const words = query.words.flatMap((word, at) => {
    if (known.has(at)) return [word];
    return (likely.get(word) ?? []).map(({ shown }) => shown).find((shown) => bought.has(shown)) ?? [];
  });
  // A single sign is in every second name: it says nothing alone.
  const shown = words.every((word) => [...word].length < 2) ? '' : [...new Set(words)].join(' ');
  const unchanged = shown === query.words.join(' ') && lost.length === 0 && query.words.length < 2;
  return shown === '' || unchanged || shown.length > LONGEST_SHOWN ? null : shown;
}

/** Which of these words find something that can be bought now. */
export async function findable(engine: SearchEngine, words: readonly string[]): Promise<ReadonlySet<string>> {
  const asked = [...new Set(words)].flatMap((word) => {
    const query = readQuery(word, chinese, new Map());
    return query === null ? [] : [{ word, query }];
  });
  const found = await engine.findAny(asked.map(({ query }) => query));
  return new Set(asked.filter((_, at) => found.has(at)).map(({ word }) => word));
}

/** A word in Latin letters, as it is typed without an input method. */
export const latinOf = (word: string): string =>
  isHan(word) ? chinese.syllables(word).join('') : plain(word, chinese);

const keysOf = (latin: string): string[] => (latin.length < SHORTEST_SLIP ? [latin] : slipKeys(latin));
