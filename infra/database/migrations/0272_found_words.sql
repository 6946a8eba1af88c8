-- What searches that found something were for, by day. Only words of goods on sale are counted, never what somebody typed: nobody's
-- own words are kept, and nobody can put a word before others that is not one of the shop's. Unlogged: a search must not wait for the
-- disk because of it, and after a crash it is counted anew.
create unlogged table catalogue.found_word (
  day date not null,
  word text not null,
  asked integer not null default 1,
  primary key (day, word)
);
grant select, insert, update, delete on catalogue.found_word to xihuo_app;
grant select on catalogue.found_word to xihuo_auditor;
