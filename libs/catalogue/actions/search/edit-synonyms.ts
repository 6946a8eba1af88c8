import { fail, searching, type InputOf, type ResponseOf } from '@xihuo/contract';
import { mustBeVersion, pageOf, placeIn, type Database, type Tx } from '@xihuo/platform';
import { joined, plain, tight } from '../../rules/search/plain';
import { spellingsOf } from '../../rules/search/spellings';
import {
  deleteSynonyms,
  forgetZeroResults,
  insertSynonyms,
  listSynonyms,
  lockSynonyms,
  synonymById,
  updateSynonyms,
  wordsTaken,
  zeroResults,
  type SynonymRow,
} from '../../store/search/synonym.sql';
import { chinese } from '../../words/chinese';

type Group = ResponseOf<'POST /search/synonyms'>;

const view = (row: SynonymRow): Group => ({
  id: row.id,
  version: row.row_version,
  words: row.words,
  updatedAt: row.updated_at.toISOString(),
});

const MARK = (tx: Tx): string => (tx.actor.kind === 'person' ? `person:${tx.actor.personId}` : tx.actor.kind);

/** Groups, the newest first. */
export async function synonyms(
  database: Database,
  { q, cursor, limit }: InputOf<'GET /search/synonyms'>['query'],
): Promise<ResponseOf<'GET /search/synonyms'>> {
  const sought = q === undefined ? null : [joined(plain(q, chinese))];
  const rows = await database.read(listSynonyms, [sought, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, ({ id }) => id, view);
}

/**
 * Adds a group. A word stands in one group only: two groups that share one would be one.
 *
 * @throws ProblemError INVALID_INPUT for fewer than two different words, SYNONYM_TAKEN
 */
export async function addSynonyms(tx: Tx, words: readonly string[]): Promise<Group> {
  const plainWords = await free(tx, words, null);
  const values = [plainWords, spellingsOf(plainWords, chinese), tx.now, MARK(tx)];
  const [row] = await tx.sql(insertSynonyms, values);
  tx.audit({ action: 'search.addSynonyms', subjectKind: 'synonymGroup', subjectId: row!.id, after: plainWords });
  return view(row!);
}

/** @throws ProblemError NOT_FOUND, STALE_VERSION, and as `addSynonyms` */
export async function changeSynonyms(
  tx: Tx,
  { id, version, words }: { id: string; version: number; words: readonly string[] },
): Promise<Group> {
  tx.attempt({ action: 'search.changeSynonyms', subjectKind: 'synonymGroup', subjectId: id });
  await tx.sql(lockSynonyms);
  const [standing] = await tx.sql(synonymById, [id]);
  if (standing === undefined) throw fail('NOT_FOUND');
  mustBeVersion(standing.row_version, version);
  const plainWords = await free(tx, words, id);
  const [row] = await tx.sql(updateSynonyms, [id, plainWords, spellingsOf(plainWords, chinese), tx.now, MARK(tx)]);
  tx.audit({
    action: 'search.changeSynonyms',
    subjectKind: 'synonymGroup',
    subjectId: id,
    before: standing.words,
    after: plainWords,
  });
  return view(row!);
}

/** Takes away a group as it was read: what somebody else added to it meanwhile is not lost with it. @throws ProblemError NOT_FOUND, STALE_VERSION */
export async function removeSynonyms(tx: Tx, { id, version }: { id: string; version: number }): Promise<void> {
  tx.attempt({ action: 'search.removeSynonyms', subjectKind: 'synonymGroup', subjectId: id });
  await tx.sql(lockSynonyms);
  const [standing] = await tx.sql(synonymById, [id]);
  if (standing === undefined) throw fail('NOT_FOUND');
  mustBeVersion(standing.row_version, version);
  await tx.sql(deleteSynonyms, [id]);
  tx.audit({ action: 'search.removeSynonyms', subjectKind: 'synonymGroup', subjectId: id, before: standing.words });
}

async function free(tx: Tx, words: readonly string[], own: string | null): Promise<string[]> {
  await tx.sql(lockSynonyms);
  // As it is typed: goji berry, gojiberry and Goji-Berry are one word.
  const bySpelling = new Map(words.map((word) => plain(word, chinese)).map((word) => [joined(word), tight(word)]));
  bySpelling.delete('');
  const different = [...bySpelling.values()];
  if (different.length < 2) {
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/body/words', code: 'TOO_FEW', message: 'two different words at least' }],
    });
  }
  const taken = await tx.sql(wordsTaken, [[...bySpelling.keys()], own]);
  if (taken.length > 0) throw fail('SYNONYM_TAKEN', { extra: { words: taken.map(({ word }) => word) } });
  return different;
}

/** What was searched for in vain within so many days, the most asked first. */
export async function searchedInVain(
  database: Database,
  days: number,
): Promise<ResponseOf<'GET /search/zero-results'>> {
  const rows = await database.read(zeroResults, [days]);
  return {
    data: rows.map((row) => ({
      query: row.query,
      filters: row.filters,
      asked: row.asked,
      shown: row.shown,
      lastAskedAt: row.last_asked_at.toISOString(),
    })),
  };
}

/** As far back as operators can look: what people typed is kept no longer. */
const KEPT_DAYS = searching.ZERO_RESULT_DAYS;

/** Forgets what was searched for in vain on days that nobody can ask for any more. */
export async function forgetSearches(database: Pick<Database, 'read'>): Promise<void> {
  await database.read(forgetZeroResults, [KEPT_DAYS]);
}
