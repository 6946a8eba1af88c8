import type { InputOf, ResponseOf } from '@xihuo/contract';
import { ProblemError } from '@xihuo/kernel';
import { limitRate, type Database } from '@xihuo/platform';
import { plain } from '../../rules/search/plain';
import type { SearchEngine } from '../../store/search/engine';
import {
  boughtNames,
  forgetFoundWords,
  foundWords,
  isFoundWord,
  noteFoundWord,
} from '../../store/search/found-word.sql';
import { chinese } from '../../words/chinese';
import { findable, latinOf, type Reader } from './understand';

/** A box has room for no more. */
const MOST = 8;
/** So many days back; what was asked for before is forgotten. */
const DAYS = 7;
const DAY_SECONDS = 86_400;
/** Fewer say nothing of others. */
const FEWEST = 5;

/**
 * Counts a search for a word of the shop's own and for nothing else; all others are nobody's business. One address counts once a day
 * for a word, so that nobody makes a word hot alone.
 */
export async function noteFound(
  database: Database,
  { q, sort: _sort, cursor, limit: _limit, ...filters }: InputOf<'GET /products'>['query'],
  address: string,
): Promise<void> {
  const word = plain(q ?? '', chinese);
  if (word === '' || cursor !== undefined || Object.values(filters).some((filter) => filter !== undefined)) return;
  const [known] = await database.read(isFoundWord, [latinOf(word), word]);
  if (!known || !(await isFirst(database, `${address} ${word}`))) return;
  await database.read(noteFoundWord, [word]);
}

async function isFirst(database: Database, of: string): Promise<boolean> {
  try {
    await limitRate(database, { name: 'foundWord', of, most: 1, seconds: DAY_SECONDS });
    return true;
  } catch (error) {
    if (error instanceof ProblemError && error.code === 'RATE_LIMITED') return false;
    throw error;
  }
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
