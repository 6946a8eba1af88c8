do $$
begin
  assert catalogue.plain_words('有 機 ＡＢ') = '有机 ab', 'words are looked for in plain signs';
  assert pg_get_viewdef('catalogue.offer_v'::regclass) like '%unproven_words_v%', 'words without their certificate are not for sale';
  assert (select version from catalogue.words_looked_through) <> '', 'what is published was looked through';
end $$;
