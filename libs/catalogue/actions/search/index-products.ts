import type { Tx } from '@xihuo/platform';
import {
  documentOf,
  nameRow,
  namesOf,
  readSource,
  wordsOf,
  type ReadSource,
  type Source,
} from '../../rules/search/document-of';
import { besidesOf } from '../../rules/search/document';
import { slipKeys } from '../../rules/search/spelling';
import {
  calendarsOf,
  documentSources,
  dropDocuments,
  markAllStale,
  markMovedCounties,
  mayWait,
  newNames,
  newWords,
  placesOf,
  putOff,
  sellersOf,
  settleTerms,
  takeStale,
  writeDocuments,
  writeNames,
  writeWords,
  type SourceRow,
} from '../../store/search/document.sql';
import { chinese } from '../../words/chinese';
import { followInSearch } from './follow';

/** So many products a transaction: half a second's work, so that a change made meanwhile does not wait long for its turn. */
const INDEX_BATCH = 1_000;
/** So many a statement: while the database writes them, the next are read into words. */
const PIECE = 125;
/** What waits beside the index is read by every search: little from day to day, in kB. */
const DAILY_KB = '256';
const RUSH_KB = '8192';

/** One of several who look through products at once: `number` counts from 0, `of` is a power of two. */
export interface Lane {
  number: number;
  of: 1 | 2;
}
const ALONE: Lane = { number: 0, of: 1 };

/**
 * Looks through products that changed, at most a batch of them. Safe to be broken off: products and documents go together.
 *
 * @param rush there is more behind it: what is written may wait beside the index until `settleIndex`
 * @param lane which products to look through, where several do so at once; nobody else may meanwhile
 * @param most changes at once
 * @returns whether there may be more
 */
export async function indexChanged(tx: Tx, rush = false, lane: Lane = ALONE, most = INDEX_BATCH): Promise<boolean> {
  await tx.sql(mayWait, [rush ? RUSH_KB : DAILY_KB]);
  const taken = await tx.sql(takeStale, [most, lane.of, lane.number]);
  const ids = taken.map(({ product_id }) => product_id);
  if (ids.length === 0) return false;
  const sources = await wholeSources(tx, await tx.sql(documentSources, [ids]));
  await tx.sql(dropDocuments, [ids, sources.map(({ product_id }) => product_id)]);
  const read = await writeAll(tx, sources);
  await writeBesides(tx, read);
  // A product that changed twice is one product and two changes: a full batch of these may hold fewer products.
  return taken.reduce((sum, { changes }) => sum + changes, 0) === most;
}

/** A batch that fails is tried in smaller ones, down to the change it is about. */
const SMALLER = 10;
/** So many a round that fail alone are no matter of the products any more: somebody has to look. */
const MOST_PUT_OFF = 5;

/** One round of the job. */
export interface Round {
  /** Does work in a transaction of its own. */
  readonly inside: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;
  /** Changes put off so far. */
  putOff: number;
}

/**
 * `indexChanged`, in transactions of its own, that one product cannot hold up: a change that even alone cannot be written waits for an
 * hour, the audit trail says why, and what is behind it goes on. What the index says of the product stays until then.
 *
 * @throws what keeps failing, once too much has been put off, and what fails for no reason of the products
 */
export async function indexSteadily(round: Round, rush: boolean, lane: Lane = ALONE): Promise<boolean> {
  for (let most = INDEX_BATCH; ; most = Math.ceil(most / SMALLER)) {
    try {
      return await round.inside((tx) => indexChanged(tx, rush, lane, most));
    } catch (error) {
      if (most > 1) continue;
      if (round.putOff >= MOST_PUT_OFF) throw error;
      round.putOff += 1;
      // A database that is away refuses this as well, and says so.
      return round.inside((tx) => putOffFirst(tx, lane, error));
    }
  }
}

