import { fail, searching, type InputOf, type ResponseOf } from '@xihuo/contract';
import { questionMark, readCursor, writeCursor, type ProductPlace } from '../../rules/product-cursor';
import { plain } from '../../rules/search/plain';
import type { SearchQuery } from '../../rules/search/query';
import type { SearchEngine } from '../../store/search/engine';
import { deliverable } from '../../store/search/delivery-area.sql';
import type { ProductFilter } from '../../store/search/filter';
import type { ProductListRow } from '../../store/search/page.sql';
import { noteZeroResult } from '../../store/search/synonym.sql';
import { productCard } from '../../store/views';
import { chinese } from '../../words/chinese';
import { meant, understand, type Reader } from './understand';

type Question = InputOf<'GET /products'>['query'];
export type Filters = InputOf<'GET /search/facets'>['query'];

/** A list that nothing can be in: something was asked for, and there was neither a sign nor a letter in it. */
export const NOTHING: SearchQuery = { terms: `'0nothing'`, wholes: [''], words: [] };

/** The filters of a question. @throws ProblemError INVALID_INPUT where they contradict each other */
export function filterOf(question: Filters, query: SearchQuery | undefined): ProductFilter {
  const { category, region, supplier, venue, certificate, priceFrom, priceTo, season, keyCounty, deliverTo } = question;
  const [from, to] = [priceFrom, priceTo].map((fen) => (fen === undefined ? null : BigInt(fen)));
  if (from != null && to != null && from > to) {
    throw fail('INVALID_INPUT', {
      errors: [{ pointer: '/query/priceTo', code: 'RANGE', message: 'the highest price lies below the lowest' }],
    });
  }
  return {
    ...{ query, category, region, supplier, venue, certificate },
    price: from === null && to === null ? undefined : { from: from!, to: to! },
    season: season === undefined ? undefined : true,
    keyCounty: keyCounty === undefined ? undefined : true,
    deliverTo: deliverTo === undefined ? undefined : placesHolding(deliverTo),
  };
}

/** Nobody delivers beyond the mainland, nor to what is no place. @throws ProblemError REGION_NOT_DELIVERABLE */
export async function mustBeDeliverable(database: Reader, { deliverTo }: Filters): Promise<void> {
  if (deliverTo === undefined || (await database.read(deliverable, [deliverTo])).length > 0) return;
  throw fail('REGION_NOT_DELIVERABLE', {
    errors: [{ pointer: '/query/deliverTo', code: 'REGION_NOT_DELIVERABLE', message: 'not deliverable' }],
  });
}

const placesHolding = (code: string): string[] => [
  ...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]),
];

/**
 * A page of products that may be sold at this moment. Where words find nothing at all, what was probably meant is shown
 * instead, and said.
 *
 * @throws ProblemError INVALID_INPUT for filters that contradict each other and the cursor of another question, REGION_NOT_DELIVERABLE
 */
export async function searchProducts(
  { database, engine }: { database: Reader; engine: SearchEngine },
  { cursor, limit, ...question }: Question,
): Promise<ResponseOf<'GET /products'>> {
  const mark = questionMark(question);
  await mustBeDeliverable(database, question);
  const after = cursor === undefined ? undefined : readCursor(mark, cursor);
  const typed = after?.shown ?? question.q;
  const query = typed === undefined ? undefined : ((await understand(database, typed)) ?? NOTHING);
  const filter = filterOf(question, query);
  const ask = (asked: ProductFilter) => engine.page({ sort: question.sort, filter: asked, after, rows: limit + 1 });
  let rows = await ask(filter);
  let shown = after?.shown;
  let correction: ResponseOf<'GET /products'>['correction'] = null;
  const first = query !== undefined && cursor === undefined;
  if (first && rows.length === 0) {
    const corrected = await correct({ database, engine }, question.q!, query, {
      ...{ filters: filtersOf(filter), exactly: question.exact !== undefined },
      finds: async (instead) => {
        rows = await ask({ ...filter, query: instead });
        return rows.length > 0;
      },
    });
    if (corrected !== null) {
      shown = corrected;
      correction = { asked: question.q!, shown };
    }
  }
  return { ...pageOf(rows, limit, (place) => writeCursor(mark, { ...place, shown })), correction };
}

/** The filters that were chosen beside the words. */
const filtersOf = (filter: ProductFilter): string[] =>
  searching.SEARCH_FILTERS.filter((name) => filter[name] !== undefined).sort();

/**
 * The words that are shown where what was typed finds nothing without any filter either, and these find something beside the filters:
 * an empty list is not made better by other words. Every search that shows nothing is noted, whatever becomes of it, with the
 * filters where these alone emptied it.
 *
 * @param filters null where the same question was noted already
 * @param exactly nothing else is wanted
 * @param finds whether words find something beside the filters
 */
export async function correct(
  { database, engine }: { database: Reader; engine: SearchEngine },
  typed: string,
  query: SearchQuery,
  {
    filters,
    exactly,
    finds,
  }: {
    filters: readonly string[] | null;
    exactly: boolean;
    finds: (instead: SearchQuery) => Promise<boolean>;
  },
): Promise<string | null> {
  if ((await engine.findAny([query])).size > 0) {
    if (filters !== null) await database.read(noteZeroResult, [kept(typed), null, filters]);
    return null;
  }
  const shown = exactly || query.words.length === 0 ? null : await meant(database, engine, query);
  const read = shown === null ? null : await understand(database, shown);
  // Words that find something each by itself may find nothing together.
  const instead = read !== null && (await finds(read)) ? shown : null;
  if (filters !== null) await database.read(noteZeroResult, [kept(typed), instead, []]);
  return instead;
}

/** People paste telephone and card numbers into any box, in groups too: long numbers are not kept. */
const kept = (typed: string): string =>
  plain(typed, chinese)
    .replace(/\d(?: ?\d){4,}/g, '#')
    .slice(0, 60);

function pageOf(
  rows: readonly ProductListRow[],
  limit: number,
  cursorAfter: (place: ProductPlace) => string,
): Pick<ResponseOf<'GET /products'>, 'data' | 'nextCursor'> {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const more = rows.length > limit && last !== undefined;
  return {
    data: page.map(productCard),
    nextCursor: more ? cursorAfter({ key: last.sort_key.toString(), id: last.sort_id }) : null,
  };
}
