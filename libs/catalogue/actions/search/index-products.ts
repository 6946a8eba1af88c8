import type { Tx } from '@xihuo/platform';
import { documentOf, namesOf, wordsOf } from '../../rules/search/document-of';
import {
  documentSources,
  markAllStale,
  mayWait,
  settleTerms,
  takeStale,
  writeDocuments,
  writeNames,
  writeWords,
} from '../../store/search/document.sql';
import { chinese } from '../../words/chinese';

/** So many products a transaction: half a second's work, so that a change made meanwhile does not wait long for its turn. */
export const INDEX_BATCH = 1_000;
/** What waits beside the index is read by every search: little from day to day, in kB. */
const DAILY_KB = '256';
const RUSH_KB = '65536';

/**
 * Looks through products that changed, at most a batch of them. Safe to be broken off: products and documents go together.
 *
 * @param rush there is more behind it: what is written may wait beside the index until `settleIndex`
 * @returns whether there may be more
 */
export async function indexChanged(tx: Tx, rush = false): Promise<boolean> {
  await tx.sql(mayWait, [rush ? RUSH_KB : DAILY_KB]);
  const ids = (await tx.sql(takeStale, [INDEX_BATCH])).map(({ product_id }) => product_id);
  if (ids.length === 0) return false;
  const sources = await tx.sql(documentSources, [ids]);
  await tx.sql(writeDocuments, [JSON.stringify(sources.map((source) => documentOf(source, chinese))), ids]);
  await tx.sql(writeNames, [JSON.stringify(namesOf(sources, chinese))]);
  await tx.sql(writeWords, [JSON.stringify(wordsOf(sources, chinese))]);
  return ids.length === INDEX_BATCH;
}

/** After a rush: what waits beside the index goes into it. */
export async function settleIndex(tx: Tx): Promise<void> {
  await tx.sql(settleTerms);
}

/** Has everything looked through again, by the worker, while everybody goes on searching. */
export async function indexAnew(tx: Tx): Promise<void> {
  await tx.sql(markAllStale);
  tx.audit({ action: 'search.indexAnew', subjectKind: 'search', subjectId: 'products' });
  tx.wake('catalogue.indexProducts');
}

/** Everything that waits, in the transaction at hand: for data that is loaded at once. */
export async function indexAll(tx: Tx): Promise<void> {
  while (await indexChanged(tx, true));
  await settleIndex(tx);
}