async function putOffFirst(tx: Tx, { of, number }: Lane, error: unknown): Promise<boolean> {
  const [first] = await tx.sql(putOff, [of, number]);
  if (!first) return false;
  const why = (error instanceof Error ? error.message : String(error)).slice(0, 200);
  tx.audit({ action: 'search.putOff', subjectKind: 'product', subjectId: first.product_id, after: { why } });
  return true;
}

/** Products with their places and sellers, and where any of these delivers to. */
async function wholeSources(tx: Tx, rows: readonly SourceRow[]): Promise<Source[]> {
  const regionsOf = (code: string) => [...new Set([`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code])];
  const sellers = await tx.sql(sellersOf, [[...new Set(rows.flatMap(({ supplier_ids }) => supplier_ids))]]);
  const places = await tx.sql(placesOf, [[...new Set(rows.flatMap(({ region_code }) => regionsOf(region_code)))]]);
  const calendars = await tx.sql(calendarsOf, [rows.map(({ product_id }) => product_id)]);
  const calendar = new Map(calendars.map((row) => [`${row.product_id}/${row.supplier_id}`, row.months]));
  const seller = new Map(sellers.map((row) => [row.id, row]));
  const place = new Map(places.map((row) => [row.code, row]));
  return rows.map((row) => {
    const suppliers = row.supplier_ids.flatMap((id) => seller.get(id) ?? []);
    const everywhere = suppliers.some(({ areas }) => areas === null);
    return {
      ...row,
      places: regionsOf(row.region_code).flatMap((code) => place.get(code) ?? []),
      suppliers,
      sending_hours: seller.get(row.cheapest_id)?.hours ?? null,
      harvest_months: row.calendar_ids.flatMap((id) => calendar.get(`${row.product_id}/${id}`) ?? row.harvest_months),
      deliver_to: everywhere ? null : [...new Set(suppliers.flatMap(({ areas }) => areas ?? []))].sort(),
    };
  });
}

async function writeAll(tx: Tx, sources: readonly Source[]): Promise<ReadSource[]> {
  const besides = besidesOf(chinese);
  const all: ReadSource[] = [];
  let written: Promise<unknown> = Promise.resolve();
  for (let from = 0; from < sources.length; from += PIECE) {
    const piece = sources.slice(from, from + PIECE).map(readSource(chinese));
    const documents = JSON.stringify(piece.map((source) => documentOf(source, besides)));
    all.push(...piece);
    await written;
    written = tx.sql(writeDocuments, [documents]);
  }
  await written;
  return all;
}

/** What boxes propose and slips are held against: names and words that are not known yet. */
async function writeBesides(tx: Tx, sources: readonly ReadSource[]): Promise<void> {
  const names = await tx.sql(newNames, [JSON.stringify(namesOf(sources))]);
  if (names.length > 0) await tx.sql(writeNames, [JSON.stringify(names.map((name) => nameRow(name, chinese)))]);
  const words = wordsOf(sources, chinese);
  const unknown = await tx.sql(newWords, [words.map(({ latin }) => latin), words.map(({ shown }) => shown)]);
  if (unknown.length === 0) return;
  await tx.sql(writeWords, [JSON.stringify(unknown.map((word) => ({ ...word, keys: slipKeys(word.latin) })))]);
}

/** After a rush: what waits beside the index goes into it. */
export async function settleIndex(tx: Tx): Promise<void> {
  await tx.sql(settleTerms);
}

/** Has everything looked through again, by the worker, while everybody goes on searching. */
export async function indexAnew(tx: Tx): Promise<void> {
  await tx.sql(markAllStale);
  tx.audit({ action: 'search.indexAnew', subjectKind: 'search', subjectId: 'products' });
  followInSearch(tx);
}

/** What the calendar alone changes about documents. */
export async function followCalendar(tx: Tx): Promise<void> {
  await tx.sql(markMovedCounties);
}

/** Everything that waits, in the transaction at hand: for data that is loaded at once. */
export async function indexAll(tx: Tx): Promise<void> {
  while (await indexChanged(tx, true));
  await settleIndex(tx);
}
