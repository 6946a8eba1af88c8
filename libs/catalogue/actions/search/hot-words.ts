import type { InputOf, ResponseOf } from '@xihuo/contract';
import { plain } from '../../rules/search/plain';
import type { SearchEngine } from '../../store/search/engine';
import { boughtNames, forgetFoundWords, foundWords, noteFoundWord } from '../../store/search/found-word.sql';
import { chinese } from '../../words/chinese';
import { findable, latinOf, type Reader } from './understand';

/** A box has room for no more. */
const MOST = 8;
/** So many days back; what was asked for before is forgotten. */
const DAYS = 7;
/** Fewer say nothing of others. */
const FEWEST = 5;

/** Counts a search for a word of the shop's own and for nothing else; all others are nobody's business. */
export async function noteFound(
  database: Reader,
  { q, sort: _sort, ...filters }: Omit<InputOf<'GET /products'>['query'], 'cursor' | 'limit'>,
): Promise<void> {
  const word = plain(q ?? '', chinese);
  if (word === '' || Object.values(filters).some((filter) => filter !== undefined)) return;
  await database.read(noteFoundWord, [latinOf(word), word]);
}

/** What most people searched for and found, and, where too few did, what is bought most; each finds something now. */
export async function hotWords({
  database,
  engine,
}: {
  database: Reader;
  engine: SearchEngine;
}): Promise<ResponseOf<'GET /search/hot-words'>> {
  const [asked, bought] = await Promise.all([
    database.read(foundWords, [DAYS, FEWEST]),
    database.read(boughtNames, [MOST]),
  ]);
  const words = asked.map(({ word }) => word);
  const found = await findable(engine, words);
  const hot = new Set([...words.filter((word) => found.has(word)), ...bought.map(({ name }) => name)]);
  return { data: [...hot].slice(0, MOST) };
}

/** @see hotWords */
export async function forgetFound(database: Reader): Promise<void> {
  await database.read(forgetFoundWords, [DAYS]);
}
