import { statement } from '@xihuo/platform';

export interface CheckRow {
  id: string;
  state: 'waiting' | 'running' | 'fits' | 'broken' | 'failed';
  asked_by: string;
  asked_by_name: string | null;
  asked_at: Date;
  done_at: Date | null;
  exported: number;
  fitting: number;
  rows: bigint;
  words: string | null;
  words_zh: string | null;
}

const CHECK = `books.id, books.state, books.asked_by, person.display_name as asked_by_name, books.asked_at, books.done_at, books.exported,
  books.fitting, books.rows, books.words, books.words_zh`;
const BY = `left join identity.person_v person
     on person.id = case when books.asked_by like 'person:%' then substr(books.asked_by, 8)::uuid end`;

/** Nothing where one is under way. */
export const askCheck = statement<CheckRow>(
  'settlement.ask_check',
  `with books as (
     insert into settlement.books_check (asked_by, asked_at) values ($1, $2)
     on conflict ((true)) where state in ('waiting', 'running') do nothing returning *
   )
   select ${CHECK} from books ${BY}`,
);

export const checkPage = statement<CheckRow>(
  'settlement.check_page',
  `with books as (
     select * from settlement.books_check where $1::uuid is null or id < $1 order by id desc limit $2
   )
   select ${CHECK} from books ${BY} order by books.id desc`,
);

/** The one that waits, or that a worker died over; from the beginning. */
export const beginCheck = statement<{ id: string; begun: number }>(
  'settlement.begin_check',
  `update settlement.books_check set state = 'running', begun = begun + 1, exported = 0, fitting = 0, rows = 0
    where state in ('waiting', 'running') returning id, begun`,
);

export const noteCheck = statement(
  'settlement.note_check',
  `update settlement.books_check set exported = $2, fitting = $3, rows = $4 where id = $1 and state = 'running'`,
);

/** What came of it: state $2, words $3, at $4, the words in Chinese $5. */
export const endCheck = statement(
  'settlement.end_check',
  `update settlement.books_check set state = $2, words = $3, done_at = $4, words_zh = $5 where id = $1 and state = 'running'`,
);
