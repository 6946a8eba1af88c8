do $$
begin
  assert not has_function_privilege('public', 'catalogue.settle_search_terms()', 'EXECUTE'), 'only the application tidies the index';
  assert (select count(*) from catalogue.search_stale) = (select count(*) from catalogue.product), 'every product waits to be looked through';
  assert not exists (select word from catalogue.synonym_group, unnest(words) word group by word having count(*) > 1),
    'a word stands in one group';
end $$;
