-- A household's page asks of every line whether it was objected to; the index of open objections alone left the rest to be walked through.
create index contest_line on benefit.contest (obligation_id, id desc);
