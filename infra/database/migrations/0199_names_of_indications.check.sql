do $$
begin
  assert pg_get_viewdef('catalogue.unproven_words_v'::regclass) like '%unproven_indication_v%',
    'goods called by an indication are on sale only with the paper to use it';
  assert (select count(*) from pg_trigger where tgname in ('named_new', 'named_changed')) = 4,
    'a new name, and a new entry of the register, are looked through at once';
  assert catalogue.plain_name('洛川 蘋果') = '洛川苹果', 'a name is found in traditional signs too';
end $$;
