-- The books checked by export and verify, asked for in the console: who asked and when, how far it is, and what came of it, kept.

create table settlement.books_check (
  id uuid primary key default uuidv7(),
  state text not null default 'waiting' check (state in ('waiting', 'running', 'fits', 'broken', 'failed')),
  asked_by text not null,
  asked_at timestamptz not null,
  -- How often a worker began: one that dies over it again and again leaves it to somebody.
  begun integer not null default 0,
  -- Kinds that were written, and parts that were reckoned anew and fit.
  exported integer not null default 0,
  fitting integer not null default 0,
  rows bigint not null default 0,
  -- The first thing that does not fit, or why there is no answer, in the words of whoever found it.
  words text,
  done_at timestamptz,
  constraint done_some_time check ((state in ('fits', 'broken', 'failed')) = (done_at is not null)),
  constraint said_in_words check ((state in ('broken', 'failed')) = (words is not null))
);
-- One at a time: each reads everything.
create unique index books_check_one on settlement.books_check ((true)) where state in ('waiting', 'running');

grant select, insert on settlement.books_check to xihuo_app;
grant update (state, begun, exported, fitting, rows, words, done_at) on settlement.books_check to xihuo_app;
grant select on settlement.books_check to xihuo_auditor;
