-- Whoever was told that goods are recalled is told too when the suspicion was wrong: page by page as before, and no further than the
-- first telling had come.
alter table ordering.recall_telling
  add what text not null default 'recalled' check (what in ('recalled', 'withdrawn')),
  drop constraint recall_telling_pkey,
  add primary key (recall_id, what);
