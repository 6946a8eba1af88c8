import type { searching } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { forSale, RIGHTS } from './filter';

export interface SynonymRow {
  id: string;
  words: string[];
  spellings: string[];
  row_version: number;
  updated_at: Date;
}

const COLUMNS = 'id, words, spellings, row_version, updated_at';

/** Asked with every search, so that a change holds on the next one, in every process. */
export const synonymsOf = statement<Pick<SynonymRow, 'words' | 'spellings'>>(
  'catalogue.synonyms_of',
  'select words, spellings from catalogue.synonym_group where spellings && $1::text[]',
);

/** The newest group first, where it stays whatever is changed in it; $1 a spelling or null, $2 the group to go on after, $3 how many. */
export const listSynonyms = statement<SynonymRow>(
  'catalogue.list_synonyms',
  `select ${COLUMNS} from catalogue.synonym_group
    where ($1::text[] is null or spellings && $1) and ($2::uuid is null or id < $2) order by id desc limit $3`,
);
export const lockSynonyms = statement(
  'catalogue.lock_synonyms',
  'lock table catalogue.synonym_group in share row exclusive mode',
);
export const synonymById = statement<SynonymRow>(
  'catalogue.synonym_by_id',
  `select ${COLUMNS} from catalogue.synonym_group where id = $1`,
);
/** $1 without spaces. */
export const wordsTaken = statement<{ word: string }>(
  'catalogue.synonym_words_taken',
  `select word from catalogue.synonym_group, unnest(words) word where replace(word, ' ', '') = any($1::text[]) and ($2::uuid is null or id <> $2)`,
);
export const insertSynonyms = statement<SynonymRow>(
  'catalogue.insert_synonyms',
  `insert into catalogue.synonym_group (words, spellings, updated_at, updated_by) values ($1, $2, $3, $4) returning ${COLUMNS}`,
);
export const updateSynonyms = statement<SynonymRow>(
  'catalogue.update_synonyms',
  `update catalogue.synonym_group
      set words = $2, spellings = $3, updated_at = $4, updated_by = $5, row_version = row_version + 1
    where id = $1 returning ${COLUMNS}`,
);
export const deleteSynonyms = statement(
  'catalogue.delete_synonyms',
  'delete from catalogue.synonym_group where id = $1',
);

/** Known words that sound like one of these, or lie a letter from one; those of many names first. */
export const wordsLike = statement<{ latin: string; shown: string }>(
  'catalogue.words_like',
  `select latin, shown from catalogue.search_word where keys && $1::text[]
    order by latin = any($1) desc, length(shown), shown limit 200`,
);

/** Which of these find anything that may be sold at this instant. */
export const anyFor = statement<{ place: number }>(
  'catalogue.any_for',
  `with ${RIGHTS}
   select place::integer from unnest($1::text[]) with ordinality as asked (terms, place)
    where exists (select from catalogue.search_document doc where doc.terms @@ asked.terms::tsquery and ${forSale()})`,
);

/** No more different ones a day than people can read: who invents questions must not fill the table. */
const MOST_A_DAY = 5_000;
/** $1 what was typed, $2 what was shown instead or null, $3 the filters without which it finds something. */
export const noteZeroResult = statement(
  'catalogue.note_zero_result',
  `with now as (select platform.business_now() as at)
   insert into catalogue.zero_result as known (day, query, shown, filters, last_asked_at)
   select (now.at at time zone 'Asia/Shanghai')::date, $1, $2, $3, now.at from now
    where (select count(*) from catalogue.zero_result
            where day = (now.at at time zone 'Asia/Shanghai')::date) < ${MOST_A_DAY}
   on conflict (day, query, filters) do update
      set asked = known.asked + 1, shown = excluded.shown, last_asked_at = excluded.last_asked_at`,
);
export const forgetZeroResults = statement(
  'catalogue.forget_zero_results',
  `delete from catalogue.zero_result where day <= (platform.business_now() at time zone 'Asia/Shanghai')::date - $1::integer`,
);
export const zeroResults = statement<{
  query: string;
  filters: (typeof searching.SEARCH_FILTERS)[number][];
  asked: number;
  shown: string | null;
  last_asked_at: Date;
}>(
  'catalogue.zero_results',
  `select query, filters, sum(asked)::integer as asked, (array_agg(shown order by day desc))[1] as shown, max(last_asked_at) as last_asked_at
     from catalogue.zero_result
    where day > (platform.business_now() at time zone 'Asia/Shanghai')::date - $1::integer
    group by query, filters order by 3 desc, 5 desc, query, filters limit 200`,
);
